import { type Decided, refused } from './outcome.js';
import { NO_PROMISE, UNASKED } from './rung.js';
import type { DecisionContext, ObstacleState } from './state.js';

/** Closed for good. `withdrawn`: it was none, so that it counts nowhere. */
export function closed(state: ObstacleState, context: DecisionContext, withdrawn: boolean): ObstacleState {
  return {
    ...state,
    ...NO_PROMISE,
    standing: 'closed',
    closedAt: context.now,
    withdrawn,
    halfWay: null,
    announceAt: null,
    version: state.version + 1,
  };
}

/** Who raised it takes it back, as long as nobody has taken it on. */
export function withdraw(state: ObstacleState, by: number, context: DecisionContext): Decided {
  if (state.standing === 'resolved') return refused('not-open');
  if (state.standing === 'claimed') return refused('claimed');
  return { state: closed(state, context, true), steps: [{ kind: 'withdrawn', by }] };
}

/** Its project left the plan, and it goes with it, whoever has it: nobody cleared it, so that it counts nowhere. */
export const leave = (state: ObstacleState, by: number, context: DecisionContext): Decided => ({
  state: closed({ ...state, ...UNASKED }, context, true),
  steps: [{ kind: 'withdrawn', by, why: 'project-left' }],
});

/** It says the same as another one of its project, which goes on for both. */
export function merge(
  state: ObstacleState,
  by: number,
  into: number,
  same: boolean,
  context: DecisionContext,
): Decided {
  if (same) return refused('same-obstacle');
  if (state.standing === 'resolved') return refused('not-open');
  return {
    state: closed({ ...state, ...UNASKED }, context, true),
    steps: [{ kind: 'withdrawn', by, why: 'merged', into }],
  };
}
