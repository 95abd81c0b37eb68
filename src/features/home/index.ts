import type { KnownBlock } from '@slack/types';
import { daysBetween } from '../../domain/day.js';
import { dayWords } from '../../domain/day-words.js';
import { type Asked, type Counts, SPARED, sparedIn } from '../../domain/prompt.js';
import type { Ctx, Feature, Outcome, Pressed } from '../../feature.js';
import { actions, button, context, header, section } from '../../slack/blocks.js';
import type { MilestoneLine } from '../../store/projects.js';
import { clip, escapeText } from '../../text/escape.js';
import { inLanguage } from '../../text/language.js';
import { openMilestones } from '../progress/act/form.js';
import { ids as progressIds } from '../progress/ids.js';
import { chooseAsked, chosenAsked, morningCounts } from '../prompt/act/setting.js';
import { ids } from './ids.js';
import { sparedWords, words } from './words.js';

/** As many milestones as one looks through on a phone. */
const MOST_SHOWN = 12;

/** The home tab: what is due from this person, and how to say it. */
export const home: Feature = { name: 'home', home: show, actions: [{ id: ids.asked.id, rights: ['member'], run: choose }] };

async function choose(ctx: Ctx, { value }: Pressed): Promise<Outcome> {
  await chooseAsked(ctx, ids.asked.value.parse(value).asked);
  return show(ctx);
}

async function show(ctx: Ctx): Promise<Outcome> {
  const say = inLanguage(words, ctx.language);
  const milestones = await openMilestones(ctx);
  const shown = milestones.slice(0, MOST_SHOWN);
  const blocks: KnownBlock[] = [
    header(say.mine),
    ...(shown.length === 0 ? [section(say.none)] : shown.map((milestone) => section(milestoneLine(ctx, milestone)))),
    ...(milestones.length > shown.length ? [context(say.more(milestones.length - shown.length))] : []),
    ...(shown.length === 0 ? [] : [actions(button(progressIds.open, {}, say.report, 'primary'))]),
    section(say.how),
    context(say.digest),
    ...askedBlocks(await chosenAsked(ctx), ctx),
    ...countsBlocks(await morningCounts(ctx), ctx),
  ];
  return { kind: 'home', blocks };
}

/** What this person chose to be asked about, and the other choice. */
function askedBlocks(asked: Asked, { language }: Ctx): KnownBlock[] {
  const say = inLanguage(words, language);
  return asked === 'all'
    ? [section(say.askedAll), actions(button(ids.asked, { asked: 'due' }, say.askLess))]
    : [section(say.askedDue), actions(button(ids.asked, { asked: 'all' }, say.askAll))];
}

/** To coordinators: what the newest morning asked of people, and what it spared them. */
function countsBlocks(
  morning: { readonly day: NonNullable<MilestoneLine['due']>; readonly counts: Counts } | null,
  { language, program }: Ctx,
): KnownBlock[] {
  if (morning === null) return [];
  const say = inLanguage(words, language);
  const { counts, day } = morning;
  const why = SPARED.filter((each) => counts.spared[each]).map((each) =>
    say.sparedFor(sparedWords[each][language], counts.spared[each] ?? 0),
  );
  return [
    section(say.counts(dayWords(day, language, program.year), counts.people, counts.asked, sparedIn(counts))),
    ...(why.length === 0 ? [] : [context(why.join(' · '))]),
  ];
}

function milestoneLine(ctx: Ctx, milestone: MilestoneLine): string {
  const say = inLanguage(words, ctx.language);
  const day = (date: NonNullable<MilestoneLine['due']>) => dayWords(date, ctx.language, ctx.program.year);
  const late = milestone.due === null ? 0 : daysBetween(milestone.due, ctx.today);
  const due = milestone.due === null ? say.noDue : late > 0 ? `*${say.overdue(late)}*` : say.due(day(milestone.due));
  const stands =
    milestone.percent === null || milestone.reportedOn === null
      ? say.unreported
      : say.reported(milestone.percent, day(milestone.reportedOn));
  return `*${escapeText(milestone.name)}* · ${milestone.code} ${escapeText(clip(milestone.projectName, 24))}\n${due} · ${stands}`;
}
