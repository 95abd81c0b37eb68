import { describe, expect, test } from 'vitest';
import { decided, type ItemState } from '../../src/domain/action-item.js';
import { instantAt, localDay } from '../../src/domain/day.js';
import { daysLost, freePlace, itemsInTime, lookbackDays, offeredGates, spanOf } from '../../src/domain/lookback.js';
import type { ClearedCase } from '../../src/domain/obstacle/lessons.js';
import type { Step } from '../../src/domain/obstacle/step.js';
import { workCalendar } from '../../src/time/calendar.js';

const day = localDay;
const timeZone = 'Asia/Shanghai';
const program = { from: day('2020-01-01'), to: day('2020-12-31') };
const gates = ['2020-09-30', '2020-06-30', '2020-06-30', '2021-03-31'].map(localDay);
const setting = { calendar: workCalendar(), timeZone };
const at = (of: string, time = '10:00') => instantAt(day(of), time, timeZone);

describe('the gates that are looked back upon', () => {
  test('are those of the year and its end, each once', () => {
    expect(lookbackDays(gates, program)).toEqual(['2020-06-30', '2020-09-30', '2020-12-31']);
  });

  test('each has the days since the one before, so that the year has every day once', () => {
    const days = lookbackDays(gates, program);
    expect(days.map((gate) => spanOf(gate, days, program))).toEqual([
      { from: '2020-01-01', to: '2020-06-30' },
      { from: '2020-07-01', to: '2020-09-30' },
      { from: '2020-10-01', to: '2020-12-31' },
    ]);
    expect(spanOf(day('2020-06-29'), days, program)).toBeNull();
  });

  test('are offered for two weeks, and while a lesson waits', () => {
    const days = lookbackDays(gates, program);
    expect(offeredGates(days, [], day('2020-06-30'))).toEqual([]);
    expect(offeredGates(days, [], day('2020-07-14'))).toEqual(['2020-06-30']);
    expect(offeredGates(days, [], day('2020-07-15'))).toEqual([]);
    expect(offeredGates(days, [day('2020-06-30')], day('2020-10-01'))).toEqual(['2020-09-30', '2020-06-30']);
  });
});

describe('the days that obstacles took', () => {
  const flagged = { kind: 'flagged', rung: 'unit' } as Step;
  const raised = { kind: 'raised', to: 'department', why: 'silence', toUnitId: 7 } as unknown as Step;
  const resolved = { kind: 'resolved' } as Step;
  const of = (...steps: [string, Step][]): ClearedCase => ({
    matter: 'land',
    departmentId: 7,
    steps: steps.map(([on, step]) => ({ at: at(on), step })),
  });
  // Thu 25 June, a holiday to the 27th: unit; Mon 29: department; resolved Fri 3 July.
  const cleared = of(['2020-06-25', flagged], ['2020-06-29', raised], ['2020-07-03', resolved]);
  const june = { from: day('2020-01-01'), to: day('2020-06-30') };
  const july = { from: day('2020-07-01'), to: day('2020-07-31') };

  test('are told by rung and matter, and those of two spans add up to the whole', () => {
    expect(daysLost([cleared], june, setting)).toEqual([
      { matter: 'land', rung: 'unit', workdays: 2 },
      { matter: 'land', rung: 'department', workdays: 1 },
    ]);
    expect(daysLost([cleared], july, setting)).toEqual([{ matter: 'land', rung: 'department', workdays: 3 }]);
    const all = { from: june.from, to: july.to };
    expect(daysLost([cleared], all, setting).map(({ workdays }) => workdays)).toEqual([2, 4]);
  });

  test('run to the end of the span where it is open, and what is taken back ended then', () => {
    const open = of(['2020-06-25', flagged]);
    expect(daysLost([open, open], june, setting)).toEqual([{ matter: 'land', rung: 'unit', workdays: 6 }]);
    const taken = of(['2020-06-25', flagged], ['2020-06-28', { kind: 'withdrawn' } as Step]);
    expect(daysLost([taken], june, setting)).toEqual([{ matter: 'land', rung: 'unit', workdays: 1 }]);
    expect(daysLost([resolvedBefore()], july, setting)).toEqual([]);
  });

  const resolvedBefore = () => of(['2020-06-25', flagged], ['2020-06-26', resolved]);
});

test('items in time are told by the day that was decided first, and all add up', () => {
  const due = decided(day('2020-06-20'));
  const ended = (on: string): ItemState => ({ ...due, standing: 'done', due: day('2020-07-10'), endedOn: day(on) });
  const items = [due, ended('2020-06-20'), ended('2020-06-21'), { ...due, standing: 'dropped' as const }];
  const span = { from: day('2020-06-20'), to: day('2020-06-30') };
  expect(itemsInTime(items, span)).toEqual({ all: 3, inTime: 1, late: 1, open: 1 });
  expect(itemsInTime(items, { ...span, from: day('2020-06-21') }).all).toBe(0);
});

test('three lessons stand at most, one that goes makes room', () => {
  expect([[], [1], [1, 3], [2, 3], [1, 2, 3]].map(freePlace)).toEqual([1, 2, 2, 1, null]);
});
