import { describe, expect, it } from 'vitest';
import { addDays, localDay } from '../../src/domain/day.js';
import { DEFAULT_LIGHT_POLICY } from '../../src/domain/light.js';
import {
  consentNeeded,
  consentOf,
  DEFAULT_POSTPONEMENT,
  effectOfMove,
  type Move,
} from '../../src/domain/postponement.js';
import fc from '../support/properties.js';
import { milestone, project } from './given.js';

const day = localDay;
const move = (more: Partial<Move>): Move => ({
  today: day('2020-06-17'),
  due: day('2020-07-10'),
  to: day('2020-07-15'),
  firstDue: null,
  postponed: 0,
  gated: false,
  ...more,
});
const needs = (more: Partial<Move>) => consentNeeded(move(more), DEFAULT_POSTPONEMENT);

describe('whose consent a later day needs', () => {
  it.each([
    ['nobody’s, in time and by ten days', {}, null],
    ['nobody’s, by the tenth day exactly', { to: day('2020-07-20') }, null],
    ['the unit head’s by the eleventh', { to: day('2020-07-21') }, 'unit-head'],
    [
      'the unit head’s a second time, by however little',
      { firstDue: day('2020-07-09'), postponed: 1, to: day('2020-07-11') },
      'unit-head',
    ],
    ['nobody’s on the last day', { today: day('2020-07-10') }, null],
    ['the sponsor’s once it is overdue', { today: day('2020-07-11') }, 'sponsor'],
    ['the sponsor’s where a gate depends on it', { gated: true, to: day('2020-07-11') }, 'sponsor'],
    ['nobody’s where it had no day', { due: null }, null],
    ['nobody’s where the day is not later', { to: day('2020-07-10'), gated: true }, null],
  ] as const)('%s', (_, more, seat) => expect(needs(more)).toBe(seat));

  const days = fc.integer({ min: -60, max: 60 }).map((by) => addDays(day('2020-07-10'), by));
  const moves: fc.Arbitrary<Move> = fc.record({
    today: days,
    due: days,
    to: days,
    firstDue: fc.constant(null),
    postponed: fc.nat(2),
    gated: fc.boolean(),
  });

  it('a later wish never needs less than an earlier one', () => {
    const rank = { none: 0, 'unit-head': 1, sponsor: 2 };
    fc.assert(
      fc.property(moves, fc.nat(30), (one, more) => {
        const later = { ...one, to: addDays(one.to, more) };
        const of = (each: Move) => rank[consentNeeded(each, DEFAULT_POSTPONEMENT) ?? 'none'];
        expect(of(later)).toBeGreaterThanOrEqual(of(one));
      }),
    );
  });

  it('small steps come no further without consent than one step does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 8 }), (steps) => {
        const first = day('2020-07-10');
        let now = move({ due: first });
        for (const step of steps) {
          const wish = { ...now, to: addDays(now.due ?? first, step) };
          if (consentNeeded(wish, DEFAULT_POSTPONEMENT) !== null) continue;
          now = { ...wish, due: wish.to, firstDue: now.firstDue ?? first, postponed: now.postponed + 1 };
        }
        expect((now.due ?? first) <= addDays(first, DEFAULT_POSTPONEMENT.ownDays)).toBe(true);
        expect(now.postponed).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('who is asked', () => {
  const seats = { unitHead: 2, sponsor: 3, commander: 4 };
  it.each([
    ['the head', 'unit-head', seats, [1], { seat: 'unit-head', personId: 2 }],
    ['the commander where the head asks', 'unit-head', seats, [2], { seat: 'commander', personId: 4 }],
    [
      'the sponsor where the unit has no head',
      'unit-head',
      { ...seats, unitHead: null },
      [1],
      { seat: 'sponsor', personId: 3 },
    ],
    ['the sponsor', 'sponsor', seats, [1], { seat: 'sponsor', personId: 3 }],
    [
      'the commander where who stands in for the sponsor asks',
      'sponsor',
      seats,
      [1, 3],
      { seat: 'commander', personId: 4 },
    ],
    [
      'the commander where there is no sponsor',
      'sponsor',
      { ...seats, sponsor: null },
      [1],
      { seat: 'commander', personId: 4 },
    ],
    ['nobody where the commander asks and would be asked', 'sponsor', { ...seats, sponsor: 4 }, [4], 'own'],
    ['the sponsor where the commander asks', 'sponsor', seats, [4], { seat: 'sponsor', personId: 3 }],
    ['nobody where there is neither', 'sponsor', { ...seats, sponsor: null, commander: null }, [1], null],
  ] as const)('%s', (_, seat, given, asking, asked) => expect(consentOf(seat, given, asking)).toEqual(asked));

  it('is never who asks', () => {
    const person = fc.option(fc.integer({ min: 1, max: 4 }), { nil: null });
    fc.assert(
      fc.property(
        fc.record({ unitHead: person, sponsor: person, commander: person }),
        fc.constantFrom('unit-head' as const, 'sponsor' as const),
        fc.subarray([1, 2, 3, 4], { minLength: 1 }),
        (given, seat, asking) => {
          const asked = consentOf(seat, given, asking);
          if (asked !== null && asked !== 'own') expect(asking).not.toContain(asked.personId);
        },
      ),
    );
  });
});

describe('what a later day does', () => {
  it('clears a red light and lowers what the calendar asks: that is what the sponsor is shown', () => {
    const land = milestone({ name: '用地', due: day('2020-04-10'), percent: 70 });
    const context = {
      today: day('2020-06-17'),
      programFrom: day('2020-01-01'),
      reportingSince: day('2020-01-01'),
      policy: DEFAULT_LIGHT_POLICY,
    };
    const move = { from: land.due, to: day('2020-12-31') };
    const effect = effectOfMove(project({ milestones: [land] }), '用地', move, context);
    expect(effect?.before).toEqual({ light: 'red', projectLight: 'red', pace: 100 });
    expect(effect?.after).toMatchObject({ light: 'green', projectLight: 'green' });
    expect(effect?.after.pace).toBeLessThan(70);
    expect(effectOfMove(project({ milestones: [land] }), '环评', move, context)).toBeNull();
  });
});
