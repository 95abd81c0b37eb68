import { describe, expect, it } from 'vitest';
import { addDays, weekday } from '../../src/domain/day.js';
import { workCalendar } from '../../src/time/calendar.js';
import { day } from '../domain/given.js';
import fc from '../support/properties.js';

describe('the working days of a program', () => {
  const calendar = workCalendar();

  it('follow the State Council: holidays off, make-up weekends worked', () => {
    const worked = ['2020-01-19', '2020-04-26', '2020-05-09', '2020-06-28', '2020-09-27', '2020-10-10'];
    const off = ['2020-01-01', '2020-01-31', '2020-04-06', '2020-05-04', '2020-06-25', '2020-06-26', '2020-10-08'];
    expect(worked.filter((each) => !calendar.isWorkday(day(each)))).toEqual([]);
    expect(off.filter((each) => calendar.isWorkday(day(each)))).toEqual([]);
  });

  it('are 249 in 2020: 262 weekdays, 19 of them off (Spring Festival was extended), 6 weekend days worked', () => {
    let count = 0;
    for (let each = day('2020-01-01'); each <= '2020-12-31'; each = addDays(each, 1)) {
      if (calendar.isWorkday(each)) count += 1;
    }
    expect(count).toBe(249);
  });

  it('know weekends only in a year that is not announced, and say that it is not', () => {
    expect(calendar.announced(2020)).toBe(true);
    expect(calendar.announced(2050)).toBe(false);
    fc.assert(
      fc.property(fc.nat(364), (days) => {
        const each = addDays(day('2050-01-01'), days);
        expect(calendar.isWorkday(each)).toBe(weekday(each) <= 5);
      }),
    );
  });

  it("let the plan's own days win over the national ones", () => {
    const own = workCalendar({ daysOff: [day('2020-06-17')], workdays: [day('2020-06-25'), day('2020-06-20')] });
    expect(own.isWorkday(day('2020-06-17'))).toBe(false);
    expect(own.isWorkday(day('2020-06-25'))).toBe(true);
    expect(own.isWorkday(day('2020-06-20'))).toBe(true);
    expect(own.isWorkday(day('2020-06-18'))).toBe(true);
  });

  it('are the same wherever the machine stands', () => {
    const zone = process.env.TZ;
    const offsets = new Set<number>();
    try {
      for (const there of ['America/New_York', 'Asia/Shanghai', 'Pacific/Auckland']) {
        process.env.TZ = there;
        offsets.add(new Date(2020, 5, 25).getTimezoneOffset());
        const days = ['2020-06-24', '2020-06-25', '2020-06-28', '2020-06-29'].map(day);
        expect(days.map(workCalendar().isWorkday)).toEqual([true, false, true, true]);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    expect(offsets.size).toBe(3);
  });
});
