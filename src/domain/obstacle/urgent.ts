import { rungClock, workdaysAt } from '../ladder.js';
import { type Decided, refused } from './outcome.js';
import type { DecisionContext, ObstacleState } from './state.js';
import type { Step } from './step.js';

/** The unit head agrees that it is urgent: the rung has half of its time from now on, and never more than it had. */
export function confirmUrgent(state: ObstacleState, by: number, context: DecisionContext): Decided {
  if (state.urgent) return refused('urgent');
  if (state.standing === 'resolved') return refused('not-open');
  const step: Step = { kind: 'urgent-confirmed', by };
  const urgent = { ...state, urgent: true, version: state.version + 1 };
  if (state.standing !== 'open' || state.confirmation !== null || state.lapsed) return { state: urgent, steps: [step] };
  const clock = rungClock(context.today, workdaysAt(state.rung, state.terms, true), context);
  if (clock.deadline >= state.deadline) return { state: urgent, steps: [step] };
  const { from, counted, halfWay, deadline: until } = clock;
  return { state: { ...urgent, clockFrom: from, counted, halfWay, deadline: until }, steps: [step] };
}

/** Words that say only that somebody is in a hurry. */
const HURRY =
  /加急|紧急|着急|十万火急|急需|急|尽快|尽早|马上|立即|立刻|越快越好|很|非常|特别|十分|太|请|领导|帮忙|办理|解决|处理|重要|urgent(?:ly)?|asap|important|please|very|soon|quick(?:ly)?/giu;

/** Less than this is no reason: `汛期将至` is one. */
const SHORTEST = 4;

/** Whether the reason for which something is urgent says more than that it is. */
export const hasSubstance = (reason: string): boolean =>
  [
    ...reason
      .normalize('NFKC')
      .replace(HURRY, '')
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ].length >= SHORTEST;
