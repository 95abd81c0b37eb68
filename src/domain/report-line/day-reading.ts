import { addDays, dayOf, daysBetween, type LocalDay, monthEnd, weekday } from '../day.js';

/** Which day words mean: looking back and looking ahead; both null where a day must be asked for, with candidates. */
export type DayReading = {
  readonly past: LocalDay | null;
  readonly coming: LocalDay | null;
  readonly candidates: readonly (LocalDay | null)[];
};

/** A way of saying a day and what it means said `today`. */
export type DayRule = {
  readonly shape: RegExp;
  readonly read: (match: RegExpExecArray, today: LocalDay) => DayReading | null;
};

/** A day that is the same looking back and ahead; the others are offered where it does not exist. */
export const same = (day: LocalDay | null, ...others: (LocalDay | null)[]): DayReading => ({
  past: day,
  coming: day,
  candidates: [day, ...others],
});
/** No exact day: to be asked for. */
export const vague = (...candidates: (LocalDay | null)[]): DayReading => ({ past: null, coming: null, candidates });
/** The year of a day. */
export const yearOf = (day: LocalDay): number => Number(day.slice(0, 4));
/** The month of a day, 1-12. */
export const monthOf = (day: LocalDay): number => Number(day.slice(5, 7));
/** The last day of a month; months run over into the next and the last year. */
export const lastOf = (year: number, month: number): LocalDay | null => {
  const first = dayOf(year + Math.floor((month - 1) / 12), ((((month - 1) % 12) + 12) % 12) + 1, 1);
  return first === null ? null : monthEnd(first);
};
/** The first day of a month. */
export const firstOf = (year: number, month: number): LocalDay | null => {
  const last = lastOf(year, month);
  return last === null ? null : dayOf(yearOf(last), monthOf(last), 1);
};

/** 12号: looking back the last one, looking ahead the next one; a 31st that a month has not is no day. */
export function bareDate(date: number, today: LocalDay): DayReading {
  const [year, month] = [yearOf(today), monthOf(today)];
  const here = dayOf(year, month, date);
  const before = month === 1 ? dayOf(year - 1, 12, date) : dayOf(year, month - 1, date);
  const after = month === 12 ? dayOf(year + 1, 1, date) : dayOf(year, month + 1, date);
  const past = here !== null && here <= today ? here : before;
  const coming = here === null ? null : here >= today ? here : after;
  return { past, coming, candidates: [here, before, after] };
}

/** 周五: the last one looking back, the next one looking ahead. */
export function bareWeekday(number: number, today: LocalDay): DayReading {
  const monday = addDays(today, 1 - weekday(today));
  const here = addDays(monday, number - 1);
  const past = here <= today ? here : addDays(here, -7);
  const coming = here >= today ? here : addDays(here, 7);
  return { past, coming, candidates: [past, coming] };
}

/** Two readings of one saying: a day only where they agree. */
export const agreed = (one: LocalDay | null, other: LocalDay): DayReading =>
  one === other ? same(one) : vague(one, other);

/** A weekday (Monday is 1) so many weeks from this one. */
export const inWeek = (weeks: number, number: number, today: LocalDay): LocalDay =>
  addDays(addDays(today, 1 - weekday(today)), weeks * 7 + number - 1);

/** A day of a month; where there is none such the month's last day is offered. */
export function monthDay(year: number, month: number, date: number): DayReading {
  return same(dayOf(year, month, date), date > 28 && month >= 1 && month <= 12 ? lastOf(year, month) : null);
}

/** A day told without its year: in December the 20th of January is the coming one, in January the 20th of December the last. */
export function yearless(month: number, date: number, today: LocalDay): DayReading {
  const year = yearOf(today);
  return (
    turned(dayOf(year, month, date), (away) => dayOf(year + away, month, date), today) ?? monthDay(year, month, date)
  );
}

// Farther away than these, in days, another year is meant.
const FAR_BACK = 180;
const FAR_AHEAD = 300;

/** A day of this year, or the same of the year before or after where that is meant; null where it does not exist. */
export function turned(
  here: LocalDay | null,
  other: (years: number) => LocalDay | null,
  today: LocalDay,
): DayReading | null {
  if (here === null) return null;
  const past = here > today && daysBetween(today, here) > FAR_AHEAD ? other(-1) : here;
  const coming = here < today && daysBetween(here, today) > FAR_BACK ? other(1) : here;
  return { past, coming, candidates: [coming, past] };
}
