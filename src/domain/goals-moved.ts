import { type GatedStanding, goalsOf } from './digest/goals.js';
import type { GoalState } from './goal.js';
import type { PlanGoal } from './plan.js';

/** A goal whose number is another after a change of the ledger than before it. */
export type GoalMoved = { readonly goal: PlanGoal; readonly before: GoalState; readonly after: GoalState };

const PLAN = { of: 'plan' } as const;

/** The goals of the whole plan that stand otherwise in `after` than in `before`. */
export function goalsMoved(before: GatedStanding, after: GatedStanding): readonly GoalMoved[] {
  const then = new Map(goalsOf(after, PLAN).map(({ goal, state }) => [goal.key, state]));
  return goalsOf(before, PLAN).flatMap(({ goal, state }) => {
    const moved = then.get(goal.key);
    const same = moved === undefined || JSON.stringify(moved.value) === JSON.stringify(state.value);
    return same ? [] : [{ goal, before: state, after: moved }];
  });
}
