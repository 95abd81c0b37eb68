import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/** A calendar day in the program's time zone, `YYYY-MM-DD`. Compares correctly as text. */
export type LocalDay = string & { readonly __day: 'LocalDay' };

/** A moment, in milliseconds since 1970 UTC. Always comes from the injected clock or the store. */
export type Instant = number;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** How many days the month 1-12 of a year has. */
function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function exists(year: number, month: number, date: number): boolean {
  return month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month);
}

function written(year: number, month: number, date: number): LocalDay {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as LocalDay;
}

/** True for `YYYY-MM-DD` of a day that exists (2020-02-30 does not). */
export function isLocalDay(text: string): text is LocalDay {
  const match = SHAPE.exec(text);
  return match !== null && exists(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The day written as `YYYY-MM-DD`. Throws a RangeError for anything else: use where the text is ours. */
export function localDay(text: string): LocalDay {
  if (!isLocalDay(text)) throw new RangeError(`not a day: ${text}`);
  return text;
}

/** The day of year, month 1-12 and date 1-31, or null where there is none such (31 June). */
export function dayOf(year: number, month: number, date: number): LocalDay | null {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(date);
  return whole && year >= 0 && year <= 9999 && exists(year, month, date) ? written(year, month, date) : null;
}

/** Making a formatter costs far more than using it, and every message asks what day it is. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  formatters.set(timeZone, made);
  return made;
}

/** The day that it is at `instant` in `timeZone` (an IANA name). */
export function dayAt(instant: Instant, timeZone: string): LocalDay {
  return formatterOf(timeZone).format(instant).slice(0, 10) as LocalDay;
}

/** The moment of `HH:mm` on `day` in `timeZone`. */
export function instantAt(day: LocalDay, time: string, timeZone: string): Instant {
  return dayjs.tz(`${day} ${time}`, timeZone).valueOf();
}

/** The wall-clock time `HH:mm` at `instant` in `timeZone`. */
export function timeAt(instant: Instant, timeZone: string): string {
  return formatterOf(timeZone).format(instant).slice(11, 16);
}

/** Days since 1970-01-01. Whole numbers, since a digest counts days by the hundred thousand. */
function dayNumber(day: LocalDay): number {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8, 10)) - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

/** `day` moved by whole days; negative goes back. */
export function addDays(day: LocalDay, days: number): LocalDay {
  // The inverse of dayNumber, in whole numbers too.
  const shifted = dayNumber(day) + days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return written(year, month, ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDay, to: LocalDay): number {
  return dayNumber(to) - dayNumber(from);
}

/** Monday is 1, Sunday 7. */
export function weekday(day: LocalDay): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** The first day of the month that `day` lies in. */
export const monthStart = (day: LocalDay): LocalDay => addDays(day, 1 - Number(day.slice(8)));

/** The last day of the month that `day` lies in. */
export function monthEnd(day: LocalDay): LocalDay {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return written(year, month, daysIn(year, month));
}
