import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayAt,
  daysBetween,
  instantAt,
  isLocalDay,
  type LocalDay,
  localDay,
  monthEnd,
  timeAt,
  weekday,
} from '../../src/domain/day.js';
import fc from '../support/properties.js';

dayjs.extend(utc);

const day = fc
  .integer({ min: -30_000, max: 60_000 })
  .map((number) => dayjs.utc(number * 86_400_000).format('YYYY-MM-DD') as LocalDay);

describe('days', () => {
  it('are counted as the calendar counts them', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
        const to = addDays(from, days);
        expect(to).toBe(dayjs.utc(from).add(days, 'day').format('YYYY-MM-DD'));
        expect(daysBetween(from, to)).toBe(days);
        expect(weekday(from)).toBe(dayjs.utc(from).day() || 7);
      }),
    );
  });

  it('exist or are refused', () => {
    expect(isLocalDay('2020-02-29')).toBe(true);
    expect(isLocalDay('2019-02-29')).toBe(false);
    expect(isLocalDay('2020-6-3')).toBe(false);
    expect(() => localDay('30 June')).toThrow(RangeError);
    expect(monthEnd(localDay('2020-02-11'))).toBe('2020-02-29');
  });

  it('are those of the program’s zone', () => {
    const evening = instantAt(localDay('2020-06-17'), '18:00', 'Asia/Shanghai');
    expect(new Date(evening).toISOString()).toBe('2020-06-17T10:00:00.000Z');
    expect(dayAt(evening + 6.5 * 3_600_000, 'Asia/Shanghai')).toBe('2020-06-18');
    expect(timeAt(evening, 'Asia/Shanghai')).toBe('18:00');
  });
});
