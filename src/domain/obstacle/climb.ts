import type { LocalDay } from '../day.js';
import { type Landing, land, rungAbove, rungClock, workdaysAt } from '../ladder.js';
import { actsFor } from '../leave.js';
import { workdayFrom, workdaysBetween } from '../workday.js';
import { type Decided, refused } from './outcome.js';
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

/** Up to the next rung where somebody is available. At the top a person is refused; time alone leaves it where it is. */
export function raise(
  state: ObstacleState,
  why: 'asked' | 'silence' | 'promise' | 'absence',
  by: number | null,
  reason: string | null,
  context: DecisionContext,
): Decided {
  const above = rungAbove(state.rung, state.terms);
  if (above === null) return refused('at-top');
  const landing = land(above, state.terms, context.seats, context.leaves, dutyDay(context));
  const late = why === 'silence' || why === 'promise';
  const overdueSince = late ? (state.overdueSince ?? state.deadline) : state.overdueSince;
  const raised = atRung({ ...state, overdueSince }, landing, context);
  const step: Step = {
    kind: 'raised',
    by,
    why,
    reason,
    from: state.rung,
    to: landing.rung,
    toUnitId: departmentAt(raised),
    silentId: late ? actingOn(state, context, context.today) : null,
    workdays: late ? workdaysBetween(state.clockFrom, context.today, context.calendar) : 0,
    skipped: landing.skipped,
  };
  return { state: raised, steps: [step] };
}

/** The unit that has a case where it stands at the department's rung, else null. */
export const departmentAt = ({ rung, departmentId }: ObstacleState): number | null =>
  rung === 'department' ? departmentId : null;

/** The day on which a rung would take it up: who is away over a day off is not missed. */
export const dutyDay = ({ today, calendar }: DecisionContext): LocalDay => workdayFrom(today, calendar);

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
    clockFrom: clock.from,
    counted: clock.counted,
    deadline: clock.deadline,
    halfWay: clock.counted.length > 0 ? clock.halfWay : null,
    lapsed: false,
    claimedById: null,
    promisedFor: null,
    verifyBy: null,
    verifyReminders: 0,
    announceAt: announceAt({ rung, urgent: state.urgent }, context),
    version: state.version + 1,
  };
}
