import { type LadderTerms, rungClock, sameTerms, workdaysAt } from '../ladder.js';
import { type Decided, refused } from './outcome.js';
import type { DecisionContext, ObstacleState } from './state.js';
import type { Step } from './step.js';

/** The rung's time begins anew under the new policy: nobody is late by a rule that did not hold. A promise stays. */
export function adopt(state: ObstacleState, by: number, terms: LadderTerms, context: DecisionContext): Decided {
  if (sameTerms(state.terms, terms)) return refused('policy-same');
  const adopted = { ...state, terms, version: state.version + 1 };
  const step: Step = { kind: 'adopted', by };
  if (state.standing !== 'open' || state.confirmation !== null) return { state: adopted, steps: [step] };
  const clock = rungClock(context.today, workdaysAt(state.rung, terms, state.urgent), context);
  return {
    state: {
      ...adopted,
      clockFrom: clock.from,
      counted: clock.counted,
      deadline: clock.deadline,
      halfWay: clock.halfWay,
      lapsed: false,
    },
    steps: [step],
  };
}
