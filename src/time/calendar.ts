import { createRequire } from 'node:module';
import { type LocalDay, weekday } from '../domain/day.js';
import type { Plan } from '../domain/plan.js';
import type { WorkCalendar } from '../domain/workday.js';

/** Day -> name of the holiday that it belongs to. */
type Days = Readonly<Record<string, string | undefined>>;

// The library's own functions read a day as midnight UTC and are a day off west of Greenwich; its tables are exact.
const NATIONAL: { readonly holidays: Days; readonly workdays: Days } = createRequire(import.meta.url)(
  'chinese-days/dist/chinese-days.json',
);

const ANNOUNCED_YEARS: ReadonlySet<number> = new Set(
  Object.keys(NATIONAL.holidays).map((day) => Number(day.slice(0, 4))),
);

/**
 * The working days of a program: the State Council's holidays and make-up workdays (chinese-days), and over them the
 * plan's own days. A year that is not announced yet has its weekends off and nothing else.
 */
export function workCalendar(own: Plan['calendar'] = { daysOff: [], workdays: [] }): WorkCalendar {
  const daysOff = new Set(own.daysOff);
  const workdays = new Set(own.workdays);
  return {
    announced: (year) => ANNOUNCED_YEARS.has(year),
    isWorkday: (day) => workdays.has(day) || (!daysOff.has(day) && isNationalWorkday(day)),
  };
}

function isNationalWorkday(day: LocalDay): boolean {
  if (NATIONAL.workdays[day] !== undefined) return true;
  return NATIONAL.holidays[day] === undefined && weekday(day) <= 5;
}
