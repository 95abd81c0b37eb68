import { instantAt } from '../day.js';
import { land } from '../ladder.js';
import { DEADLINE_TIME, deadline } from '../workday.js';
import { closed } from './close.js';
import { type Decided, type Moved, refused } from './outcome.js';
import { absenceSteps, atRung, dutyDay, UNASKED } from './rung.js';
import type { Confirmation, DecisionContext, ObstacleState } from './state.js';
import type { Step } from './step.js';

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
  const confirmed = atRung({ ...state, ...UNASKED }, landing, context);
  const upheld = by !== null && confirmation === 'sponsor';
  return {
    state: { ...confirmed, rungFrom: context.today },
    steps: [{ kind: 'confirmed', by, upheld }, ...absenceSteps(state.rung, landing, confirmed)],
  };
}

/** Whoever takes it on, or says that it is cleared, says that it is so, and has it: it stays at its rung. */
export function confirmedBefore(state: ObstacleState, context: DecisionContext): ObstacleState {
  if (state.confirmation === null) return state;
  const { rung, holderId } = state;
  const confirmed = atRung({ ...state, ...UNASKED }, { rung, holderId, actingId: holderId, skipped: [] }, context);
  return { ...confirmed, rungFrom: context.today };
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
  state: closed({ ...state, ...UNASKED }, context, true),
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
