import type { LocalDay } from '../../../domain/day.js';
import type { LeaderMonth } from '../../../domain/promotion/duty.js';
import type { Ctx, Outcome } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { form, input, plain, section } from '../../../slack/blocks.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { SeenMonth } from '../model.js';
import { promotionPhrases } from './parts.js';

const words = {
  county: {
    zh: (month: string, recorded: number, missing: number) =>
      `${month}招商活动：已记${recorded}次${missing === 0 ? '' : `，还差${missing}次`}`,
    en: (month: string, recorded: number, missing: number) =>
      `${month} activities: ${recorded}${missing === 0 ? '' : `, ${missing} short`}`,
  },
  done: {
    zh: (name: string, done: number) => `${name} ${done}次`,
    en: (name: string, done: number) => `${name}: ${done}`,
  },
  short: {
    zh: (name: string, missing: number) => `${name} 还差${missing}次`,
    en: (name: string, missing: number) => `${name}: ${missing} short`,
  },
  excused: {
    zh: (name: string, reason: string) => `${name} 本月不便：${reason}`,
    en: (name: string, reason: string) => `${name}: excused, ${reason}`,
  },
  none: { zh: (name: string) => `${name} 不要求`, en: (name: string) => `${name}: none asked` },
  title: { zh: '本月不便', en: 'Not this month' },
  submit: { zh: '记下', en: 'Save' },
  close: { zh: '取消', en: 'Cancel' },
  reason: { zh: '为什么', en: 'Why' },
  excusedNow: {
    zh: (month: string, reason: string) => `${month}不便已记：${reason}\n这个月不再问`,
    en: (month: string, reason: string) => `${month} is excused: ${reason}\nYou are asked no more this month`,
  },
} as const satisfies Phrases;

/** `6月招商活动：已记29次，还差7次` */
export function countyRow(ctx: Pick<Ctx, 'program' | 'language'>, { month, leaders, recorded }: SeenMonth): string {
  const missing = leaders.reduce((sum, each) => sum + each.missing, 0);
  return inLanguage(words, ctx.language).county(promotionPhrases(ctx).month(month), recorded, missing);
}

/** Who did and who is short, in the plan's order; who is excused with the reason. */
export function monthMessage(ctx: Ctx, seen: SeenMonth): Message {
  const say = inLanguage(words, ctx.language);
  const phrases = promotionPhrases(ctx);
  const row = (each: LeaderMonth): string => {
    const name = phrases.name(seen.names, each.leaderId);
    if (each.excused !== null) return say.excused(name, escapeText(each.excused));
    if (each.missing > 0) return say.short(name, each.missing);
    return each.done === 0 ? say.none(name) : say.done(name, each.done);
  };
  const title = countyRow(ctx, seen);
  return { text: title, blocks: [section([`*${title}*`, ...seen.leaders.map(row)].join('\n'))] };
}

export function excuseForm(ctx: Ctx, of: { readonly leader: number; readonly month: LocalDay }): Outcome {
  const say = inLanguage(words, ctx.language);
  const texts = { title: say.title, submit: say.submit, close: say.close };
  const field = { type: 'plain_text_input' as const, action_id: 'reason', max_length: 100 };
  return {
    kind: 'view',
    view: form(ids.excuseForm, { place: ctx.place, ...of }, texts, [input('reason', say.reason, field)]),
  };
}

export const excusedMessage = (ctx: Ctx, month: LocalDay, reason: string): Message =>
  plain(inLanguage(words, ctx.language).excusedNow(promotionPhrases(ctx).month(month), escapeText(reason)));
