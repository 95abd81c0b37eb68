import type { LocalDay } from '../day.js';
import { type Landing, rungClock, workdaysAt } from '../ladder.js';
import { actsFor } from '../leave.js';
import type { Rung } from '../plan.js';
import { workdayFrom } from '../workday.js';
import { announceAt } from './quiet.js';
import type { DecisionContext, ObstacleState } from './state.js';
import type { Step } from './step.js';

/**
 * Who acts on a case on a day: who claimed it or stands in for them; else who is named at the rung or stands in. Null:
 * nobody is available.
 */
export function actingOn(
  state: Pick<ObstacleState, 'claimedById' | 'holderId'>,
  context: Pick<DecisionContext, 'leaves'>,
  day: LocalDay,
): number | null {
  const ofClaim = state.claimedById === null ? null : actsFor(state.claimedById, day, context.leaves).personId;
  return ofClaim ?? (state.holderId === null ? null : actsFor(state.holderId, day, context.leaves).personId);
}

/** That a case landed above the rung from which it came, because nobody was there; none where it did not. */
export function absenceSteps(from: Rung, landing: Landing, landed: ObstacleState): readonly Step[] {
  if (landing.rung === from) return [];
  const to = { from, to: landing.rung, toUnitId: departmentAt(landed), skipped: landing.skipped };
  return [{ kind: 'raised', by: null, why: 'absence', reason: null, silentId: null, workdays: 0, ...to }];
}

/** At a rung: open, with the rung's time from now on. */
export function atRung(state: ObstacleState, landing: Landing, context: DecisionContext): ObstacleState {
  const { rung, holderId } = landing;
  const clock = rungClock(context.today, workdaysAt(rung, state.terms, state.urgent), context);
  return {
    ...state,
    standing: 'open',
    rung,
    holderId,
    departmentId: rung === 'department' ? (state.departmentId ?? context.departmentId) : state.departmentId,
    rungFrom: state.rung === rung && state.version > 0 ? state.rungFrom : context.today,
    clockFrom: clock.from,
    counted: clock.counted,
    deadline: clock.deadline,
    halfWay: clock.halfWay,
    lapsed: false,
    claimedById: null,
    promisedFor: null,
    ...NO_PROMISE,
    verifyBy: null,
    verifyReminders: 0,
    announceAt: announceAt({ rung, urgent: state.urgent }, context),
    version: state.version + 1,
  };
}

/** The unit that has a case where it stands at the department's rung, else null. */
export const departmentAt = ({ rung, departmentId }: ObstacleState): number | null =>
  rung === 'department' ? departmentId : null;

/** The day on which a rung would take it up: who is away over a day off is not missed. */
export const dutyDay = ({ today, calendar }: DecisionContext): LocalDay => workdayFrom(today, calendar);

/** Nothing of a promise is left: neither its morning nor a later day that was asked for. */
export const NO_PROMISE = { remindAt: null, promiseAskedFor: null, promiseAskedById: null, promiseAskedOf: null };

/** Nobody is asked any more whether it is so. */
export const UNASKED = { confirmation: null, confirmerId: null, confirmBy: null };
