import { instantAt } from '../day.js';
import { rungAbove } from '../ladder.js';
import { addWorkdays, DEADLINE_TIME } from '../workday.js';
import { closed } from './close.js';
import { type Decided, refused } from './outcome.js';
import { raise } from './raise.js';
import { NO_PROMISE } from './rung.js';
import type { DecisionContext, ObstacleState } from './state.js';

/** It is no obstacle, says the rung that has it; who raised it may take that up to the next rung, once. */
export function dismiss(state: ObstacleState, by: number, reason: string, context: DecisionContext): Decided {
  if (state.standing === 'resolved') return refused('not-open');
  if (state.confirmation !== null) return refused('unconfirmed');
  if (reason.trim() === '') return refused('text-missing');
  const day = addWorkdays(context.today, state.terms.verifyWorkdays, context.calendar);
  return {
    state: {
      ...state,
      ...NO_PROMISE,
      standing: 'resolved',
      dismissed: true,
      resolvedById: by,
      resolvedAt: context.now,
      resolution: reason,
      halfWay: null,
      announceAt: null,
      verifyBy: instantAt(day, DEADLINE_TIME, context.timeZone),
      verifyReminders: 0,
      version: state.version + 1,
    },
    steps: [{ kind: 'resolved', by, what: reason, rule: null, none: true }],
  };
}

/** It is one after all: the next rung has it. */
export function takeUp(state: ObstacleState, by: number, reason: string, context: DecisionContext): Decided {
  if (!state.dismissed || state.standing !== 'resolved') return refused('not-dismissed');
  if (state.takenUp) return refused('taken-up');
  if (reason.trim() === '') return refused('text-missing');
  if (rungAbove(state.rung, state.terms) === null) return refused('at-top');
  const again = { ...state, dismissed: false, takenUp: true, resolvedById: null, resolvedAt: null, resolution: null };
  return raise(again, 'asked', by, reason, context);
}

/** That it is none was accepted, or (`by` null) nobody took it up in time. */
export function accept(state: ObstacleState, by: number | null, context: DecisionContext): Decided {
  if (!state.dismissed || state.standing !== 'resolved') return refused('not-dismissed');
  const why = by === null ? 'unanswered' : 'accepted';
  return { state: closed(state, context, true), steps: [{ kind: 'withdrawn', by, why }] };
}
