import { describe, expect, it } from 'vitest';
import { type GoalValue, gateStates, missingTo, reaches, shownValue } from '../../src/domain/gate.js';
import fc from '../support/properties.js';
import { day } from './given.js';

const share = (reached: number, outOf: number): GoalValue => ({ of: 'share', reached, outOf });
const number = (value: number): GoalValue => ({ of: 'number', number: value });
const gates = [
  { on: day('2020-06-30'), value: 60 },
  { on: day('2020-09-30'), value: 100 },
];
const held = (value: GoalValue, today: string) =>
  gateStates(gates, value, day(today), day('2020-01-01')).map((gate) => gate.held);

describe('a share', () => {
  it('28 of 47 is 59.57 %, never 60 %', () => {
    expect(shownValue(share(28, 47))).toBe(59.57);
    expect(reaches(share(28, 47), 60)).toBe(false);
    expect(missingTo(share(28, 47), 60)).toBe(1);
    expect(reaches(share(29, 47), 60)).toBe(true);
  });

  it('is not shown as reached before it is: 99.996 % is 99.99 %', () => {
    expect(shownValue(share(49_998, 50_000))).toBe(99.99);
    expect(reaches(share(49_998, 50_000), 100)).toBe(false);
  });

  it('36 of 60 is 60 %, exactly', () => {
    expect(reaches(share(36, 60), 60)).toBe(true);
    expect(shownValue(share(36, 60))).toBe(60);
  });

  it('of nothing has reached nothing', () => {
    expect(shownValue(share(0, 0))).toBe(0);
    expect(reaches(share(0, 0), 60)).toBe(false);
  });

  it('is wanting exactly as many projects as it takes, one less would not do', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.nat(10_000),
        fc.integer({ min: 1, max: 100 }),
        (outOf, some, needed) => {
          const reached = Math.min(some, outOf);
          const missing = missingTo(share(reached, outOf), needed);
          expect(reaches(share(reached + missing, outOf), needed)).toBe(true);
          if (missing > 0) expect((reached + missing - 1) * 100 < needed * outOf).toBe(true);
          expect(reaches(share(reached, outOf), needed)).toBe(shownValue(share(reached, outOf)) >= needed);
        },
      ),
    );
  });
});

describe('a gate', () => {
  it('is reached, ahead or behind of an even rise before its day', () => {
    expect(held(share(36, 60), '2020-06-17')).toEqual(['reached', 'ahead']);
    expect(held(share(34, 60), '2020-06-17')).toEqual(['ahead', 'behind']);
    expect(held(share(20, 60), '2020-06-17')).toEqual(['behind', 'behind']);
  });

  it('is missed once its day is over, not on the day', () => {
    expect(held(share(35, 60), '2020-06-30')[0]).toBe('behind');
    expect(held(share(35, 60), '2020-07-01')[0]).toBe('missed');
  });

  it('stays missed when it is known that the value came later', () => {
    const states = gateStates(gates, share(40, 60), day('2020-08-01'), day('2020-01-01'), {
      valueOn: () => share(35, 60),
    });
    expect(states[0]).toMatchObject({ held: 'missed', missing: 0, daysLeft: -32 });
  });

  it('says what is wanting in the measure of its goal', () => {
    const money = [{ on: day('2020-12-31'), value: 400_000 }];
    expect(gateStates(money, number(231_500), day('2020-06-17'), day('2020-01-01'))[0]).toEqual({
      on: '2020-12-31',
      needed: 400_000,
      held: 'ahead',
      missing: 168_500,
      daysLeft: 197,
    });
  });
});
