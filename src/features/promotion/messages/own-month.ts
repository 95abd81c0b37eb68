import type { Button, KnownBlock } from '@slack/types';
import type { LocalDay } from '../../../domain/day.js';
import type { Ctx } from '../../../feature.js';
import { actions, button, section } from '../../../slack/blocks.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { OwnMonth } from '../own-month.js';
import { promotionPhrases } from './parts.js';

const words = {
  title: {
    zh: (month: string) => `*${month}招商活动*`,
    en: (month: string) => `*${month}’s activity*`,
  },
  done: { zh: (done: number) => `：已记${done}次`, en: (done: number) => `: ${done} recorded` },
  excused: { zh: (reason: string) => `：本月不便，${reason}`, en: (reason: string) => `: excused, ${reason}` },
  short: {
    zh: (done: number, missing: number) => (done === 0 ? ' 还没有记到' : ` 还差${missing}次`),
    en: (done: number, missing: number) => (done === 0 ? ' not recorded yet' : `: ${missing} short`),
  },
  left: {
    zh: (count: number, days: string, _month: string) => `本月还有${count}个工作日：${days}日`,
    en: (count: number, days: string, month: string) =>
      `${count} ${count === 1 ? 'workday' : 'workdays'} left: ${days} ${month}`,
  },
  record: { zh: '记一次', en: 'Record' },
  excuse: { zh: '本月不便', en: 'Not this month' },
} as const satisfies Phrases;

type Reader = Pick<Ctx, 'program' | 'language'>;

const daysOf = (days: readonly LocalDay[], language: Language): string =>
  days.map((day) => Number(day.slice(8))).join(language === 'zh' ? '、' : ', ');

/** What is wanting of a leader's month, and the working days that it has. */
export function wantingRows(
  reader: Reader,
  { month, done, missing, left }: Pick<OwnMonth, 'month' | 'done' | 'missing' | 'left'>,
): readonly string[] {
  const say = inLanguage(words, reader.language);
  const name = promotionPhrases(reader).month(month);
  const title = `${say.title(name)}${say.short(done, missing)}`;
  return left.length === 0 ? [title] : [title, say.left(left.length, daysOf(left, reader.language), name)];
}

/** To record one, or to say why there is none this month. */
export function wantingButtons(
  { language }: Pick<Reader, 'language'>,
  { leaderId, month, today }: { readonly leaderId: number; readonly month: LocalDay; readonly today: LocalDay },
): readonly Button[] {
  const say = inLanguage(words, language);
  const draft = { joined: [], place: '', field: null, firms: null, text: '', apart: false };
  return [
    button(ids.change, { leader: leaderId, on: today, ...draft }, say.record),
    button(ids.excuse, { leader: leaderId, month }, say.excuse),
  ];
}

/** On a leader's home tab: their month. */
export function monthBlocks(ctx: Ctx, own: OwnMonth | null): KnownBlock[] {
  if (own === null) return [];
  const say = inLanguage(words, ctx.language);
  const title = say.title(promotionPhrases(ctx).month(own.month));
  if (own.missing > 0)
    return [section(wantingRows(ctx, own).join('\n')), actions(...wantingButtons(ctx, { ...own, today: ctx.today }))];
  if (own.excused !== null) return [section(`${title}${say.excused(escapeText(own.excused))}`)];
  return own.done === 0 ? [] : [section(`${title}${say.done(own.done)}`)];
}
