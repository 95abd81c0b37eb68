import { describe, expect, it } from 'vitest';
import { addDays, dayAt, daysBetween, type Instant } from '../../src/domain/day.js';
import { ladderTerms, rungAbove, workdaysAt } from '../../src/domain/ladder.js';
import type { Leave } from '../../src/domain/leave.js';
import {
  decide,
  fallDue,
  type Moved,
  nextDue,
  type ObstacleEvent,
  type ObstacleState,
} from '../../src/domain/obstacle.js';
import { OBSTACLE_KINDS, RUNGS, type Rung } from '../../src/domain/plan.js';
import { workdaysBetween } from '../../src/domain/workday.js';
import fc from '../support/properties.js';
import { day } from './given.js';
import { at, BUREAU, calendar, contextAt, FINANCE, flagged, LAND_BUREAU, policy, zone } from './obstacle-given.js';

const HOUR = 3_600_000;
const person = fc.integer({ min: 1, max: 7 });
const text = fc.constantFrom('', '已经协调', '不归本单位');
const someDay = fc.integer({ min: 0, max: 60 }).map((days) => addDays(day('2020-05-01'), days));
const event: fc.Arbitrary<ObstacleEvent> = fc.oneof(
  fc.record({ do: fc.constant('claim' as const), by: person, promisedFor: someDay }),
  fc.record({ do: fc.constant('resolve' as const), by: person, what: text, rule: fc.option(text, { nil: null }) }),
  fc.record({ do: fc.constant('raise' as const), by: person, reason: text }),
  fc.record({
    do: fc.constant('hand-over' as const),
    by: person,
    toUnitId: fc.constant(FINANCE),
    headId: fc.option(person, { nil: null }),
    reason: text,
  }),
  fc.record({ do: fc.constant('verify' as const), by: person }),
  fc.record({ do: fc.constant('return' as const), by: person, reason: text }),
  fc.record({ do: fc.constant('comment' as const), by: person, text }),
  fc.record({ do: fc.constant('ask-promise' as const), by: person, promisedFor: someDay, reason: text }),
  fc.record({ do: fc.constantFrom('consent-promise' as const, 'confirm' as const), by: person }),
  fc.record({ do: fc.constantFrom('confirm-urgent' as const, 'accept' as const), by: person }),
  fc.record({ do: fc.constantFrom('refuse-promise' as const, 'dismiss' as const), by: person, reason: text }),
  fc.record({ do: fc.constant('take-up' as const), by: person, reason: text }),
  fc.record({ do: fc.constant('dispute' as const), by: person, reason: text, raisedById: person }),
  fc.record({ do: fc.constantFrom('query' as const, 'supplement' as const), by: person, text }),
  fc.record({ do: fc.constant('pull-up' as const), by: person, to: fc.constantFrom(...RUNGS), reason: text }),
  fc.record({ do: fc.constant('withdraw' as const), by: person }),
  fc
    .record({
      do: fc.constant('sort' as const),
      by: person,
      matter: fc.constantFrom('land' as const, 'funds' as const),
      kind: fc.constantFrom(...OBSTACLE_KINDS),
      headId: fc.option(person, { nil: null }),
    })
    .map(({ headId, ...said }) => ({
      ...said,
      terms: ladderTerms(policy, said.kind),
      department: said.matter === 'land' ? { id: LAND_BUREAU, headId: BUREAU } : { id: FINANCE, headId },
    })),
  fc.record({
    do: fc.constant('adopt' as const),
    by: person,
    terms: fc.record({
      start: fc.constant('unit' as const),
      workdays: fc.record({
        unit: fc.integer({ min: 1, max: 4 }),
        department: fc.integer({ min: 1, max: 4 }),
        sponsor: fc.integer({ min: 1, max: 4 }),
        commander: fc.integer({ min: 1, max: 4 }),
      }),
      verifyWorkdays: fc.integer({ min: 1, max: 4 }),
      promiseTimes: fc.integer({ min: 0, max: 2 }),
      confirmWorkdays: fc.integer({ min: 1, max: 2 }),
    }),
  }),
);
const leave: fc.Arbitrary<Leave> = fc
  .record({ personId: person, delegateId: fc.option(person, { nil: null }), from: someDay, days: fc.nat(10) })
  .map(({ days, ...rest }) => ({ ...rest, to: addDays(rest.from, days) }));

/** A life: hours that pass, and what people do after them. */
const life = fc.record({
  kind: fc.constantFrom(...OBSTACLE_KINDS),
  urgent: fc.boolean(),
  confirmer: fc.option(fc.record({ as: fc.constantFrom('owner' as const, 'head' as const), id: person }), {
    nil: undefined,
  }),
  hour: fc.nat(23),
  leaves: fc.array(leave, { maxLength: 4 }),
  acts: fc.array(fc.tuple(fc.nat(40), event), { maxLength: 25 }),
});

type Seen = { readonly before: ObstacleState; readonly moved: Moved; readonly now: Instant };

function live(given: typeof life extends fc.Arbitrary<infer Life> ? Life : never): readonly Seen[] {
  const seen: Seen[] = [];
  let now = at('2020-05-01', '00:00') + given.hour * HOUR;
  const { leaves } = given;
  let { state } = flagged(now, {
    kind: given.kind,
    leaves,
    ...(given.urgent ? { urgentReason: '汛期', urgentConfirmed: false } : {}),
    ...(given.confirmer ? { confirmer: given.confirmer } : {}),
  });
  const take = (moved: Moved, when: Instant) => {
    seen.push({ before: state, moved, now: when });
    state = moved.state;
  };
  const pass = (to: Instant) => {
    for (let turns = 0; turns < 200; turns += 1) {
      const due = nextDue(state, contextAt(now, { leaves }));
      if (due === null || due.at > to) break;
      now = Math.max(now, due.at);
      const fallen = fallDue(state, contextAt(now, { leaves }));
      if (fallen === null) throw new Error(`${due.what} fell due and did nothing`);
      take(fallen, now);
      if (turns === 199) throw new Error('things fall due without end');
    }
    now = to;
  };
  for (const [hours, act] of given.acts) {
    pass(now + hours * HOUR);
    const decided = decide(state, act, contextAt(now, { leaves }));
    if (!('refused' in decided)) take(decided, now);
  }
  pass(now + 60 * 24 * HOUR);
  return seen;
}

const place = (rung: Rung) => RUNGS.indexOf(rung);

describe('an obstacle, whatever happens to it', () => {
  it('never skips a rung but for nobody available, which is named', () => {
    fc.assert(
      fc.property(life, (given) => {
        for (const { before, moved } of live(given)) {
          let rung: Rung | null = before.rung;
          for (const step of moved.steps) {
            if (step.kind === 'sorted') rung = step.rung ?? rung;
            if (step.kind !== 'raised') continue;
            expect(step.from).toBe(rung);
            for (const { rung: passed } of step.skipped) {
              if (passed !== rung) rung = rungAbove(rung ?? 'commander', before.terms);
              expect(passed).toBe(rung);
            }
            rung = step.to;
          }
          expect(moved.state.rung).toBe(rung);
        }
      }),
    );
  });

  it('never goes down the ladder, but where it is of another kind after all', () => {
    fc.assert(
      fc.property(life, (given) => {
        for (const { before, moved } of live(given))
          if (!moved.steps.some(({ kind }) => kind === 'sorted'))
            expect(place(moved.state.rung)).toBeGreaterThanOrEqual(place(before.rung));
      }),
    );
  });

  it('promises, without consent, at most the rung’s own working days again beyond its limit', () => {
    fc.assert(
      fc.property(life, (given) => {
        for (const { before, moved, now } of live(given)) {
          const claimed = moved.steps.find(({ kind }) => kind === 'claimed');
          if (claimed?.kind !== 'claimed' || claimed.consentBy || before.confirmation !== null) continue;
          if (rungAbove(before.rung, before.terms) === null && claimed.reason) continue;
          const limit = dayAt(before.deadline, zone);
          const from = addDays(limit, Math.max(0, daysBetween(limit, dayAt(now, zone))));
          const more = workdaysAt(before.rung, before.terms, before.urgent) * before.terms.promiseTimes;
          expect(workdaysBetween(from, claimed.promisedFor, calendar)).toBeLessThanOrEqual(more);
        }
      }),
    );
  });

  it('climbs nowhere, reminds nobody and is overdue nowhere while nobody has confirmed it, and silence ends none', () => {
    fc.assert(
      fc.property(life, (given) => {
        for (const { before, moved } of live(given)) {
          if (before.confirmation === null) continue;
          expect(moved.state.overdueSince).toBeNull();
          const kinds = moved.steps.map(({ kind }) => kind);
          // Once it is confirmed, the rung that nobody holds on that day is passed over, and that is said.
          const raised = moved.steps.filter((step) => step.kind === 'raised');
          expect(raised.map(({ why }) => why)).toEqual(raised.map(() => 'absence'));
          if (raised.length > 0) expect(kinds.indexOf('confirmed')).toBe(0);
          expect(kinds).not.toContain('half-way');
          for (const step of moved.steps) if (step.kind === 'withdrawn') expect(step.by).not.toBeNull();
        }
      }),
    );
  });

  it('never moves after it was closed', () => {
    fc.assert(
      fc.property(life, event, (given, late) => {
        for (const { before, moved, now } of live(given)) {
          expect(before.standing).not.toBe('closed');
          if (moved.state.standing !== 'closed') continue;
          expect(nextDue(moved.state, contextAt(now))).toBeNull();
          expect(decide(moved.state, late, contextAt(now))).toEqual({ refused: { because: 'closed' } });
        }
      }),
    );
  });

  it('once overdue stays overdue until it is closed, so that it never improves a light', () => {
    fc.assert(
      fc.property(life, (given) => {
        for (const { before, moved } of live(given))
          if (before.overdueSince !== null) expect(moved.state.overdueSince).toBe(before.overdueSince);
      }),
    );
  });

  it('ends every clock at 18:00 of a working day, and promises only working days', () => {
    fc.assert(
      fc.property(life, (given) => {
        for (const { moved, now } of live(given)) {
          const { state } = moved;
          const ends = dayAt(state.deadline, zone);
          expect(state.deadline).toBe(at(ends, '18:00'));
          expect(calendar.isWorkday(ends)).toBe(true);
          if (moved.steps.some(({ kind }) => kind === 'claimed')) expect(state.deadline).toBeGreaterThan(now);
        }
      }),
    );
  });

  it('grows its version with every change of standing, rung, department or claim, so that a stale press is known', () => {
    fc.assert(
      fc.property(life, (given) => {
        for (const { before, moved } of live(given)) {
          const visible = ({ standing, rung, departmentId, claimedById, returns }: ObstacleState) =>
            JSON.stringify([standing, rung, departmentId, claimedById, returns]);
          if (visible(before) !== visible(moved.state)) expect(moved.state.version).toBeGreaterThan(before.version);
          else expect(moved.state.version).toBeGreaterThanOrEqual(before.version);
        }
      }),
    );
  });

  it('is handed over once at most', () => {
    fc.assert(
      fc.property(life, (given) => {
        const times = live(given)
          .flatMap(({ moved }) => moved.steps)
          .filter(({ kind }) => kind === 'handed-over');
        expect(times.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
