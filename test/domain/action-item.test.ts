import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asksWhether,
  CARRIED_ASKS,
  countItems,
  decided,
  decideItem,
  type ItemEvent,
  type ItemState,
  overdueDays,
  reopenedItem,
} from '../../src/domain/action-item.js';
import { addDays, localDay } from '../../src/domain/day.js';

const day = localDay;
const today = day('2020-06-24');
const item = decided(day('2020-07-02'));
function become(state: ItemState, ...events: readonly ItemEvent[]): ItemState {
  return events.reduce((now, event) => {
    const result = decideItem(now, event, today);
    if ('refused' in result) throw new Error(result.refused);
    return result.state;
  }, state);
}
const refusal = (state: ItemState, event: ItemEvent, on = today) => {
  const result = decideItem(state, event, on);
  return 'refused' in result ? result.refused : null;
};
const late = (to: string, reason = '等批复'): ItemEvent => ({ do: 'late', to: day(to), reason });

describe('an action item', () => {
  it('is done once, by whom and when', () => {
    const done = become(item, { do: 'done', by: 7 });
    expect(done).toMatchObject({ standing: 'done', endedOn: today, endedById: 7, version: 2 });
    for (const event of [
      { do: 'done', by: 7 },
      { do: 'keep' },
      late('2020-07-09'),
      { do: 'drop', by: 7, reason: '并入' },
    ] as const)
      expect(refusal(done, event)).toBe('ended');
    expect(reopenedItem(done)).toMatchObject({ standing: 'open', endedOn: null, endedById: null, version: 3 });
  });

  it('is carried to a later day with a reason; its first day stays', () => {
    expect(become(item, late('2020-07-06'))).toMatchObject({ due: '2020-07-06', firstDue: '2020-07-02', carried: 1 });
    expect(refusal(item, late('2020-07-02'))).toBe('not-later');
    expect(refusal(item, late('2020-07-06'), day('2020-07-07'))).toBe('past');
    expect(refusal(item, late('2020-07-06', '  '))).toBe('reason-missing');
  });

  it('carried a third time is asked about at the next agenda, until somebody says that it stays', () => {
    const twice = become(item, late('2020-07-06'), late('2020-07-08'));
    expect(asksWhether(twice)).toBe(false);
    expect(refusal(twice, { do: 'keep' })).toBe('not-carried');
    const thrice = become(twice, late('2020-07-10'));
    expect(thrice.carried).toBe(CARRIED_ASKS);
    expect(asksWhether(thrice)).toBe(true);
    const kept = become(thrice, { do: 'keep' });
    expect(asksWhether(kept)).toBe(false);
    expect(asksWhether(become(kept, late('2020-07-13')))).toBe(true);
  });

  it('is dropped only with a reason', () => {
    expect(refusal(item, { do: 'drop', by: 1, reason: '' })).toBe('reason-missing');
    expect(become(item, { do: 'drop', by: 1, reason: '已并入二期' })).toMatchObject({
      standing: 'dropped',
      dropReason: '已并入二期',
    });
  });

  it('is overdue by full days after its day, and no longer once ended', () => {
    expect(overdueDays(item, day('2020-07-02'))).toBe(0);
    expect(overdueDays(item, day('2020-07-03'))).toBe(1);
    expect(overdueDays(become(item, { do: 'done', by: 1 }), day('2020-08-01'))).toBe(0);
  });

  it('counts add up on any day', () => {
    const state = fc.record({
      standing: fc.constantFrom('open' as const, 'done' as const, 'dropped' as const),
      away: fc.integer({ min: -30, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(state), (all) => {
        const items = all.map(({ standing, away }) => ({ ...decided(addDays(today, away)), standing }));
        const { done, dropped, overdue, running, all: sum } = countItems(items, today);
        expect(done + dropped + overdue + running).toBe(sum);
        expect(overdue).toBe(all.filter(({ standing, away }) => standing === 'open' && away < 0).length);
      }),
    );
  });
});
