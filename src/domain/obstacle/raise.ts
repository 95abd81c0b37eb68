import { land, rungAbove, rungsOf } from '../ladder.js';
import { RUNGS, type Rung } from '../plan.js';
import { workdaysBetween } from '../workday.js';
import { type Decided, refused } from './outcome.js';
import { actingOn, atRung, departmentAt, dutyDay } from './rung.js';
import type { DecisionContext, ObstacleState } from './state.js';
import type { Step } from './step.js';

/** Who has it cannot clear it, and says why. */
export function raiseByHand(state: ObstacleState, by: number, reason: string, context: DecisionContext): Decided {
  if (state.confirmation !== null) return refused('unconfirmed');
  if (state.standing === 'resolved') return refused('not-open');
  if (reason.trim() === '') return refused('text-missing');
  return raise(state, 'asked', by, reason, context);
}

/** A leader takes a case that is below them to their own rung. */
export function pullUp(
  state: ObstacleState,
  { by, to, reason }: { by: number; to: Rung; reason: string },
  context: DecisionContext,
): Decided {
  if (state.standing === 'resolved') return refused('not-open');
  if (state.confirmation !== null) return refused('unconfirmed');
  if (RUNGS.indexOf(to) <= RUNGS.indexOf(state.rung) || !rungsOf(state.terms).includes(to)) return refused('at-top');
  if (reason.trim() === '') return refused('text-missing');
  return raise(state, 'asked', by, reason, context, to);
}

/** Up to the next rung where somebody is available. At the top a person is refused; time alone leaves it where it is. */
export function raise(
  state: ObstacleState,
  why: 'asked' | 'silence' | 'promise' | 'absence',
  by: number | null,
  reason: string | null,
  context: DecisionContext,
  to: Rung | null = rungAbove(state.rung, state.terms),
): Decided {
  if (to === null) return refused('at-top');
  const landing = land(to, state.terms, context.seats, context.leaves, dutyDay(context));
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
