import { describe, expect, test } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import { monthTyped } from '../../src/domain/month-typed.js';
import type { SlotOutcome } from '../../src/domain/review.js';
import { calendarOf, countStandings } from '../../src/domain/review-calendar.js';

const slot = (day: string, outcome: SlotOutcome | null, over: boolean, into: string | null = null) => ({
  slot: { review: 'weekly', period: localDay(day), day: localDay(day), closes: localDay(day) },
  outcome,
  over,
  into,
});

describe('the reviews of a month', () => {
  const slots = [
    slot('2020-06-30', null, false),
    slot('2020-06-23', null, false),
    slot('2020-06-16', null, true),
    slot('2020-06-02', 'held', true),
    slot('2020-06-09', 'merged', true, 'other'),
    slot('2020-07-07', null, false),
    slot('2020-05-26', 'held', true),
  ];
  const june = calendarOf(slots, localDay('2020-06-01'), localDay('2020-06-24'));

  test('stand by their day, and what is past without a word in a period that runs is neither missed nor to come', () => {
    expect(june.map(({ slot: { day }, standing, into }) => [day.slice(5), standing, into])).toEqual([
      ['06-02', 'held', null],
      ['06-09', 'merged', 'other'],
      ['06-16', 'missed', null],
      ['06-23', 'open', null],
      ['06-30', 'ahead', null],
    ]);
    // On its own day it is still to come.
    expect(calendarOf(slots, localDay('2020-06-01'), localDay('2020-06-23'))[3]?.standing).toBe('ahead');
  });

  test('how many stand how adds up to all', () => {
    const counts = countStandings(june);
    expect(counts.map(({ standing }) => standing)).toEqual(['held', 'merged', 'missed', 'open', 'ahead']);
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(june.length);
  });
});

describe('a month that was typed', () => {
  test.each([
    ['7月', '2020-12-31', '2020-07-01'],
    ['July', '2020-12-31', '2020-07-01'],
    ['７月', '2020-06-17', '2019-07-01'],
    ['2019年7月', '2020-06-17', '2019-07-01'],
    ['13月', '2020-06-17', null],
    ['下个月', '2020-06-17', null],
  ])('%s by %s is %s', (typed, newest, month) => {
    expect(monthTyped(typed, localDay(newest))).toBe(month);
  });
});
