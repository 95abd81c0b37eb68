import { describe, expect, it } from 'vitest';
import { addDays, monthStart } from '../../../src/domain/day.js';
import {
  type Duty,
  dutyMonths,
  leadersMonth,
  nextMonth,
  tellsOn,
  workdaysLeft,
} from '../../../src/domain/promotion/duty.js';
import fc from '../../support/properties.js';
import { day } from '../given.js';
import { calendar } from '../obstacle-given.js';

const duty: Duty = { perMonth: 1, since: day('2020-04-01'), until: day('2020-12-31'), tellWorkdays: 5 };
const june = day('2020-06-01');
const none = new Map<number, string>();

describe('the monthly duty of a leader', () => {
  it('is done by who led, in its own month: three in June do not pay for July', () => {
    const three = ['2020-06-02', '2020-06-16', '2020-06-30'].map((on) => ({ leaderId: 1, on: day(on) }));
    expect(leadersMonth([1, 2], june, three, none, duty)).toEqual([
      { leaderId: 1, month: june, done: 3, missing: 0, excused: null },
      { leaderId: 2, month: june, done: 0, missing: 1, excused: null },
    ]);
    expect(leadersMonth([1], day('2020-07-01'), three, none, duty)[0]?.missing).toBe(1);
  });

  it('is not asked for of who said 本月不便, nor outside of whole months of the plan', () => {
    expect(leadersMonth([1], june, [], new Map([[1, '学习']]), duty)[0]).toMatchObject({ missing: 0, excused: '学习' });
    expect(leadersMonth([1], day('2020-03-01'), [], none, duty)[0]?.missing).toBe(0);
    expect(leadersMonth([1], june, [], none, { ...duty, until: day('2020-06-29') })[0]?.missing).toBe(0);
  });

  it('of twelve leaders is 108 in the nine months from April', () => {
    expect(dutyMonths(day('2020-12-31'), duty)).toHaveLength(9);
    expect(dutyMonths(day('2020-06-17'), duty)).toEqual(['2020-04-01', '2020-05-01', '2020-06-01']);
    expect(dutyMonths(day('2021-03-01'), duty).length * 12).toBe(108);
  });

  it('is told on the last five working days of the month, over a holiday and a make-up Sunday', () => {
    const days = Array.from({ length: 30 }, (_, index) => addDays(june, index));
    expect(days.filter((each) => tellsOn(each, calendar, duty))).toEqual([
      '2020-06-23',
      '2020-06-24',
      '2020-06-28',
      '2020-06-29',
      '2020-06-30',
    ]);
  });

  it('has the working days that the calendar leaves of the month, that day among them', () => {
    const left = (on: string) => workdaysLeft(day(on), calendar);
    expect(left('2020-06-23')).toEqual(['2020-06-23', '2020-06-24', '2020-06-28', '2020-06-29', '2020-06-30']);
    // A holiday is none of them, and a Sunday on which people work is one.
    expect(left('2020-06-25')).toEqual(['2020-06-28', '2020-06-29', '2020-06-30']);
    expect(left('2020-06-30')).toEqual(['2020-06-30']);
    expect(left('2020-05-31')).toEqual([]);
  });

  it('done and missing add up to at least what is asked, for any activities', () => {
    const any = fc.array(
      fc.record({ leaderId: fc.integer({ min: 1, max: 4 }), after: fc.integer({ min: 0, max: 90 }) }),
    );
    fc.assert(
      fc.property(any, (given) => {
        const activities = given.map(({ leaderId, after }) => ({ leaderId, on: addDays(day('2020-04-15'), after) }));
        for (let month = day('2020-04-01'); month < '2020-08-01'; month = nextMonth(month)) {
          const months = leadersMonth([1, 2, 3, 4], month, activities, none, duty);
          expect(months.every(({ done, missing }) => (done === 0 ? missing === 1 : missing === 0))).toBe(true);
          const inMonth = activities.filter(({ on }) => monthStart(on) === month).length;
          expect(months.reduce((sum, { done }) => sum + done, 0)).toBe(inMonth);
        }
      }),
    );
  });
});
