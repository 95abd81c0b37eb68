import { land } from '../ladder.js';
import { closed } from './close.js';
import { type Decided, refused } from './outcome.js';
import { absenceSteps, atRung, dutyDay } from './rung.js';
import type { DecisionContext, ObstacleState } from './state.js';
import type { Step } from './step.js';

/** It is cleared indeed: closed for good. */
export function verify(state: ObstacleState, by: number, context: DecisionContext): Decided {
  if (state.standing !== 'resolved') return refused('not-resolved');
  if (state.dismissed) return refused('dismissed');
  return { state: closed(state, context, false), steps: [{ kind: 'verified', by }] };
}

/** Back to the rung that resolved it, which gets its time anew. */
export function sendBack(state: ObstacleState, by: number, reason: string, context: DecisionContext): Decided {
  if (state.standing !== 'resolved') return refused('not-resolved');
  if (state.dismissed) return refused('dismissed');
  if (reason.trim() === '') return refused('text-missing');
  const returns = state.returns + 1;
  const landing = land(state.rung, state.terms, context.seats, context.leaves, dutyDay(context));
  const cleared = { ...state, returns, resolvedById: null, resolvedAt: null, resolution: null, rule: null };
  const reopened = atRung(cleared, landing, context);
  const steps: readonly Step[] = [
    { kind: 'returned', by, reason, count: returns },
    ...absenceSteps(state.rung, landing, reopened),
  ];
  return { state: reopened, steps };
}
