import type { KnownBlock } from '@slack/types';
import { dayAt } from '../../../domain/day.js';
import { tenthsDown } from '../../../domain/exact.js';
import { hundredthsDone } from '../../../domain/promotion/money.js';
import type { Ctx, Outcome } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, form, input, plain, section } from '../../../slack/blocks.js';
import type { Money } from '../../../store/promotion-money.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { SeenMoney } from '../model.js';
import { promotionPhrases } from './parts.js';

const words = {
  waits: { zh: (kind: string) => `${kind}，等您核对`, en: (kind: string) => `${kind} to confirm` },
  voucher: {
    zh: (voucher: string) => `凭证${voucher}`,
    en: (voucher: string) => `Voucher ${voucher}`,
  },
  inAll: {
    zh: (amount: string) => `增资到${amount}，按增加的算`,
    en: (amount: string) => `${amount} in all; the increase counts`,
  },
  corrected: { zh: (what: string) => `更正：原为${what}`, en: (what: string) => `Correction; it was ${what}` },
  void: { zh: '作废', en: 'void' },
  entered: {
    zh: (name: string, day: string) => `${name}登记，${day}`,
    en: (name: string, day: string) => `Entered by ${name}, ${day}`,
  },
  after: {
    zh: (change: string) => `核对后：${change}`,
    en: (change: string) => `Then ${change}`,
  },
  now: { zh: (sum: string) => `现在${sum}`, en: (sum: string) => `Now ${sum}` },
  confirm: { zh: '核对无误', en: 'Confirm' },
  return: { zh: '退回', en: 'Return' },
  kept: {
    zh: (voucher: string) => `已登记${voucher}，等核对`,
    en: (voucher: string) => `Entered ${voucher}: to be confirmed`,
  },
  keptCorrection: {
    zh: (voucher: string) => `已登记对${voucher}的更正，等核对`,
    en: (voucher: string) => `Correction of ${voucher} entered: to be confirmed`,
  },
  confirmed: {
    zh: (voucher: string) => `已核对${voucher}，计入`,
    en: (voucher: string) => `Confirmed ${voucher}: it counts`,
  },
  returned: {
    zh: (voucher: string, reason: string) => `已退回${voucher}：${reason}`,
    en: (voucher: string, reason: string) => `Returned ${voucher}: ${reason}`,
  },
  title: { zh: '退回凭证', en: 'Return a voucher' },
  submit: { zh: '退回', en: 'Return' },
  close: { zh: '取消', en: 'Cancel' },
  reason: { zh: '哪里不对', en: 'What is wrong' },
} as const satisfies Phrases;

/** What it is: voucher, amount, project; who entered it. */
function facts(ctx: Pick<Ctx, 'program' | 'language'>, { money, corrects, enteredBy }: SeenMoney): readonly string[] {
  const say = inLanguage(words, ctx.language);
  const phrases = promotionPhrases(ctx);
  const name = enteredBy === null ? '' : escapeText(ctx.language === 'zh' ? enteredBy.name : enteredBy.nameEn);
  return [
    phrases.list([
      say.voucher(escapeText(money.voucher)),
      money.amount === 0 ? say.void : phrases.amount(money.kind, money.amount),
    ]),
    phrases.project(money),
    ...(corrects === null ? [] : [say.corrected(phrases.list(changed(ctx, money, corrects)))]),
    ...(money.inAll === null ? [] : [say.inAll(phrases.amount(money.kind, money.inAll))]),
    say.entered(name, phrases.day(dayAt(money.enteredAt, ctx.program.timeZone))),
  ];
}

/** What of the one that is corrected was otherwise. */
function changed(ctx: Pick<Ctx, 'program' | 'language'>, money: Money, was: Money): readonly string[] {
  const say = inLanguage(words, ctx.language);
  const phrases = promotionPhrases(ctx);
  const amount = was.amount === 0 ? say.void : phrases.amount(was.kind, was.amount);
  return [
    ...(was.amount === money.amount && was.kind === money.kind ? [] : [amount]),
    ...(was.projectId === money.projectId ? [] : [phrases.project(was)]),
    ...(was.on === money.on ? [] : [phrases.day(was.on)]),
  ];
}

/** `2→2.5亿元，5%→6.2%`: rounded down; what is none yet is left out. */
function effect(ctx: Pick<Ctx, 'program' | 'language'>, { money, before, after, target }: SeenMoney): string {
  const phrases = promotionPhrases(ctx);
  const percent = (of: number) => `${tenthsDown(hundredthsDone(of, target ?? 1) / 100)}%`;
  const arrow = (of: number, to: number, text: (value: number) => string): string =>
    of === 0 || text(of) === text(to) ? text(to) : `${text(of)}→${text(to)}`;
  const sums = arrow(before, after, (value) => phrases.sum(money.kind, value));
  return target === null ? sums : phrases.list([sums, arrow(before, after, percent)]);
}

/** To the second person. */
export function waitingBlocks(ctx: Pick<Ctx, 'program' | 'language'>, seen: SeenMoney): KnownBlock[] {
  const say = inLanguage(words, ctx.language);
  const title = say.waits(promotionPhrases(ctx).kind(seen.money.kind));
  const { id } = seen.money;
  return [
    section([`*${title}*`, ...facts(ctx, seen), say.after(effect(ctx, seen))].join('\n')),
    actions(button(ids.confirm, { id }, say.confirm, 'primary'), button(ids.return, { id }, say.return)),
  ];
}

export function enteredMessage(ctx: Ctx, seen: SeenMoney): Message {
  const say = inLanguage(words, ctx.language);
  const { money, corrects } = seen;
  const title = (corrects === null ? say.kept : say.keptCorrection)(escapeText(money.voucher));
  const [, ...rest] = facts(ctx, seen);
  const amount = money.amount === 0 ? say.void : promotionPhrases(ctx).amount(money.kind, money.amount);
  const rows = [amount, ...rest.slice(0, -1), say.after(effect(ctx, seen))];
  return { text: [title, ...rows].join('\n'), blocks: [section([`*${title}*`, ...rows].join('\n'))] };
}

export function confirmedMessage(ctx: Ctx, seen: SeenMoney): Message {
  const say = inLanguage(words, ctx.language);
  const title = say.confirmed(escapeText(seen.money.voucher));
  return { text: title, blocks: [section(`*${title}*\n${say.now(effect(ctx, seen))}`)] };
}

export const returnedMessage = (ctx: Ctx, { money }: SeenMoney): Message =>
  plain(inLanguage(words, ctx.language).returned(escapeText(money.voucher), escapeText(money.reason ?? '')));

export function returnForm(ctx: Ctx, id: number): Outcome {
  const say = inLanguage(words, ctx.language);
  const texts = { title: say.title, submit: say.submit, close: say.close };
  const field = { type: 'plain_text_input' as const, action_id: 'reason', max_length: 100 };
  return {
    kind: 'view',
    view: form(ids.returnForm, { place: ctx.place, id }, texts, [input('reason', say.reason, field)]),
  };
}
