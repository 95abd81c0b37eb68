import { describe, expect, it } from 'vitest';
import { instantAt, localDay } from '../../src/domain/day.js';
import { lastSlot, nextSlot } from '../../src/domain/due.js';
import { workCalendar } from '../../src/time/calendar.js';
import fc from '../support/properties.js';

const zone = 'Asia/Shanghai';
const calendar = workCalendar();
const at = (day: string, time: string) => instantAt(localDay(day), time, zone);

describe('slots of the clock', () => {
  it('are due on working days, at their time', () => {
    expect(lastSlot(at('2020-06-17', '18:00'), '18:00', zone, calendar)?.day).toBe('2020-06-17');
    expect(lastSlot(at('2020-06-17', '17:59'), '18:00', zone, calendar)?.day).toBe('2020-06-16');
    expect(nextSlot(at('2020-06-17', '18:00'), '18:00', zone, calendar)?.day).toBe('2020-06-18');
  });

  it('skip the dragon boat festival and keep its make-up Sunday', () => {
    expect(nextSlot(at('2020-06-24', '18:00'), '18:00', zone, calendar)?.day).toBe('2020-06-28');
    expect(lastSlot(at('2020-06-27', '12:00'), '18:00', zone, calendar)?.day).toBe('2020-06-24');
  });

  it('follow one another without a gap: the next of the last is after now, the last is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2020, 0, 3), max: Date.UTC(2021, 10, 1) }), (now) => {
        const last = lastSlot(now, '18:00', zone, calendar);
        const next = nextSlot(now, '18:00', zone, calendar);
        expect(last?.due).toBeLessThanOrEqual(now);
        expect(next?.due).toBeGreaterThan(now);
        expect(nextSlot(last?.due ?? 0, '18:00', zone, calendar)).toEqual(next);
        expect(calendar.isWorkday(next?.day ?? localDay('2020-01-01'))).toBe(true);
      }),
    );
  });
});
