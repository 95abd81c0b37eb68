import { type Instant, instantAt } from '../day.js';
import { rungAbove } from '../ladder.js';
import { comingLeaves } from '../leave.js';
import { verifyRemindedAt } from '../reminder.js';
import { workdayFrom, workdaysBetween } from '../workday.js';
import { unconfirmed } from './confirm.js';
import { accept } from './dismiss.js';
import type { Moved } from './outcome.js';
import { raise } from './raise.js';
import { actingOn, NO_PROMISE } from './rung.js';
import type { DecisionContext, ObstacleState } from './state.js';
import type { Step } from './step.js';

/** What falls due on a case next, and when. */
export type Due = {
  readonly at: Instant;
  readonly what: 'announce' | 'absence' | 'half-way' | 'promise' | 'deadline' | 'unverified' | 'unconfirmed';
};

/** What of the world decides when something falls due. */
type Ahead = Pick<DecisionContext, 'now' | 'today' | 'quietFrom' | 'quietTo' | 'calendar' | 'timeZone' | 'leaves'>;

/** The next thing that happens to a case by itself, or null where nothing does. At the same moment the first listed is first. */
export function nextDue(state: ObstacleState, ahead: Ahead): Due | null {
  const timers: Due[] = [];
  const add = (at: Instant | null, what: Due['what']) => {
    if (at !== null) timers.push({ at, what });
  };
  if (state.standing === 'closed') return null;
  // No rung has it yet, so nobody is reminded and nothing climbs.
  if (state.confirmation !== null)
    return state.confirmBy === null ? null : { at: state.confirmBy, what: 'unconfirmed' };
  // Nobody is told of what goes straight on to the next rung.
  if (state.standing !== 'resolved') add(absentFrom(state, ahead), 'absence');
  add(state.announceAt, 'announce');
  if (state.standing === 'resolved') {
    add(verifyRemindedAt(state, ahead), 'unverified');
  } else {
    if (!state.lapsed) {
      add(state.halfWay, 'half-way');
      add(state.remindAt, 'promise');
      add(state.deadline, 'deadline');
    }
  }
  return timers.reduce<Due | null>((first, due) => (first === null || due.at < first.at ? due : first), null);
}

/** Lets the next thing that is due at `context.now` happen; null where nothing is. Call it until it answers null. */
export function fallDue(state: ObstacleState, context: DecisionContext): Moved | null {
  const due = nextDue(state, context);
  if (due === null || due.at > context.now) return null;
  switch (due.what) {
    case 'announce':
      return { state: { ...state, announceAt: null }, steps: [{ kind: 'announced' }] };
    case 'half-way':
      return {
        state: { ...state, halfWay: null },
        steps: [{ kind: 'half-way', toId: actingOn(state, context, context.today) }],
      };
    case 'promise':
      return {
        state: { ...state, remindAt: null },
        steps: [{ kind: 'promise-due', toId: actingOn(state, context, context.today) }],
      };
    case 'unconfirmed':
      return unconfirmed(state, context);
    case 'absence': {
      const raised = raise(state, 'absence', null, null, context);
      return 'refused' in raised ? null : raised;
    }
    case 'deadline':
      return miss(state, context);
    case 'unverified': {
      const accepted = accept(state, null, context);
      if (!('refused' in accepted)) return accepted;
      return {
        state: { ...state, verifyReminders: state.verifyReminders + 1 },
        steps: [{ kind: 'unverified', toCoordinators: state.verifyReminders > 0 }],
      };
    }
  }
}

function miss(state: ObstacleState, context: DecisionContext): Moved {
  const why = state.standing === 'claimed' ? 'promise' : 'silence';
  const raised = raise(state, why, null, null, context);
  if (!('refused' in raised)) return raised;
  const step: Step = {
    kind: 'lapsed',
    why,
    silentId: actingOn(state, context, context.today),
    workdays: workdaysBetween(state.clockFrom, context.today, context.calendar),
  };
  return {
    state: {
      ...state,
      ...NO_PROMISE,
      standing: 'open',
      claimedById: null,
      promisedFor: null,
      halfWay: null,
      lapsed: true,
      overdueSince: state.overdueSince ?? state.deadline,
      version: state.version + 1,
    },
    steps: [step],
  };
}

/** From when on nobody is available at the rung, as far as the leaves are known; only where there is a rung above. */
function absentFrom(state: ObstacleState, ahead: Ahead): Instant | null {
  if (rungAbove(state.rung, state.terms) === null) return null;
  for (const day of [ahead.today, ...comingLeaves(ahead.today, ahead.leaves)]) {
    const workday = workdayFrom(day, ahead.calendar);
    if (actingOn(state, ahead, workday) === null) return instantAt(workday, ahead.quietTo, ahead.timeZone);
  }
  return null;
}
