import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/day.js';
import { actsFor, comingLeaves, type Leave } from '../../src/domain/leave.js';
import fc from '../support/properties.js';
import { day } from './given.js';

const leave = (personId: number, delegateId: number | null, from = '2020-05-06', to = '2020-05-09'): Leave => ({
  personId,
  delegateId,
  from: day(from),
  to: day(to),
});

describe('leave and delegates', () => {
  it('lets a person act for themselves on every day on which they are there', () => {
    expect(actsFor(1, day('2020-05-05'), [leave(1, 2)])).toEqual({ personId: 1, through: [] });
    expect(actsFor(1, day('2020-05-10'), [leave(1, 2)])).toEqual({ personId: 1, through: [] });
  });

  it('lets the delegate act from the first day to the last', () => {
    expect(actsFor(1, day('2020-05-06'), [leave(1, 2)])).toEqual({ personId: 2, through: [1] });
    expect(actsFor(1, day('2020-05-09'), [leave(1, 2)])).toEqual({ personId: 2, through: [1] });
  });

  it('follows a chain of delegates to the first who is there', () => {
    const leaves = [leave(1, 2), leave(2, 3), leave(3, 4, '2020-06-01', '2020-06-02')];
    expect(actsFor(1, day('2020-05-07'), leaves)).toEqual({ personId: 3, through: [1, 2] });
  });

  it('ends with nobody where a chain comes back to somebody or names nobody', () => {
    expect(actsFor(1, day('2020-05-07'), [leave(1, 2), leave(2, 1)]).personId).toBeNull();
    expect(actsFor(1, day('2020-05-07'), [leave(1, 2), leave(2, null)]).personId).toBeNull();
  });

  it('takes the leave that was entered last where two overlap', () => {
    expect(actsFor(1, day('2020-05-07'), [leave(1, 2), leave(1, 3)]).personId).toBe(3);
  });

  it('knows from which days on things may change', () => {
    const leaves = [leave(1, 2, '2020-05-20', '2020-05-21'), leave(2, null), leave(3, 1)];
    expect(comingLeaves(day('2020-05-05'), leaves)).toEqual(['2020-05-06', '2020-05-20']);
  });

  it('never names somebody who is away, and always ends', () => {
    const someLeave = fc.record({
      personId: fc.integer({ min: 1, max: 6 }),
      delegateId: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
      from: fc.integer({ min: 0, max: 10 }).map((days) => addDays(day('2020-05-01'), days)),
      to: fc.integer({ min: 5, max: 15 }).map((days) => addDays(day('2020-05-01'), days)),
    });
    fc.assert(
      fc.property(fc.array(someLeave, { maxLength: 12 }), fc.integer({ min: 0, max: 15 }), (leaves, days) => {
        const on = addDays(day('2020-05-01'), days);
        const { personId, through } = actsFor(1, on, leaves);
        expect(new Set(through).size).toBe(through.length);
        const away = leaves.some((each) => each.personId === personId && each.from <= on && on <= each.to);
        expect(away).toBe(false);
      }),
    );
  });
});
