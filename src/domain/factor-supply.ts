import type { LocalDay } from './day.js';
import { type FactorBatch, type FactorRequest, leftOf, waiting } from './factor.js';
import type { FactorAmount } from './factor-amount.js';

/** What waits by a day, and how much all that waits until then is short of what is there by then; `by` null: nobody said when. */
export type WaitingBy = {
  readonly by: LocalDay | null;
  readonly count: number;
  readonly amount: FactorAmount;
  readonly short: FactorAmount;
};

type Waits = Pick<FactorRequest, 'standing' | 'amount' | 'given' | 'released' | 'gate'> & {
  readonly neededBy: LocalDay | null;
};

/** By when it is needed: as who asked said, else by the gate that it can still make. */
const neededOn = ({ neededBy, gate }: Waits): LocalDay | null => neededBy ?? gate;

/**
 * The days by which a pool's requests are needed, each with what waits since the day before it and whether the batches that are
 * there by then hold all so far; what has no day comes last, against all batches. Of more than `most` days the later ones are one.
 */
export function waitingBy(
  requests: readonly Waits[],
  batches: readonly FactorBatch[],
  today: LocalDay,
  most: number,
): readonly WaitingBy[] {
  const open = requests.filter((each) => waiting(each) > 0);
  const days = [...new Set(open.flatMap((each) => neededOn(each) ?? []))].sort();
  const kept: readonly (LocalDay | null)[] =
    days.length <= most ? days : [...days.slice(0, most - 1), ...days.slice(-1)];
  const dayless = open.some((each) => neededOn(each) === null);
  let until = 0;
  return (dayless ? [...kept, null] : kept).map((by, index, all): WaitingBy => {
    const before = all[index - 1] ?? null;
    const its = open.filter((each) => {
      const on = neededOn(each);
      if (by === null || on === null) return by === on;
      return on <= by && (before === null || on > before);
    });
    const amount = its.reduce((sum, each) => sum + waiting(each), 0);
    until += amount;
    // What was needed before today can only come of what is there today.
    const there = by === null ? leftOf(batches, today, true) : leftOf(batches, by < today ? today : by);
    return { by, count: its.length, amount, short: Math.max(0, until - there) };
  });
}
