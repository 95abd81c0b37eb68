import type { KnownBlock } from '@slack/types';
import { weekday } from '../../../domain/day.js';
import { dayWords } from '../../../domain/day-words.js';
import type { Asked } from '../../../domain/prompt.js';
import type { Ctx } from '../../../feature.js';
import { actions, button, divider, header, section } from '../../../slack/blocks.js';
import { clip } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { postponementBlocks } from '../../edit/door.js';
import { homeFactorBlocks, recallBlocks } from '../../factor/door.js';
import { findBlock } from '../../project/door.js';
import { leadBlocks, monthBlocks } from '../../promotion/door.js';
import { askedWords } from '../../prompt/door.js';
import { itemBlocks, nextReviewBlocks } from '../../review/door.js';
import { slipBlocks } from '../../slip/door.js';
import { proposalBlocks } from '../../trip/door.js';
import { ids } from '../ids.js';
import type { SeenHome } from '../model.js';
import { changeBlocks } from './changes.js';
import { goalBlocks } from './goals.js';
import { groupBlocks } from './group.js';
import { healthBlocks } from './health.js';
import { milestoneBlocks } from './milestones.js';
import { raisedBlocks, waitingBlocks } from './obstacles.js';

/** The head and the foot of the home tab. */
export const words = {
  title: {
    zh: (name: string, day: string) => `${name} · ${day}`,
    en: (name: string, day: string) => `${name} · ${day}`,
  },
  weekday: {
    zh: (weekday: number) => `星期${'一二三四五六日'.charAt(weekday - 1)}`,
    en: (weekday: number) =>
      ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][weekday - 1] ?? '',
  },
  calm: { zh: '现在没有到期的，也没有等您办的。', en: 'Nothing is due, and nothing waits on you.' },
  how: {
    zh: (code: string, milestone: string) =>
      `上报只要一句话：\`${code} ${milestone} 80%\`，发给我，或在项目的讨论串里回复 \`${milestone} 80%\`。其他用法发 \`/gongjian\`。`,
    en: (code: string, milestone: string) =>
      `A line is enough to report: \`${code} ${milestone} 80%\`, sent to me, or \`${milestone} 80%\` as a reply in the project’s thread. For the rest: \`/gongjian\`.`,
  },
  look: {
    zh: '看进展发 `/digest`，目标发 `/goals`，其他用法发 `/gongjian`。',
    en: '`/digest` shows where it stands, `/goals` the goals, `/gongjian` the rest.',
  },
} as const satisfies Phrases;

/** Slack's own limit; the parts are counted so that it is never met. */
const MOST_BLOCKS = 100;

/** The home tab: what changed, what waits, what is due, and what the person's roles watch; lean, for a phone. */
export function homeBlocks(ctx: Ctx, seen: SeenHome): KnownBlock[] {
  const { language, person, program, today } = ctx;
  const say = inLanguage(words, language);
  const zh = language === 'zh';
  const day = dayWords(today, language, program.year);
  const date = zh ? `${day} ${say.weekday(weekday(today))}` : `${say.weekday(weekday(today))} ${day}`;
  const calm =
    seen.waiting.length === 0 &&
    seen.postponements.count === 0 &&
    seen.slips.length === 0 &&
    seen.items.length === 0 &&
    seen.leads.length === 0 &&
    seen.month === null &&
    seen.trips.length === 0 &&
    seen.recalls.length === 0 &&
    seen.factors.given.length + seen.factors.own.length === 0 &&
    seen.milestones.length === 0 &&
    seen.groups.length === 0;
  // What is wanting of a month waits; what was done stands below.
  const wanting = seen.month !== null && seen.month.missing > 0;
  const [first] = seen.milestones;
  return [
    header(say.title(zh ? person.name : person.nameEn, date)),
    ...changeBlocks(ctx, seen.changes, seen.names),
    ...waitingBlocks(ctx, seen.waiting),
    ...postponementBlocks(ctx, seen.postponements),
    ...slipBlocks(ctx, seen.slips),
    ...itemBlocks(ctx, seen.items),
    ...leadBlocks(ctx, seen.leads),
    ...(wanting ? monthBlocks(ctx, seen.month) : []),
    ...(seen.reviews === null ? [] : nextReviewBlocks(ctx, seen.reviews)),
    ...proposalBlocks(ctx, seen.trips),
    ...recallBlocks(ctx, seen.recalls),
    ...homeFactorBlocks(ctx, seen.factors),
    ...(seen.owns ? milestoneBlocks(ctx, seen.milestones) : []),
    ...raisedBlocks(ctx, seen.raised),
    ...(calm && !seen.owns ? [section(say.calm)] : []),
    ...seen.groups.flatMap((group) => groupBlocks(ctx, group)),
    ...(wanting ? [] : monthBlocks(ctx, seen.month)),
    ...goalBlocks(ctx, seen),
    ...(seen.health === null ? [] : healthBlocks(ctx, seen.health, seen.morning)),
    divider,
    findBlock(language),
    section(seen.owns && first ? say.how(first.code, codeText(first.name)) : say.look),
    ...(seen.asked === null ? [] : askedBlocks(seen.asked, language)),
  ].slice(0, MOST_BLOCKS);
}

/** What this person chose to be asked about, and the other choice. */
function askedBlocks(asked: Asked, language: Language): KnownBlock[] {
  const say = inLanguage(askedWords, language);
  return asked === 'all'
    ? [section(say.askedAll), actions(button(ids.asked, { asked: 'due' }, say.askLess))]
    : [section(say.askedDue), actions(button(ids.asked, { asked: 'all' }, say.askAll))];
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
