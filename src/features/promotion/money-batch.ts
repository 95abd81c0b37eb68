import { denialWords, may } from '../../domain/permission.js';
import { type Ctx, inItsPlace, type Outcome, type Refused } from '../../feature.js';
import type { Money } from '../../store/promotion-money.js';
import { promotingIn } from './context.js';
import { batchConfirmedMessage, batchMessage } from './messages/money-batch.js';
import { deniedRefusal, offRefusal, refusal } from './messages/refusals.js';
import type { MoneyBatch } from './model.js';
import { moneyAct } from './money.js';

/** The vouchers of one spreadsheet that wait, a page of them, each with its way back; below them one press for all. */
export async function seeBatch(
  ctx: Ctx,
  { import: importId, offset }: { readonly import: number; readonly offset: number },
): Promise<Outcome> {
  const batch = await confirmableBatch(ctx, importId);
  if ('refusal' in batch) return batch;
  const page: Outcome = { kind: 'say', message: batchMessage(ctx, batch, offset) };
  return offset === 0 ? page : inItsPlace(page);
}

/**
 * The second person's press for all vouchers of a spreadsheet that wait. `count`: how many the list had that it stands under;
 * where there are fewer by now, the list is shown again, and nothing is confirmed that was not seen.
 */
export async function confirmBatch(
  ctx: Ctx,
  { import: importId, count }: { readonly import: number; readonly count: number },
): Promise<Outcome> {
  const found = await confirmableBatch(ctx, importId);
  if ('refusal' in found) return found;
  const { program, person, now } = ctx;
  const confirmed = await ctx.store.transaction(async (tx): Promise<readonly Money[] | null> => {
    await tx.promotionMoney.lockWaiting(program.id, importId);
    const waiting = await tx.promotionMoney.waitingOf(program.id, importId);
    if (waiting.length !== count) return null;
    await tx.promotionMoney.confirmWaiting(program.id, importId, { personId: person.id, at: now });
    await tx.activity.add(waiting.map((money) => moneyAct(ctx, money, 'money-confirmed')));
    return waiting;
  });
  if (confirmed !== null) return inItsPlace({ kind: 'say', message: batchConfirmedMessage(ctx, confirmed) });
  const batch = await confirmableBatch(ctx, importId);
  return 'refusal' in batch ? batch : inItsPlace({ kind: 'say', message: batchMessage(ctx, batch, 0) });
}

async function confirmableBatch(ctx: Ctx, importId: number): Promise<MoneyBatch | Refused> {
  const promoting = await promotingIn(ctx);
  if (promoting === null) return offRefusal(ctx);
  const { store, program, person } = ctx;
  const kept = await store.promotionImports.byId(program.id, importId);
  if (kept === null) return refusal(ctx, 'gone');
  const waiting = await store.promotionMoney.waitingOf(program.id, importId);
  // All of them were entered by the press that recorded the spreadsheet.
  const enteredById = waiting[0]?.enteredById ?? kept.personId;
  const permission = may(person, 'confirm-money', { ...promoting.thing, enteredById });
  if (!permission.allowed) return deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
  return { importId, fileName: kept.fileName, waiting };
}

/** What waits for somebody, apart from each other: single vouchers, and those of one spreadsheet together. */
export function inBatches(waiting: readonly Money[]): {
  readonly single: readonly Money[];
  readonly batches: readonly { readonly importId: number; readonly waiting: readonly Money[] }[];
} {
  const together = new Map<number, Money[]>();
  for (const money of waiting) {
    if (money.importId === null || money.correctsId !== null) continue;
    together.set(money.importId, [...(together.get(money.importId) ?? []), money]);
  }
  const batches = [...together].filter(([, each]) => each.length > 1);
  const batched = new Set(batches.map(([importId]) => importId));
  return {
    single: waiting.filter(({ importId }) => importId === null || !batched.has(importId)),
    batches: batches.map(([importId, each]) => ({ importId, waiting: each })),
  };
}
