import { addDays, type LocalDay, localDay, monthEnd, weekday } from './day.js';
import { nextWorkday, previousWorkday, type WorkCalendar } from './workday.js';

/** How often a digest comes: daily, or for the reviews that the plan holds every week, half-month and month (六个一). */
export const CADENCES = ['daily', 'weekly', 'half-monthly', 'monthly'] as const;
export type Cadence = (typeof CADENCES)[number];

/** No period has its last working day further back than this. */
const MOST_DAYS = 100;

/** The last day of the period that `day` lies in: a week ends on Sunday, a half-month on the 15th or with the month. */
function periodEnd(cadence: Cadence, day: LocalDay): LocalDay {
  switch (cadence) {
    case 'daily':
      return day;
    case 'weekly':
      return addDays(day, 7 - weekday(day));
    case 'half-monthly':
      return day.slice(8) <= '15' ? localDay(`${day.slice(0, 8)}15`) : monthEnd(day);
    case 'monthly':
      return monthEnd(day);
  }
}

/** Whether `day` is the last working day of its period: the one on whose evening the digest comes. */
export function closes(cadence: Cadence, day: LocalDay, calendar: WorkCalendar): boolean {
  return calendar.isWorkday(day) && nextWorkday(day, calendar) > periodEnd(cadence, day);
}

/** The last closing day that is not after `day`. A period without a working day has none. */
export function lastClose(cadence: Cadence, day: LocalDay, calendar: WorkCalendar): LocalDay {
  let at = day;
  for (let tries = 0; tries < MOST_DAYS; tries++) {
    if (closes(cadence, at, calendar)) return at;
    at = addDays(at, -1);
  }
  throw new RangeError(`no ${cadence} period closed within ${MOST_DAYS} days before ${day}: the calendar is broken`);
}

/** The closing day before that of `day`: from its evening on, things are news. */
export function previousClose(cadence: Cadence, day: LocalDay, calendar: WorkCalendar): LocalDay {
  return lastClose(cadence, previousWorkday(day, calendar), calendar);
}

/** The first closing day that is not before `day`. */
export function nextClose(cadence: Cadence, day: LocalDay, calendar: WorkCalendar): LocalDay {
  let at = day;
  for (let tries = 0; tries < MOST_DAYS; tries++) {
    if (closes(cadence, at, calendar)) return at;
    at = addDays(at, 1);
  }
  throw new RangeError(`no ${cadence} period closes within ${MOST_DAYS} days after ${day}: the calendar is broken`);
}
