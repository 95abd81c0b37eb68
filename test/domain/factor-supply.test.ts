import { expect, test } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import { waitingBy } from '../../src/domain/factor-supply.js';

const today = localDay('2020-06-17');
const request = (amount: number, neededBy: string | null, gate: string | null = null, given = 0) => ({
  standing: 'open' as const,
  amount,
  given,
  released: 0,
  neededBy: neededBy === null ? null : localDay(neededBy),
  gate: gate === null ? null : localDay(gate),
});
const batch = (id: number, amount: number, from: string, given = 0) => ({ id, amount, given, from: localDay(from) });
const told = (...given: Parameters<typeof waitingBy>) =>
  waitingBy(...given).map(({ by, count, amount, short }) => [by, count, amount, short]);

test('what waits is counted by its day, against what is there by then', () => {
  const batches = [batch(1, 120, '2020-01-01', 77), batch(2, 50, '2020-09-01')];
  const requests = [
    request(32, '2020-06-30'),
    request(20, null, '2020-06-30'),
    request(30, '2020-10-31'),
    request(10, '2020-10-31', '2020-06-30'),
  ];
  expect(told(requests, batches, today, 6)).toEqual([
    ['2020-06-30', 2, 52, 9],
    ['2020-10-31', 2, 40, 0],
  ]);
});

test('what nobody said a day of comes last, against all batches', () => {
  const batches = [batch(1, 10, '2020-01-01'), batch(2, 5, '2021-01-01')];
  expect(told([request(8, null), request(9, '2020-06-20')], batches, today, 6)).toEqual([
    ['2020-06-20', 1, 9, 0],
    [null, 1, 8, 2],
  ]);
});

test('a day that has passed is met by what is there today', () => {
  const batches = [batch(1, 10, '2020-06-17')];
  expect(told([request(8, '2020-05-01')], batches, today, 6)).toEqual([['2020-05-01', 1, 8, 0]]);
});

test('what was given or taken back waits no more; of many days the later ones are one', () => {
  const given = [request(5, '2020-07-01', null, 5), { ...request(5, '2020-07-01'), standing: 'withdrawn' as const }];
  expect(told(given, [], today, 6)).toEqual([]);
  const many = Array.from({ length: 9 }, (_, day) => request(1, `2020-07-0${day + 1}`));
  expect(told(many, [], today, 3)).toEqual([
    ['2020-07-01', 1, 1, 1],
    ['2020-07-02', 1, 1, 2],
    ['2020-07-09', 7, 7, 9],
  ]);
});
