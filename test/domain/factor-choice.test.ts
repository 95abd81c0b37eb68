import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDay } from '../../src/domain/day.js';
import { compareYieldFirst, type FactorBatch, type FactorRequest, inTurn, waiting } from '../../src/domain/factor.js';
import { type ChoiceRequest, gatesOf, inThisOrder, mostGates } from '../../src/domain/factor-choice.js';
import '../support/properties.js';

const today = localDay('2020-06-17');
const mu = (amount: number) => amount * 10_000;
const june = localDay('2020-06-30');

const request = (id: number, amount: number, more: Partial<ChoiceRequest> = {}): ChoiceRequest => ({
  id,
  code: `P-${String(id).padStart(3, '0')}`,
  class: 'other',
  gate: june,
  standing: 'open',
  amount,
  given: 0,
  released: 0,
  by: today,
  ...more,
});
const batch = (id: number, amount: number, from = today): FactorBatch => ({ id, amount, given: 0, from });
const codes = (requests: readonly ChoiceRequest[]) => requests.map(({ code }) => code);

/** Whether these can all be given, draw by draw: who may use least draws first. */
function canBeGiven(chosen: readonly ChoiceRequest[], batches: readonly FactorBatch[]): boolean {
  const left = new Map(batches.map(({ id, amount, given }) => [id, amount - given]));
  const may = ({ class: of, by }: ChoiceRequest) => batches.filter(({ from }) => of === 'provincial' || from <= by);
  return [...chosen]
    .sort((one, other) => may(one).length - may(other).length)
    .every((each) => {
      let rest = waiting(each);
      for (const { id } of may(each)) {
        const drawn = Math.min(rest, left.get(id) ?? 0);
        left.set(id, (left.get(id) ?? 0) - drawn);
        rest -= drawn;
      }
      return rest === 0;
    });
}

/** Every choice of those that make a gate, looked at: the largest, of equals the one that has the first of the order. */
function byBruteForce(order: readonly ChoiceRequest[], batches: readonly FactorBatch[]): readonly string[] {
  const gated = order.filter(({ gate }) => gate !== null);
  let best: { count: number; bits: string; chosen: readonly ChoiceRequest[] } = { count: -1, bits: '', chosen: [] };
  for (let set = 0; set < 2 ** gated.length; set += 1) {
    const bits = set.toString(2).padStart(gated.length, '0');
    const chosen = gated.filter((_, index) => bits[index] === '1');
    if (chosen.length < best.count || (chosen.length === best.count && bits < best.bits)) continue;
    if (canBeGiven(chosen, batches)) best = { count: chosen.length, bits, chosen };
  }
  const taken = [...best.chosen];
  for (const each of order) if (!taken.includes(each) && canBeGiven([...taken, each], batches)) taken.push(each);
  return codes(taken).sort();
}

const requests = fc.array(
  fc.record({
    amount: fc.integer({ min: 1, max: 12 }),
    gate: fc.constantFrom(june, june, localDay('2020-09-30'), null),
    class: fc.constantFrom('provincial' as const, 'other' as const, 'other' as const),
    by: fc.integer({ min: 0, max: 4 }).map((days) => addDays(today, days)),
  }),
  { maxLength: 8 },
);
const batches = fc.array(fc.tuple(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 0, max: 4 })), {
  minLength: 1,
  maxLength: 3,
});

describe('a choice under a pool', () => {
  it('is the best of all choices, in a thousand small cases', () => {
    fc.assert(
      fc.property(requests, batches, (asked, opened) => {
        const order = asked.map((each, index) => request(index + 1, each.amount, each));
        const there = opened
          .map(([amount, days], index) => batch(index + 1, amount, addDays(today, days)))
          .sort((one, other) => (one.from < other.from ? -1 : 1));
        const choice = mostGates(order, there);
        expect(codes(choice.taken).sort()).toEqual(byBruteForce(order, there));
        expect(canBeGiven(choice.taken, there)).toBe(true);
        expect(choice.taken.length + choice.left.length).toBe(order.length);
        for (const { request: each, short } of choice.left) {
          expect(short).toBeGreaterThan(0);
          expect(canBeGiven([...choice.taken, each], there)).toBe(false);
          const less = { ...each, amount: each.amount - short };
          if (less.amount > 0) expect(canBeGiven([...choice.taken, less], there)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('120 mu: by yield alone P-052 passes P-012, which is 17 short; the present order keeps two for a gate, and none keeps more', () => {
    const asks = (
      id: number,
      amount: number,
      investment: number,
      gate: string | null,
    ): FactorRequest & ChoiceRequest => ({
      ...request(id, mu(amount), { gate: gate === null ? null : localDay(gate) }),
      investment,
      divisible: false,
      askedAt: 0,
    });
    const order = inTurn(
      [asks(52, 60, 38_000, null), asks(12, 45, 18_600, '2020-09-30'), asks(3, 32, 42_000, '2020-06-30')],
      [batch(1, mu(120))],
      today,
    ).map((line) => line.request as FactorRequest & ChoiceRequest);
    const pool = [batch(1, mu(120))];
    const now = inThisOrder(order, pool);
    expect([codes(now.taken), now.rest, gatesOf(now)]).toEqual([['P-003', 'P-012'], mu(43), 2]);
    expect(now.left.map((each) => [each.request.code, each.short])).toEqual([['P-052', mu(17)]]);
    const alone = inThisOrder([...order].sort(compareYieldFirst), pool);
    expect([codes(alone.taken), alone.rest, gatesOf(alone)]).toEqual([['P-003', 'P-052'], mu(28), 1]);
    expect(alone.left.map((each) => [each.request.code, each.short])).toEqual([['P-012', mu(17)]]);
    expect(codes(mostGates(order, pool).taken)).toEqual(codes(now.taken));
  });

  it('of 300 requests is found in far less than two seconds', () => {
    const order = Array.from({ length: 300 }, (_, index) =>
      request(index + 1, mu(1 + ((index * 7919) % 97)), {
        by: addDays(today, index % 20),
        class: index % 11 === 0 ? 'provincial' : 'other',
      }),
    );
    const there = Array.from({ length: 20 }, (_, index) => batch(index + 1, mu(200), addDays(today, index)));
    const began = performance.now();
    const choice = mostGates(order, there);
    expect(performance.now() - began).toBeLessThan(1000);
    expect(gatesOf(choice)).toBeGreaterThan(gatesOf(inThisOrder(order, there)));
  });
});
