import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/day.js';
import { ladderTerms, land, rungAbove, rungClock, rungsOf, workdaysAt } from '../../src/domain/ladder.js';
import { RUNGS } from '../../src/domain/plan.js';
import fc from '../support/properties.js';
import { day } from './given.js';
import { at, BUREAU, COMMANDER, calendar, DELEGATE, HEAD, LEADER, policy, seats, zone } from './obstacle-given.js';

const by = { calendar, timeZone: zone, reminderTime: '15:00', morningTime: '08:30' };
const terms = ladderTerms(policy, 'stumbling-block');
const today = day('2020-06-17');
const away = (personId: number, delegateId: number | null = null) => ({
  personId,
  delegateId,
  from: today,
  to: today,
});

describe('the rungs of a ladder', () => {
  it('goes from unit over department and sponsor to the commander', () => {
    expect(rungsOf(terms)).toEqual(['unit', 'department', 'sponsor', 'commander']);
    expect(rungAbove('unit', terms)).toBe('department');
    expect(rungAbove('commander', terms)).toBeNull();
  });

  it('starts where the policy says for the kind', () => {
    expect(rungsOf(ladderTerms(policy, 'roadblock'))[0]).toBe('department');
    expect(rungsOf(ladderTerms(policy, 'shackle'))).toEqual(['sponsor', 'commander']);
  });

  it('gives an urgent case half of the time, rounded up', () => {
    expect(workdaysAt('unit', terms, true)).toBe(2);
    expect(workdaysAt('commander', terms, true)).toBe(3);
    expect(workdaysAt('commander', terms, false)).toBe(5);
  });
});

describe('the clock of a rung', () => {
  it('counts 28, 29 and 30 June for three working days from Wednesday 24 June 2020, to 18:00', () => {
    expect(rungClock(day('2020-06-24'), 3, by)).toEqual({
      from: '2020-06-24',
      counted: ['2020-06-28', '2020-06-29', '2020-06-30'],
      deadline: at('2020-06-30', '18:00'),
      halfWay: at('2020-06-29', '15:00'),
    });
  });

  it('is never earlier for a later day or for more working days', () => {
    const someDay = fc.integer({ min: 0, max: 800 }).map((days) => addDays(day('2019-06-01'), days));
    fc.assert(
      fc.property(someDay, fc.nat(20), fc.nat(20), fc.nat(5), (from, days, workdays, more) => {
        const clock = rungClock(from, workdays, by);
        expect(rungClock(addDays(from, days), workdays, by).deadline).toBeGreaterThanOrEqual(clock.deadline);
        expect(rungClock(from, workdays + more, by).deadline).toBeGreaterThanOrEqual(clock.deadline);
        expect(clock.counted.every(calendar.isWorkday)).toBe(true);
        // Of a single day there is no half.
        if (workdays < 2) expect(clock.halfWay).toBeNull();
        else expect(clock.halfWay).toBeLessThan(clock.deadline);
      }),
    );
  });
});

describe('where a case comes to rest', () => {
  it('is at the rung it is sent to where somebody is there', () => {
    expect(land('unit', terms, seats, [], today)).toEqual({
      rung: 'unit',
      holderId: HEAD,
      actingId: HEAD,
      skipped: [],
    });
  });

  it('is with the delegate where the one who is named is away', () => {
    expect(land('unit', terms, seats, [away(HEAD, DELEGATE)], today)).toMatchObject({
      rung: 'unit',
      holderId: HEAD,
      actingId: DELEGATE,
    });
  });

  it('is at the next rung at once where nobody is available, and says why', () => {
    const landing = land('unit', terms, { ...seats, unit: null }, [away(BUREAU)], today);
    expect(landing).toEqual({
      rung: 'sponsor',
      holderId: LEADER,
      actingId: LEADER,
      skipped: [
        { rung: 'unit', why: 'none-named', personId: null },
        { rung: 'department', why: 'on-leave', personId: BUREAU },
      ],
    });
  });

  it('is at the top where nobody is there either', () => {
    const everybody = [away(HEAD), away(BUREAU), away(LEADER), away(COMMANDER)];
    expect(land('unit', terms, seats, everybody, today)).toMatchObject({ rung: 'commander', actingId: null });
  });

  it('never passes a rung by without saying why', () => {
    const person = fc.option(fc.integer({ min: 1, max: 4 }), { nil: null });
    const someSeats = fc.record({ unit: person, department: person, sponsor: person, commander: person });
    const leaves = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), person), { maxLength: 4 });
    fc.assert(
      fc.property(someSeats, leaves, fc.constantFrom(...RUNGS), (some, gone, from) => {
        const landing = land(
          from,
          terms,
          some,
          gone.map(([personId, delegateId]) => away(personId, delegateId)),
          today,
        );
        const passed = RUNGS.slice(RUNGS.indexOf(from), RUNGS.indexOf(landing.rung));
        expect(landing.skipped.map((each) => each.rung)).toEqual(passed);
      }),
    );
  });
});
