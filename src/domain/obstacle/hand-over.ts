import { rungsOf } from '../ladder.js';
import { type Decided, refused } from './outcome.js';
import { announceAt } from './quiet.js';
import { raise } from './raise.js';
import { actingOn, atRung, dutyDay } from './rung.js';
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

/** To the successor of who had it: as it is, promise and all. */
export function succeed(state: ObstacleState, event: { by: number; fromId: number; toId: number }): Decided {
  const { by, fromId, toId } = event;
  const now = (id: number | null) => (id === fromId ? toId : id);
  const succeeded = {
    ...state,
    holderId: now(state.holderId),
    claimedById: now(state.claimedById),
    confirmerId: now(state.confirmerId),
    promiseAskedOf: now(state.promiseAskedOf),
    version: state.version + 1,
  };
  return { state: succeeded, steps: [{ kind: 'succeeded', by, fromId, toId }] };
}
