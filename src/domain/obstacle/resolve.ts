import { instantAt } from '../day.js';
import { DEADLINE_TIME, deadline } from '../workday.js';
import { confirmedBefore } from './confirm.js';
import { type Decided, refused } from './outcome.js';
import { announceAt } from './quiet.js';
import { NO_PROMISE } from './rung.js';
import type { DecisionContext, ObstacleState } from './state.js';

/** It is cleared, says who has it, which says that it was so; who raised it or owns the project verifies that. */
export function resolve(
  unresolved: ObstacleState,
  { by, what, rule }: { by: number; what: string; rule: string | null },
  context: DecisionContext,
): Decided {
  const state = confirmedBefore(unresolved, context);
  if (state.standing === 'resolved') return refused('not-open');
  if (what.trim() === '') return refused('text-missing');
  // A shackle ends as a changed rule: what got round it this once does not clear it for the next.
  if (state.kind === 'shackle' && (rule === null || rule.trim() === '')) return refused('rule-missing');
  const { day } = deadline(context.today, state.terms.verifyWorkdays, context.calendar);
  const resolved: ObstacleState = {
    ...state,
    ...NO_PROMISE,
    standing: 'resolved',
    resolvedById: by,
    resolvedAt: context.now,
    resolution: what,
    rule,
    halfWay: null,
    verifyBy: instantAt(day, DEADLINE_TIME, context.timeZone),
    verifyReminders: 0,
    announceAt: announceAt({ rung: 'unit', urgent: false }, context),
    version: state.version + 1,
  };
  return { state: resolved, steps: [{ kind: 'resolved', by, what, rule }] };
}
