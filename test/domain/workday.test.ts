import { describe, expect, it } from 'vitest';
import { addDays, weekday } from '../../src/domain/day.js';
import {
  addWorkdays,
  deadline,
  nextWorkday,
  previousWorkday,
  workdayFrom,
  workdaysBetween,
} from '../../src/domain/workday.js';
import { workCalendar } from '../../src/time/calendar.js';
import fc from '../support/properties.js';
import { day } from './given.js';

const calendar = workCalendar();
const someDay = fc.integer({ min: 0, max: 365 * 3 }).map((days) => addDays(day('2019-01-01'), days));

describe('counting working days', () => {
  it('skips the Dragon Boat holiday and counts the Sunday that makes up for it', () => {
    // 25 to 27 June 2020 were off, Sunday 28 June was worked.
    expect(deadline(day('2020-06-24'), 2, calendar)).toEqual({
      day: '2020-06-29',
      counted: ['2020-06-28', '2020-06-29'],
    });
  });

  it('does not count the day on which a thing began', () => {
    expect(deadline(day('2020-06-17'), 1, calendar).day).toBe('2020-06-18');
  });

  it('gives no time at all as the same day, or the next working day', () => {
    expect(deadline(day('2020-06-17'), 0, calendar)).toEqual({ day: '2020-06-17', counted: [] });
    expect(deadline(day('2020-06-20'), 0, calendar).day).toBe('2020-06-22');
  });

  it('goes back as well as forward', () => {
    expect(previousWorkday(day('2020-06-28'), calendar)).toBe('2020-06-24');
    expect(addWorkdays(day('2020-06-29'), -2, calendar)).toBe('2020-06-24');
    expect(workdayFrom(day('2020-06-25'), calendar)).toBe('2020-06-28');
  });

  it('refuses a count that is no number of days', () => {
    expect(() => deadline(day('2020-06-17'), -1, calendar)).toThrow(RangeError);
    expect(() => addWorkdays(day('2020-06-17'), 1.5, calendar)).toThrow(RangeError);
  });

  it('says so when a calendar has no working day at all, instead of searching for ever', () => {
    const idle = { isWorkday: () => false, announced: () => true };
    expect(() => nextWorkday(day('2020-06-17'), idle)).toThrow(/no working day/);
  });

  it('never ends on a day off, and lists exactly the days that it counted', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 30 }), (from, count) => {
        const { day: end, counted } = deadline(from, count, calendar);
        expect(calendar.isWorkday(end)).toBe(true);
        expect(counted).toHaveLength(count);
        expect(counted.every((each) => calendar.isWorkday(each) && each > from && each <= end)).toBe(true);
        expect(workdaysBetween(from, end, calendar)).toBe(count);
      }),
    );
  });

  it('is monotonic: later or longer never gives an earlier deadline', () => {
    fc.assert(
      fc.property(someDay, fc.nat(20), fc.nat(20), fc.nat(10), (from, later, count, more) => {
        const end = addWorkdays(from, count, calendar);
        expect(addWorkdays(addDays(from, later), count, calendar) >= end || count === 0).toBe(true);
        expect(addWorkdays(from, count + more, calendar) >= end).toBe(true);
      }),
    );
  });

  it('comes back to the working day that it left', () => {
    fc.assert(
      fc.property(someDay, fc.nat(20), (from, count) => {
        const start = workdayFrom(from, calendar);
        expect(addWorkdays(addWorkdays(start, count, calendar), -count, calendar)).toBe(start);
      }),
    );
  });

  it('counts the same days backwards with the opposite sign', () => {
    fc.assert(
      fc.property(someDay, someDay, (from, to) => {
        expect(workdaysBetween(from, to, calendar) + workdaysBetween(to, from, calendar)).toBe(0);
      }),
    );
    expect(weekday(nextWorkday(day('2020-06-19'), calendar))).toBe(1);
  });
});
