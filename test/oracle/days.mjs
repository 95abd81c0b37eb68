// Days and working days, by a table of its own. Days are text, YYYY-MM-DD; every plan that is replayed is of China's one time zone.
import { createRequire } from 'node:module';

const { holidays, workdays } = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json');
const DAY_MS = 86_400_000;
const EIGHT_HOURS = 8 * 3_600_000;

const toNumber = (day) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const toDay = (number) => new Date(number * DAY_MS).toISOString().slice(0, 10);

export const plus = (day, days) => toDay(toNumber(day) + days);
export const days = (from, to) => toNumber(to) - toNumber(from);
/** 1 is Monday. */
export const weekdayOf = (day) => ((toNumber(day) + 3) % 7) + 1;
/** The instant of a time of a day. */
export const instant = (day, time) => Date.parse(`${day}T${time}:00Z`) - EIGHT_HOURS;
export const dayOf = (at) => new Date(at + EIGHT_HOURS).toISOString().slice(0, 10);

export const works = (day) => (workdays[day] ? true : !holidays[day] && weekdayOf(day) < 6);

export function before(day) {
  let at = plus(day, -1);
  while (!works(at)) at = plus(at, -1);
  return at;
}

export function after(day) {
  let at = plus(day, 1);
  while (!works(at)) at = plus(at, 1);
  return at;
}

/** The last day of the month, some months on. */
export function monthsOn(day, months) {
  const [year, month, date] = day.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  return `${toYear}-${String(toMonth).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}`;
}

/** A key for the period that a day lies in. */
const PERIODS = {
  daily: (day) => day,
  weekly: (day) => plus(day, 1 - weekdayOf(day)),
  'half-monthly': (day) => `${day.slice(0, 7)}${day.slice(8) <= '15' ? 'a' : 'b'}`,
  monthly: (day) => day.slice(0, 7),
};

/** The digest of a period comes with its last working day. */
export const closes = (cadence, day) => works(day) && PERIODS[cadence](after(day)) !== PERIODS[cadence](day);

export function closeBefore(cadence, day) {
  let at = before(day);
  while (!closes(cadence, at)) at = before(at);
  return at;
}
