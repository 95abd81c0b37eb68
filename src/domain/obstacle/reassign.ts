import { rungsOf } from '../ladder.js';
import { RUNGS, type Rung } from '../plan.js';
import { actingOn, atRung, dutyDay, raise } from './climb.js';
import { type Decided, refused } from './outcome.js';
import { announceAt } from './quiet.js';
import type { DecisionContext, ObstacleState } from './state.js';
import type { Step } from './step.js';

/** To another department; the clock goes on: being sent to the wrong door does not cost the project days. */
export function handOver(
  state: ObstacleState,
  given: { by: number; toUnitId: number; headId: number | null; reason: string; leads?: boolean },
  context: DecisionContext,
): Decided {
  const { by, toUnitId, headId, reason, leads = false } = given;
  if (state.standing === 'claimed' && !leads) return refused('claimed');
  if (state.standing !== 'open' && state.standing !== 'claimed') return refused('not-open');
  if (state.confirmation !== null) return refused('unconfirmed');
  if (state.rung !== 'department' && !leads) return refused('not-at-department');
  if (!rungsOf(state.terms).includes('department')) return refused('no-department');
  if (state.handedOver && !leads) return refused('handed-over-before');
  if (state.rung === 'department' && state.departmentId === toUnitId) return refused('same-department');
  if (reason.trim() === '') return refused('text-missing');
  const step: Step = { kind: 'handed-over', by, fromUnitId: state.departmentId, toUnitId, reason };
  // From another rung, or from who promised a day, the department begins with all of its time.
  const afresh = state.rung !== 'department' || state.standing === 'claimed';
  const landing = { rung: 'department', holderId: headId, actingId: headId, skipped: [] } as const;
  const begun = afresh ? atRung({ ...state, departmentId: toUnitId }, landing, context) : state;
  const handed: ObstacleState = {
    ...begun,
    departmentId: toUnitId,
    holderId: headId,
    handedOver: true,
    announceAt: announceAt(begun, context),
    version: state.version + 1,
  };
  const told: Step = state.rung === 'department' && !afresh ? step : { ...step, rung: 'department' };
  if (actingOn(handed, context, dutyDay(context)) !== null) return { state: handed, steps: [told] };
  const raised = raise(handed, 'absence', null, null, context);
  return 'refused' in raised ? { state: handed, steps: [told] } : { ...raised, steps: [told, ...raised.steps] };
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
