import type { KnownBlock } from '@slack/types';
import { MONEY_KINDS, sumOf } from '../../../domain/promotion/money.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, plain, section } from '../../../slack/blocks.js';
import type { Money } from '../../../store/promotion-money.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { MoneyBatch } from '../model.js';
import { promotionPhrases } from './parts.js';

const words = {
  waits: { zh: (count: number) => `表格${count}笔，等您核对`, en: (count: number) => `${count} of a file to confirm` },
  sum: {
    zh: (kind: string, count: number, sum: string) => `${kind}${count}笔，${sum}`,
    en: (kind: string, count: number, sum: string) => `${kind}: ${count}, ${sum}`,
  },
  list: { zh: '看清单', en: 'See the list' },
  file: { zh: (file: string) => `表格：${file}`, en: (file: string) => `File: ${file}` },
  voucher: { zh: (voucher: string) => `凭证${voucher}`, en: (voucher: string) => `voucher ${voucher}` },
  inAll: { zh: (sum: string) => `　增资到${sum}`, en: (sum: string) => `　${sum} in all` },
  return: { zh: '退回', en: 'Return' },
  all: { zh: (count: number) => `全部无误${count}笔`, en: (count: number) => `Confirm all ${count}` },
  more: { zh: (left: number) => `还有${left}笔`, en: (left: number) => `${left} more` },
  none: { zh: '这张表没有等核对的', en: 'Nothing of this file waits' },
  confirmed: {
    zh: (count: number) => `已核对${count}笔，计入`,
    en: (count: number) => `Confirmed ${count}: they count`,
  },
} as const satisfies Phrases;

const PAGE = 10;

/** A row a kind: yuan and dollars are never added. */
function sums(ctx: Pick<Ctx, 'program' | 'language'>, all: readonly Money[]): readonly string[] {
  const say = inLanguage(words, ctx.language);
  const phrases = promotionPhrases(ctx);
  return MONEY_KINDS.flatMap((kind) => {
    const amounts = all.filter((each) => each.kind === kind).map(({ amount }) => amount);
    return amounts.length === 0
      ? []
      : [say.sum(phrases.kind(kind), amounts.length, phrases.amount(kind, sumOf(amounts)))];
  });
}

/** To the second person: how many of a spreadsheet wait, and the way to their list. */
export function batchBlocks(
  ctx: Pick<Ctx, 'program' | 'language'>,
  { importId, waiting }: Pick<MoneyBatch, 'importId' | 'waiting'>,
): KnownBlock[] {
  const say = inLanguage(words, ctx.language);
  return [
    section([`*${say.waits(waiting.length)}*`, ...sums(ctx, waiting)].join('\n')),
    actions(button(ids.batch, { import: importId, offset: 0 }, say.list)),
  ];
}

/** The list, each voucher with its way back; on its last page one press confirms them all. */
export function batchMessage(ctx: Ctx, { importId, fileName, waiting }: MoneyBatch, offset: number): Message {
  const say = inLanguage(words, ctx.language);
  const phrases = promotionPhrases(ctx);
  if (waiting.length === 0) return plain(say.none);
  const page = waiting.slice(offset, offset + PAGE);
  const left = waiting.length - offset - page.length;
  const title = say.waits(waiting.length);
  const rows = page.map((each) => {
    const first = phrases.list([phrases.day(each.on), phrases.amount(each.kind, each.amount)]);
    const back = button(ids.return, { id: each.id }, say.return);
    const all = each.inAll === null ? [] : [say.inAll(phrases.amount(each.kind, each.inAll))];
    return section([first, `　${say.voucher(escapeText(each.voucher))} ${phrases.project(each)}`, ...all].join('\n'), {
      ...back,
      action_id: `${back.action_id}#${each.id}`,
    });
  });
  const next =
    left > 0
      ? button(ids.batch, { import: importId, offset: offset + PAGE }, say.more(left))
      : button(ids.confirmBatch, { import: importId, count: waiting.length }, say.all(waiting.length), 'primary');
  return {
    text: title,
    blocks: [
      section([`*${title}*`, say.file(escapeText(clip(fileName, 24))), ...sums(ctx, waiting)].join('\n')),
      ...rows,
      actions(next),
    ],
  };
}

export function batchConfirmedMessage(ctx: Ctx, confirmed: readonly Money[]): Message {
  const say = inLanguage(words, ctx.language);
  return plain([say.confirmed(confirmed.length), ...sums(ctx, confirmed)].join('\n'));
}
