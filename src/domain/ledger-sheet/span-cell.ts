import type { LocalDay } from '../day.js';
import { squeezed, withoutTimes } from './clean.js';
import { dayFor, findDates, plainDates } from './find-dates.js';
import type { Cell } from './grid.js';
import { rememberedOfYear } from './remembered.js';

/** First and last day of 2020.3~2021.6, 2020年2月-12月, 2020.3至9月, 2020-2021; null where the text does not say. */
export type Span = { readonly start: LocalDay | null; readonly end: LocalDay | null };

const SHORT_END = /^(?:月|年)?[-~—–－_至到]+(\d{1,2})月?(?:底|末)?$/;

/** What a cell of 建设起止时间 says: a month alone stands for its first and its last day. */
export function readSpan(cell: Cell, year: number): Span {
  return cell.date === null ? writtenSpan(cell.text, year) : { start: cell.date.day, end: null };
}

const writtenSpan = rememberedOfYear((written, year): Span => {
  const text = plainDates(squeezed(withoutTimes(written)));
  const [first] = findDates(text, year);
  if (first === undefined || first.told.tells === 'no-such-day') return { start: null, end: null };
  const start = dayFor(first.told, 'start');
  const rest = text.slice(first.end);
  // What the end does not say about its year, the start says: 2020年11月至次年3月, 2020.3至9月.
  const startYear = start === null ? year : Number(start.slice(0, 4));
  const short = SHORT_END.exec(rest);
  const second = findDates(short === null ? rest : `${short[1]}月`, startYear)[0];
  if (second === undefined) return { start, end: first.told.tells === 'year' ? dayFor(first.told, 'due') : null };
  return { start, end: dayFor(second.told, 'due') };
});
