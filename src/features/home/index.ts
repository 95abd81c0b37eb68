import type { KnownBlock } from '@slack/types';
import { daysBetween } from '../../domain/day.js';
import { dayWords } from '../../domain/day-words.js';
import type { Ctx, Feature, Outcome } from '../../feature.js';
import { actions, button, context, header, section } from '../../slack/blocks.js';
import type { MilestoneLine } from '../../store/projects.js';
import { clip, escapeText } from '../../text/escape.js';
import { inLanguage } from '../../text/language.js';
import { openMilestones } from '../progress/act/form.js';
import { ids } from '../progress/ids.js';
import { words } from './words.js';

/** As many milestones as one looks through on a phone. */
const MOST_SHOWN = 12;

/** The home tab: what is due from this person, and how to say it. */
export const home: Feature = { name: 'home', home: show };

async function show(ctx: Ctx): Promise<Outcome> {
  const say = inLanguage(words, ctx.language);
  const milestones = await openMilestones(ctx);
  const shown = milestones.slice(0, MOST_SHOWN);
  const blocks: KnownBlock[] = [
    header(say.mine),
    ...(shown.length === 0 ? [section(say.none)] : shown.map((milestone) => section(milestoneLine(ctx, milestone)))),
    ...(milestones.length > shown.length ? [context(say.more(milestones.length - shown.length))] : []),
    ...(shown.length === 0 ? [] : [actions(button(ids.open, {}, say.report, 'primary'))]),
    section(say.how),
    context(say.digest),
  ];
  return { kind: 'home', blocks };
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
