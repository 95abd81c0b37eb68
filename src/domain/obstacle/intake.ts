import { dayAt, instantAt } from '../day.js';
import { DEADLINE_TIME, land, rungAbove, rungClock, workdaysAt } from '../ladder.js';
import { addWorkdays, deadline, nextWorkday } from '../workday.js';
import { atRung, dutyDay, NO_PROMISE, raise } from './climb.js';
import { type Decided, type Moved, refused } from './outcome.js';
import type { Confirmation, DecisionContext, ObstacleState } from './state.js';
import type { Step } from './step.js';

/** Not asked of anybody any more. */
const STANDS = { confirmation: null, confirmerId: null, confirmBy: null };

/** Asks somebody whether it is so, for so many working days; meanwhile no rung has it. */
export function asked(
  state: ObstacleState,
  confirmation: Confirmation,
  confirmerId: number | null,
  context: DecisionContext,
): ObstacleState {
  const { confirmWorkdays, workdays } = state.terms;
  const days = confirmation === 'sponsor' ? (workdays.sponsor ?? confirmWorkdays) : confirmWorkdays;
  const { day, counted } = deadline(context.today, days, context.calendar);
  const until = instantAt(day, DEADLINE_TIME, context.timeZone);
  return {
    ...state,
    confirmation,
    confirmerId,
    confirmBy: until,
    clockFrom: context.today,
    counted,
    deadline: until,
    halfWay: null,
    announceAt: null,
    version: state.version + 1,
  };
}

/** It is so: the rung has it from now on, with all of its time. */
export function confirm(state: ObstacleState, by: number | null, context: DecisionContext): Decided {
  const { confirmation } = state;
  if (confirmation === null) return refused('confirmed');
  const landing = land(state.rung, state.terms, context.seats, context.leaves, dutyDay(context));
  const confirmed = atRung({ ...state, ...STANDS }, landing, context);
  const upheld = by !== null && confirmation === 'sponsor';
  return {
    state: { ...confirmed, rungFrom: context.today },
    steps: [{ kind: 'confirmed', by, upheld }],
  };
}

/** It is not so, says who was asked: the sponsor decides, or the commander where the sponsor flagged it or there is none. */
export function dispute(
  state: ObstacleState,
  { by, reason, raisedById }: { by: number; reason: string; raisedById: number },
  context: DecisionContext,
): Decided {
  if (state.confirmation === null) return refused('confirmed');
  if (reason.trim() === '') return refused('text-missing');
  const { sponsor, commander } = context.seats;
  const step: Step = { kind: 'disputed', by, reason };
  if (state.confirmation === 'sponsor') return strike(state, by, reason, context);
  const decider = sponsor === null || sponsor === raisedById ? commander : sponsor;
  return { state: asked(state, 'sponsor', decider, context), steps: [step] };
}

const strike = (state: ObstacleState, by: number, reason: string, context: DecisionContext): Decided => ({
  state: ended({ ...state, ...STANDS }, context, true),
  steps: [{ kind: 'withdrawn', by, why: 'struck', reason }],
});

/** Nobody answered in time: after the owner the unit head is asked; then it stands as filed. Silence ends no obstacle. */
export function unconfirmed(state: ObstacleState, context: DecisionContext): Moved | null {
  const head = context.seats.unit;
  if (state.confirmation === 'owner' && head !== null && head !== state.confirmerId) {
    return { state: asked(state, 'head', head, context), steps: [{ kind: 'head-asked', toId: head }] };
  }
  const stands = confirm(state, null, context);
  return 'refused' in stands ? null : stands;
}

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
export function settle(state: ObstacleState, by: number | null, context: DecisionContext): Decided {
  if (!state.dismissed || state.standing !== 'resolved') return refused('not-dismissed');
  const why = by === null ? 'unanswered' : 'accepted';
  return { state: ended(state, context, true), steps: [{ kind: 'withdrawn', by, why }] };
}

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
    state: ended({ ...state, ...STANDS }, context, true),
    steps: [{ kind: 'withdrawn', by, why: 'merged', into }],
  };
}

/** Closed for good. `withdrawn`: it was none, so that it counts nowhere. */
export function ended(state: ObstacleState, context: DecisionContext, withdrawn: boolean): ObstacleState {
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
