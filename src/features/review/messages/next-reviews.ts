import type { KnownBlock } from '@slack/types';
import { monthStart } from '../../../domain/day.js';
import type { Ctx } from '../../../feature.js';
import { actions, button, section } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { ReviewsSeen } from '../model.js';
import { itemPhrases } from './parts.js';

const words = {
  next: {
    zh: (day: string, review: string) => `下次会：${day}${review}`,
    en: (day: string, review: string) => `Next: ${day}, ${review}`,
  },
  unsettled: {
    zh: (day: string, review: string) => `还没有记：${day}${review}`,
    en: (day: string, review: string) => `Not settled: ${day}, ${review}`,
  },
  missed: { zh: (rows: string) => `这一期没有开：${rows}`, en: (rows: string) => `Not held in its period: ${rows}` },
  agenda: { zh: '议程', en: 'Agenda' },
  calendar: { zh: '会议日历', en: 'Calendar' },
  lookback: { zh: (gate: string) => `${gate}复盘`, en: (gate: string) => `Look back on ${gate}` },
} as const satisfies Phrases;

const MOST_SHOWN = 2;

/** On the home tab of who leads reviews: the next ones with their agenda, those to be settled, and those whose period went by. */
export function nextReviewBlocks(ctx: Ctx, { next, unsettled, missed, lookback }: ReviewsSeen): KnownBlock[] {
  const say = inLanguage(words, ctx.language);
  const phrases = itemPhrases(ctx, ctx.language);
  const zh = ctx.language === 'zh';
  const rows = missed.map(({ day, review }) => `${phrases.day(day)}${zh ? '' : ' '}${phrases.review(review)}`);
  const shown = [
    ...unsettled.slice(0, MOST_SHOWN).map((slot) => ({ slot, row: say.unsettled })),
    ...next.slice(0, MOST_SHOWN).map((slot) => ({ slot, row: say.next })),
  ];
  return [
    ...shown.map(({ slot: { review, period, day }, row }, place) => {
      const agenda = button(ids.agenda, { review, period }, say.agenda);
      // Slack wants every action_id of a view once.
      const named = { ...agenda, action_id: `${agenda.action_id}#${place}` };
      return section(row(phrases.dayAndWeekday(day), phrases.review(review)), named);
    }),
    ...(rows.length === 0 ? [] : [section(say.missed(rows.join(zh ? '、' : ', ')))]),
    actions(
      button(ids.calendar, { month: monthStart(ctx.today) }, say.calendar),
      ...(lookback === null ? [] : [button(ids.lookback, { gate: lookback }, say.lookback(phrases.day(lookback)))]),
    ),
  ];
}
