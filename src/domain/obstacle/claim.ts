import { dayAt, daysBetween, instantAt, type LocalDay } from '../day.js';
import { rungAbove, rungClock, workdaysAt } from '../ladder.js';
import { promiseRemindedAt } from '../reminder.js';
import { addWorkdays, DEADLINE_TIME, nextWorkday, workdayFrom, workdaysBetween } from '../workday.js';
import { confirmedBefore } from './confirm.js';
import { type Decided, refused } from './outcome.js';
import { announceAt } from './quiet.js';
import { NO_PROMISE } from './rung.js';
import type { DecisionContext, ObstacleState } from './state.js';
import type { ObstacleRefusal } from './step.js';

/**
 * Whoever claims a case promises a day, and says by it that the case is so. A day beyond what the rung may promise by itself
 * is refused, but at the top, where it takes a reason.
 */
export function claim(
  unclaimed: ObstacleState,
  { by, promisedFor, reason }: { by: number; promisedFor: LocalDay; reason: string | null },
  context: DecisionContext,
): Decided {
  const state = confirmedBefore(unclaimed, context);
  if (state.standing === 'claimed') return refused('claimed');
  if (state.standing !== 'open') return refused('not-open');
  const unfit = unfitDay(promisedFor, context);
  if (unfit) return { refused: unfit };
  const beyond = promisedFor > latestPromise(state, context);
  const why = reason?.trim() ? reason : null;
  if (beyond && (rungAbove(state.rung, state.terms) !== null || why === null)) {
    return { refused: tooFar(state, promisedFor, context) };
  }
  return promised(state, { by, promisedFor, reason: beyond ? why : null, consentBy: null }, context);
}

/**
 * The last day that a rung may promise by itself: its own working days again, counted on from its limit; from today where
 * the limit has passed.
 */
export function latestPromise(state: ObstacleState, context: DecisionContext): LocalDay {
  const limit = dayAt(state.deadline, context.timeZone);
  const from = daysBetween(context.today, limit) > 0 ? limit : context.today;
  return addWorkdays(from, extraDays(state), context.calendar);
}

const extraDays = ({ rung, terms, urgent }: ObstacleState): number =>
  workdaysAt(rung, terms, urgent) * terms.promiseTimes;

/** A later day than the rung may promise, asked of the next; the rung's clock runs on. */
export function askPromise(
  state: ObstacleState,
  { by, promisedFor, reason }: { by: number; promisedFor: LocalDay; reason: string },
  context: DecisionContext,
): Decided {
  if (state.standing === 'claimed') return refused('claimed');
  if (state.standing !== 'open') return refused('not-open');
  if (state.confirmation !== null) return refused('unconfirmed');
  const unfit = unfitDay(promisedFor, context);
  if (unfit) return { refused: unfit };
  const above = rungAbove(state.rung, state.terms);
  const latest = latestPromise(state, context);
  if (above === null || promisedFor <= latest) return claim(state, { by, promisedFor, reason }, context);
  if (reason.trim() === '') return refused('text-missing');
  const toId = context.seats[above];
  return {
    state: {
      ...state,
      promiseAskedFor: promisedFor,
      promiseAskedById: by,
      promiseAskedOf: toId,
      announceAt: announceAt({ rung: above, urgent: state.urgent }, context),
      version: state.version + 1,
    },
    steps: [{ kind: 'promise-asked', by, promisedFor, latest, to: above, toId, reason }],
  };
}

export function consentPromise(state: ObstacleState, by: number, context: DecisionContext): Decided {
  const { promiseAskedFor: promisedFor, promiseAskedById: asker } = state;
  if (promisedFor === null || asker === null) return refused('not-asked');
  if (state.standing !== 'open') return refused('not-open');
  const unfit = unfitDay(promisedFor, context);
  return unfit ? { refused: unfit } : promised(state, { by: asker, promisedFor, reason: null, consentBy: by }, context);
}

export function refusePromise(state: ObstacleState, by: number, reason: string): Decided {
  const { promiseAskedFor: promisedFor } = state;
  if (promisedFor === null) return refused('not-asked');
  if (reason.trim() === '') return refused('text-missing');
  return {
    state: { ...state, ...NO_PROMISE, version: state.version + 1 },
    steps: [{ kind: 'promise-refused', by, promisedFor, reason }],
  };
}

function promised(
  state: ObstacleState,
  given: { by: number; promisedFor: LocalDay; reason: string | null; consentBy: number | null },
  context: DecisionContext,
): Decided {
  const { today, calendar, timeZone, now } = context;
  const { by, promisedFor, reason, consentBy } = given;
  const clock = rungClock(today, workdaysBetween(today, promisedFor, calendar), context);
  return {
    state: {
      ...state,
      ...NO_PROMISE,
      standing: 'claimed',
      claimedById: by,
      promisedFor,
      clockFrom: today,
      counted: clock.counted,
      deadline: instantAt(promisedFor, DEADLINE_TIME, timeZone),
      halfWay: clock.halfWay !== null && clock.halfWay > now ? clock.halfWay : null,
      remindAt: promiseRemindedAt(promisedFor, context),
      announceAt: null,
      lapsed: false,
      version: state.version + 1,
    },
    steps: [
      {
        kind: 'claimed',
        by,
        promisedFor,
        ...(reason === null ? {} : { reason }),
        ...(consentBy === null ? {} : { consentBy }),
      },
    ],
  };
}

/** A day that is over, or on which nobody works. */
function unfitDay(day: LocalDay, { calendar, today, timeZone, now }: DecisionContext): ObstacleRefusal | null {
  if (instantAt(day, DEADLINE_TIME, timeZone) <= now) {
    const tonight = instantAt(today, DEADLINE_TIME, timeZone) <= now;
    const offer = tonight ? nextWorkday(today, calendar) : workdayFrom(today, calendar);
    return { because: 'promise-past', day, offer };
  }
  if (!calendar.isWorkday(day)) return { because: 'promise-day-off', day, offer: nextWorkday(day, calendar) };
  return null;
}

const tooFar = (state: ObstacleState, day: LocalDay, context: DecisionContext): ObstacleRefusal => ({
  because: 'promise-too-far',
  day,
  offer: latestPromise(state, context),
  limit: dayAt(state.deadline, context.timeZone),
  workdays: extraDays(state),
  above: rungAbove(state.rung, state.terms),
});
