import { describe, expect, test } from 'vitest';
import { CADENCES, closes, lastClose, nextClose, previousClose } from '../../src/domain/cadence.js';
import { addDays, localDay } from '../../src/domain/day.js';
import { workCalendar } from '../../src/time/calendar.js';
import fc from '../support/properties.js';

const calendar = workCalendar({ daysOff: [], workdays: [] });
const day = localDay;

describe('when a digest that is not daily comes', () => {
  test('the weekly one on Friday; before a holiday on the last working day; on a make-up Saturday or Sunday', () => {
    expect(closes('weekly', day('2020-06-19'), calendar)).toBe(true);
    expect(closes('weekly', day('2020-06-18'), calendar)).toBe(false);
    // The Dragon Boat festival is off from Thursday 25 June; Sunday 28 June makes up for it.
    expect(closes('weekly', day('2020-06-24'), calendar)).toBe(false);
    expect(closes('weekly', day('2020-06-28'), calendar)).toBe(true);
  });

  test('the half-monthly one with the 15th and the end of the month, the monthly one with the end', () => {
    expect(lastClose('half-monthly', day('2020-08-20'), calendar)).toBe('2020-08-14');
    expect(lastClose('half-monthly', day('2020-06-30'), calendar)).toBe('2020-06-30');
    expect(previousClose('half-monthly', day('2020-06-30'), calendar)).toBe('2020-06-15');
    expect(nextClose('monthly', day('2020-05-01'), calendar)).toBe('2020-05-29');
    expect(previousClose('monthly', day('2020-05-29'), calendar)).toBe('2020-04-30');
  });

  test('every period has at most one, it is a working day, and the next follows the last', () => {
    const days = fc.integer({ min: 0, max: 720 }).map((number) => addDays(day('2020-01-01'), number));
    fc.assert(
      fc.property(fc.constantFrom(...CADENCES), days, (cadence, on) => {
        const [last, next] = [lastClose(cadence, on, calendar), nextClose(cadence, addDays(on, 1), calendar)];
        expect(last <= on && next > on).toBe(true);
        expect(calendar.isWorkday(last)).toBe(true);
        expect(previousClose(cadence, next, calendar)).toBe(last);
      }),
    );
  });
});
