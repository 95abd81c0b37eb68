import { dayAt, instantAt } from '../day.js';
import { DEADLINE_TIME, nextWorkday } from '../workday.js';
import { type Decided, refused } from './outcome.js';
import type { DecisionContext, ObstacleState } from './state.js';

/** Asks who raised it for more, once; the clock stops for a working day. */
export function query(state: ObstacleState, by: number, text: string, context: DecisionContext): Decided {
  if (state.standing !== 'open' && state.standing !== 'claimed') return refused('not-open');
  if (state.confirmation !== null) return refused('unconfirmed');
  if (state.standing === 'claimed') return refused('claimed');
  if (state.query !== null) return refused('queried-before');
  if (text.trim() === '') return refused('text-missing');
  const { calendar, timeZone } = context;
  const last = dayAt(state.deadline, timeZone);
  const longer = state.lapsed ? last : nextWorkday(last, calendar);
  return {
    state: {
      ...state,
      query: 'asked',
      counted: state.lapsed ? state.counted : [...state.counted, longer],
      deadline: instantAt(longer, DEADLINE_TIME, timeZone),
      version: state.version + 1,
    },
    steps: [{ kind: 'queried', by, text }],
  };
}

export function supplement(state: ObstacleState, by: number, text: string): Decided {
  if (state.query !== 'asked') return refused('not-queried');
  if (text.trim() === '') return refused('text-missing');
  return { state: { ...state, query: 'answered' }, steps: [{ kind: 'supplemented', by, text }] };
}
