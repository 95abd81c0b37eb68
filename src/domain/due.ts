import { addDays, dayAt, type Instant, instantAt, type LocalDay } from './day.js';
import type { WorkCalendar } from './workday.js';

/** A slot of the clock's work: the working day, and the moment at which it is due. */
export type Slot = { readonly day: LocalDay; readonly due: Instant };

/** Later than this, what is sent is labelled late. */
export const LATE_AFTER_MS = 15 * 60_000;

/** Looking further back or ahead than the longest run of days off makes no sense. */
const MOST_DAYS = 40;

/** The newest slot at `time` (HH:mm) of a working day that is due at `now`, or null. */
export function lastSlot(now: Instant, time: string, timeZone: string, calendar: WorkCalendar): Slot | null {
  return walk(now, time, timeZone, calendar, -1, (due) => due <= now);
}

/** The next slot after `now`, or null. */
export function nextSlot(now: Instant, time: string, timeZone: string, calendar: WorkCalendar): Slot | null {
  return walk(now, time, timeZone, calendar, 1, (due) => due > now);
}

function walk(
  now: Instant,
  time: string,
  timeZone: string,
  calendar: WorkCalendar,
  step: 1 | -1,
  fits: (due: Instant) => boolean,
): Slot | null {
  const today = dayAt(now, timeZone);
  for (let days = 0; days <= MOST_DAYS; days += 1) {
    const day = addDays(today, days * step);
    if (!calendar.isWorkday(day)) continue;
    const due = instantAt(day, time, timeZone);
    if (fits(due)) return { day, due };
  }
  return null;
}
