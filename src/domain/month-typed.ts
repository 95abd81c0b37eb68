import { dayOf, type LocalDay } from './day.js';

const MONTHS_EN = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = /^(?:(\d{4})\s*(?:年|-|\/))?\s*(\d{1,2})\s*月?(?:份)?$/;

/** The first day of the month that was typed (`5月`, `2020-05`, `May`); a bare one is the newest that begins by `newest`. */
export function monthTyped(typed: string, newest: LocalDay): LocalDay | null {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  const read = MONTH.exec(text);
  const number = read ? Number(read[2]) : MONTHS_EN.indexOf(text.slice(0, 3)) + 1;
  const year = Number(newest.slice(0, 4));
  if (read?.[1] !== undefined) return dayOf(Number(read[1]), number, 1);
  const month = dayOf(year, number, 1);
  return month !== null && month > newest ? dayOf(year - 1, number, 1) : month;
}
