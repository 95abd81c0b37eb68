import type { KnownBlock } from '@slack/types';
import { daysBetween, type LocalDay, weekday } from '../../../domain/day.js';
import { dayWords } from '../../../domain/day-words.js';
import { goalWords } from '../../../domain/goal-words.js';
import { RUNG_LABELS } from '../../../domain/ladder.js';
import { RUNGS } from '../../../domain/plan.js';
import { SPARED, sparedIn } from '../../../domain/prompt.js';
import type { Ctx } from '../../../feature.js';
import { actions, button, context, divider, header, section } from '../../../slack/blocks.js';
import type { MilestoneLine } from '../../../store/projects.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage } from '../../../text/language.js';
import { ids as obstacleIds } from '../../obstacle/ids.js';
import { ids as progressIds } from '../../progress/ids.js';
import { findBlock, happeningText, obstacleText } from '../../project/door.js';
import { countDue, holds, MOST_CHANGES, MOST_RAISED, MOST_WAITING, type SeenHome } from '../act/see.js';
import { ids } from '../ids.js';
import { homeWords, sparedWords } from '../words.js';
import { groupBlocks } from './group.js';
import { waitingBlocks } from './waiting.js';

/** As many milestones as one looks through on a phone. */
const MOST_MILESTONES = 8;
const MOST_GOALS = 8;
/** Slack's own limit; the parts above are counted so that it is never met. */
const MOST_BLOCKS = 100;

/** The home tab: what changed, what waits, what is due, and what the person's roles watch; lean, for a phone. */
export function homeBlocks(ctx: Ctx, seen: SeenHome): KnownBlock[] {
  const { language, person, program, today } = ctx;
  const say = inLanguage(homeWords, language);
  const zh = language === 'zh';
  const day = (of: LocalDay) => dayWords(of, language, program.year);
  const date = zh ? `${day(today)} ${say.weekday(weekday(today))}` : `${say.weekday(weekday(today))} ${day(today)}`;
  const calm = seen.waiting.length === 0 && seen.milestones.length === 0 && seen.groups.length === 0;
  return [
    header(say.title(zh ? person.name : person.nameEn, date)),
    ...changes(),
    ...waitingBlocks(ctx, seen.waiting, MOST_WAITING),
    ...milestones(),
    ...raised(),
    ...(calm && !seen.owns ? [section(say.calm)] : []),
    ...seen.groups.flatMap((group) => groupBlocks(ctx, group)),
    ...goals(),
    ...health(),
    divider,
    findBlock(language),
    section(how()),
    ...asked(),
  ].slice(0, MOST_BLOCKS);

  function how(): string {
    const [first] = seen.milestones;
    return seen.owns && first ? say.how(first.code, codeText(first.name)) : say.look;
  }

  function changes(): KnownBlock[] {
    if (seen.changes.length === 0) return [];
    const lines = seen.changes
      .slice(0, MOST_CHANGES)
      .map(
        (each) =>
          `• ${each.code} ${escapeText(clip(each.projectName, 16))}${zh ? '：' : ': '}${happeningText(each, { language, program, names: seen.names })}`,
      );
    return [
      section([say.changed, ...lines, ...(seen.changes.length > MOST_CHANGES ? [say.moreChanges] : [])].join('\n')),
    ];
  }

  function milestones(): KnownBlock[] {
    if (!seen.owns) return [];
    const shown = seen.milestones.slice(0, MOST_MILESTONES);
    const { late, due } = countDue(seen.milestones, today);
    return [
      header(say.mine),
      ...(late + due === 0 ? [] : [context(say.late(late, due))]),
      ...(shown.length === 0
        ? [section(say.none)]
        : shown.map((each) =>
            section(
              milestoneLine(each),
              button(progressIds.open, { project: each.projectId, milestone: each.id }, say.report),
            ),
          )),
      ...(seen.milestones.length > shown.length ? [context(say.more(seen.milestones.length - shown.length))] : []),
    ];
  }

  function milestoneLine(milestone: MilestoneLine): string {
    const late = milestone.due === null ? 0 : daysBetween(milestone.due, today);
    const due = milestone.due === null ? say.noDue : late > 0 ? `*${say.overdue(late)}*` : say.due(day(milestone.due));
    const stands =
      milestone.percent === null || milestone.reportedOn === null
        ? say.unreported
        : say.reported(milestone.percent, day(milestone.reportedOn));
    return `*${escapeText(clip(milestone.name, 40))}* · ${milestone.code} ${escapeText(clip(milestone.projectName, 24))}\n${due} · ${stands}`;
  }

  function raised(): KnownBlock[] {
    if (seen.raised.length === 0) return [];
    return [
      header(say.raised),
      ...seen.raised
        .slice(0, MOST_RAISED)
        .map((each) => section(obstacleText(ctx, each, true), button(obstacleIds.card, { id: each.id }, say.details))),
      ...(seen.raised.length > MOST_RAISED ? [context(say.moreRaised)] : []),
    ];
  }

  function goals(): KnownBlock[] {
    if (seen.goals === null) return [];
    const lines = seen.goals
      .slice(0, MOST_GOALS)
      .map((each) => `• ${goalWords(language, program.year).line(each, zh ? 20 : 40, false)}`);
    const rungs = seen.rungs === null ? [] : [rungWords(seen.rungs)];
    return [
      ...(lines.length === 0 ? [] : [section([`*${say.goals}*`, ...lines].join('\n'))]),
      ...rungs.map((text) => context(text)),
    ];
  }

  function rungWords(counts: NonNullable<SeenHome['rungs']>): string {
    const parts = RUNGS.toReversed().flatMap((rung) => {
      const count = counts.find((each) => each.rung === rung)?.count ?? 0;
      return count === 0 ? [] : [`${RUNG_LABELS[rung][language]} ${count}`];
    });
    return parts.length === 0 ? say.noObstacles : say.rungs(parts.join(zh ? '、' : ', '));
  }

  function health(): KnownBlock[] {
    if (seen.health === null) return [];
    const { untied, requests, late, refused, imports } = seen.health;
    const lines = [
      untied > 0 ? say.untied(untied) : '',
      requests > 0 ? say.requests(requests) : '',
      late > 0 ? say.lateSlots(late) : '',
      refused > 0 ? say.refused(refused) : '',
      imports > 0 ? say.imports(imports) : '',
    ].filter((line) => line !== '');
    return [
      header(say.health),
      section(lines.length === 0 ? say.healthy : lines.map((line) => `• ${line}`).join('\n')),
      ...morning(),
    ];
  }

  function morning(): KnownBlock[] {
    if (seen.morning === null) return [];
    const { counts } = seen.morning;
    const why = SPARED.filter((each) => counts.spared[each]).map((each) =>
      say.sparedFor(sparedWords[each][language], counts.spared[each] ?? 0),
    );
    return [
      section(say.counts(day(seen.morning.day), counts.people, counts.asked, sparedIn(counts))),
      ...(why.length === 0 ? [] : [context(why.join(' · '))]),
    ];
  }

  /** What this person chose to be asked about, and the other choice; only for who is asked at all. */
  function asked(): KnownBlock[] {
    if (!seen.owns && !holds(ctx, 'official', 'unit-head', 'coordinator')) return [];
    return seen.asked === 'all'
      ? [section(say.askedAll), actions(button(ids.asked, { asked: 'due' }, say.askLess))]
      : [section(say.askedDue), actions(button(ids.asked, { asked: 'all' }, say.askAll))];
  }
}

/** A milestone's name inside of an example: nothing that would end it. */
const codeText = (name: string): string =>
  clip(
    name
      .replace(/[`&<>]/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
    20,
  );
