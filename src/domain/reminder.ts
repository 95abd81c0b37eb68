import { dayAt, type Instant, instantAt, type LocalDay } from './day.js';
import type { MilestoneState } from './milestone.js';
import { expectedOn } from './prompt.js';
import { DEADLINE_TIME, nextWorkday, type WorkCalendar } from './workday.js';

/*
 * When a reminder is sent, all of them:
 *
 * - of the morning's questions, at `prompts.reminder` of a working day: `isReminded`, `TIME_TO_ANSWER_MS`
 *   (the slot is in features/prompt/index.ts, the work in its remind.ts);
 * - of an obstacle, half of whose time is over: `halfWayAt`;
 * - of an obstacle that was promised for today, at `prompts.morning`: `promiseRemindedAt`;
 * - of an obstacle that was resolved and that nobody verified: `verifyRemindedAt`
 *   (the timers are in domain/obstacle/fall-due.ts; who gets them is in features/obstacle/tell-case.ts).
 */

/** Who was asked less than this before the afternoon's reminder (a late morning) has had no time to answer. Milliseconds. */
export const TIME_TO_ANSWER_MS = 2 * 60 * 60_000;

/** Whether the afternoon's reminder speaks of a milestone: only what cannot wait until tomorrow. */
export function isReminded(milestone: Pick<MilestoneState, 'due' | 'forecast'>, today: LocalDay): boolean {
  const expected = expectedOn(milestone);
  return expected !== null && expected <= today;
}

/** At `reminderTime` of the day on which half of the working days are over; null for a single day, of which there is no half. */
export function halfWayAt(
  counted: readonly LocalDay[],
  { reminderTime, timeZone }: { readonly reminderTime: string; readonly timeZone: string },
): Instant | null {
  const day = counted.length < 2 ? undefined : counted[Math.floor((counted.length - 1) / 2)];
  return day === undefined ? null : instantAt(day, reminderTime, timeZone);
}

/** In the morning of the promised day; null where that is over. */
export function promiseRemindedAt(
  promisedFor: LocalDay,
  { now, morningTime, timeZone }: { readonly now: Instant; readonly morningTime: string; readonly timeZone: string },
): Instant | null {
  const morning = instantAt(promisedFor, morningTime, timeZone);
  return morning > now ? morning : null;
}

/** Who verifies is reminded when their time is over, the coordinators on the next working day; then nobody any more. */
export function verifyRemindedAt(
  { verifyBy, verifyReminders }: { readonly verifyBy: Instant | null; readonly verifyReminders: number },
  { calendar, timeZone }: { readonly calendar: WorkCalendar; readonly timeZone: string },
): Instant | null {
  if (verifyBy === null || verifyReminders > 1) return null;
  if (verifyReminders === 0) return verifyBy;
  return instantAt(nextWorkday(dayAt(verifyBy, timeZone), calendar), DEADLINE_TIME, timeZone);
}
