import type { MoneyKind } from '../../../domain/promotion/money.js';
import { sumOf } from '../../../domain/promotion/money.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, section } from '../../../slack/blocks.js';
import type { Activity } from '../../../store/promotion.js';
import type { Money } from '../../../store/promotion-money.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids, type Listed } from '../ids.js';
import type { PromotionNames } from '../model.js';
import { promotionPhrases } from './parts.js';

const words = {
  activities: { zh: (count: number) => `招商活动${count}次`, en: (count: number) => `Activities: ${count}` },
  noActivities: { zh: '招商活动：还没有记', en: 'No activities are recorded' },
  money: { zh: (kind: string, sum: string) => `${kind} ${sum}`, en: (kind: string, sum: string) => `${kind}: ${sum}` },
  noMoney: { zh: (kind: string) => `${kind}：还没有核对过的`, en: (kind: string) => `${kind}: none confirmed` },
  voucher: { zh: (voucher: string) => `凭证${voucher}`, en: (voucher: string) => `voucher ${voucher}` },
  more: { zh: (left: number) => `还有${left}项`, en: (left: number) => `${left} more` },
} as const satisfies Phrases;

const PAGE = 10;
type At = Pick<Listed, 'moment' | 'offset'>;

/** The activities behind the number, the oldest first: as long as the number says. */
export function activityListMessage(ctx: Ctx, all: readonly Activity[], names: PromotionNames, at: At): Message {
  const say = inLanguage(words, ctx.language);
  const phrases = promotionPhrases(ctx);
  const rows = all.map((each) => {
    const first = phrases.list([phrases.day(each.on), phrases.led(phrases.name(names, each.leaderId))]);
    return `${first}\n　${phrases.list([phrases.where(each), ...(each.firms === null ? [] : [phrases.firms(each.firms)])])}`;
  });
  const title = all.length === 0 ? say.noActivities : say.activities(all.length);
  return paged(ctx, title, rows, 'activities', at);
}

/** The vouchers behind a sum, each exact; the sum is rounded down. */
export function moneyListMessage(ctx: Ctx, kind: MoneyKind, all: readonly Money[], at: At): Message {
  const say = inLanguage(words, ctx.language);
  const phrases = promotionPhrases(ctx);
  const sum = phrases.sum(kind, sumOf(all.map(({ amount }) => amount)));
  const rows = all.map((each) => {
    const first = phrases.list([phrases.day(each.on), phrases.amount(kind, each.amount)]);
    return `${first}\n　${say.voucher(escapeText(each.voucher))} ${phrases.project(each)}`;
  });
  const title = all.length === 0 ? say.noMoney(phrases.kind(kind)) : say.money(phrases.kind(kind), sum);
  return paged(ctx, title, rows, kind, at);
}

function paged(ctx: Ctx, title: string, rows: readonly string[], of: Listed['of'], { moment, offset }: At): Message {
  const say = inLanguage(words, ctx.language);
  const page = rows.slice(offset, offset + PAGE);
  const left = rows.length - offset - page.length;
  return {
    text: title,
    blocks: [
      section([`*${title}*`, ...page].join('\n')),
      ...(left > 0 ? [actions(button(ids.list, { of, moment, offset: offset + PAGE }, say.more(left)))] : []),
    ],
  };
}
