import { addDays, type LocalDay } from './day.js';

/** Which days the program works. Built from the national calendar and the plan's own days (src/calendar). */
export type WorkCalendar = {
  readonly isWorkday: (day: LocalDay) => boolean;
  /** False for a year whose holidays are not announced yet: then only weekends are days off, and somebody should be told. */
  readonly announced: (year: number) => boolean;
};

/** Every deadline of the ladder ends with the working day: nobody is overtaken in the morning. */
export const DEADLINE_TIME = '18:00';

/** A deadline and the working days that were counted to reach it, the deadline's own day last. */
export type Deadline = { readonly day: LocalDay; readonly counted: readonly LocalDay[] };

/** No holiday of China is this long; a calendar without a working day in such a span is broken. */
const LONGEST_BREAK_DAYS = 60;

/** The first working day after `day`. */
export function nextWorkday(day: LocalDay, calendar: WorkCalendar): LocalDay {
  return step(day, 1, calendar);
}

/** The last working day before `day`. */
export function previousWorkday(day: LocalDay, calendar: WorkCalendar): LocalDay {
  return step(day, -1, calendar);
}

/** `day` itself where it is a working day, else the first one after it. */
export function workdayFrom(day: LocalDay, calendar: WorkCalendar): LocalDay {
  return calendar.isWorkday(day) ? day : nextWorkday(day, calendar);
}

/**
 * The working day that lies `count` working days after `day`; negative goes back. `day` is never counted itself. 0 is
 * `day` as it is, working or not.
 */
export function addWorkdays(day: LocalDay, count: number, calendar: WorkCalendar): LocalDay {
  let at = day;
  for (let left = whole(Math.abs(count)); left > 0; left--) at = step(at, count < 0 ? -1 : 1, calendar);
  return at;
}

/** How many working days lie after `from`, up to and with `to`; negative when `to` is earlier. */
export function workdaysBetween(from: LocalDay, to: LocalDay, calendar: WorkCalendar): number {
  if (to < from) return -workdaysBetween(to, from, calendar);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.isWorkday(day)) count += 1;
  return count;
}

/**
 * The deadline of something that began on `from` and has `workdays` working days: the day it began is not counted, so
 * that a thing raised at ten to six is not half a day short. 0: the day itself, or the next working day.
 */
export function deadline(from: LocalDay, workdays: number, calendar: WorkCalendar): Deadline {
  const counted: LocalDay[] = [];
  let day = from;
  for (let left = whole(workdays); left > 0; left--) {
    day = nextWorkday(day, calendar);
    counted.push(day);
  }
  return counted.length > 0 ? { day, counted } : { day: workdayFrom(from, calendar), counted };
}

function step(day: LocalDay, direction: 1 | -1, calendar: WorkCalendar): LocalDay {
  let at = day;
  for (let tries = 0; tries < LONGEST_BREAK_DAYS; tries++) {
    at = addDays(at, direction);
    if (calendar.isWorkday(at)) return at;
  }
  throw new RangeError(`no working day within ${LONGEST_BREAK_DAYS} days of ${day}: the calendar is broken`);
}

function whole(count: number): number {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`);
  return count;
}
