import { dayOf, type LocalDay } from '../../day.js';
import { saysNothing, saysOpen, squeezed, withoutTimes } from '../../ledger-sheet/clean.js';
import { dayOfSerial } from '../../ledger-sheet/find-dates.js';
import type { Cell } from '../../ledger-sheet/grid.js';
import { numberOf } from '../../report-line/number-words.js';
import { findDays } from '../../report-line/spoken-day.js';
import type { RowFaultWhy } from './types.js';

/** Thrown within a row: it is not taken, and said why. */
export class RowRefused extends Error {
  constructor(
    readonly why: RowFaultWhy,
    readonly text: string,
  ) {
    super(why);
  }
}

/** Marks that nobody sees. */
const UNSEEN = /\p{Cf}/gu;

/** What a cell of a row says, as it is written there; a struck-out one, or a formula without a result, is refused. */
export function textIn(cell: Cell | null, longest: number): string | null {
  if (cell === null) return null;
  if (cell.broken !== null) throw new RowRefused('broken', cell.broken);
  if (cell.struck === 'all') throw new RowRefused('struck', cell.struckText);
  const text = cell.text.replace(UNSEEN, '').replace(/\s+/gu, ' ').trim();
  if (saysNothing(text) || saysOpen(text)) return null;
  if (text.length > longest) throw new RowRefused('too-long', text);
  return text;
}

/** Names in a cell, one after the other. */
export const namesIn = (text: string | null): readonly string[] =>
  (text ?? '')
    .split(/[、,，;；/]|\s{2,}|和|\band\b/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');

const WHOLE = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?$/u;
const MONTH_AND_DAY = /^(\d{1,2})[-./](\d{1,2})$/u;
const WEEKDAY = /[(（]?(?:周|星期)[一二三四五六日天][)）]?$/u;

/** The day in a cell: one that is meant exactly, and not a month or a year. null: nothing stands there. */
export function dayIn(cell: Cell | null, today: LocalDay): LocalDay | null {
  const text = textIn(cell, 60);
  if (cell === null || text === null) return null;
  const day = exactDay(cell, text, today);
  if (day === null) throw new RowRefused('day', text);
  if (day > today) throw new RowRefused('to-come', text);
  return day;
}

function exactDay({ date, number }: Cell, text: string, today: LocalDay): LocalDay | null {
  if (date !== null) {
    // Who reads 6月16日 takes it for this year's, whatever year is stored.
    const shown = date.shows === 'month-day' && date.day.slice(0, 4) !== today.slice(0, 4);
    return date.shows === 'day' || (date.shows === 'month-day' && !shown) ? date.day : null;
  }
  if (number !== null && Number.isInteger(number) && number >= 20_000 && number <= 80_000) return dayOfSerial(number);
  const plain = squeezed(withoutTimes(text)).toLowerCase().replace(WEEKDAY, '');
  const compact = /^(\d{4})(\d{2})(\d{2})$/u.exec(plain) ?? WHOLE.exec(plain);
  if (compact !== null) return dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  // 6.10 as a number is 6.1: which day was typed is not known.
  if (number !== null) return null;
  const short = MONTH_AND_DAY.exec(plain);
  const said = short === null ? plain : `${short[1]}月${short[2]}日`;
  const [day, ...others] = findDays(said, today);
  if (day === undefined || others.length > 0 || day.start !== 0 || day.end !== said.length) return null;
  return day.past ?? (day.coming !== null && day.candidates.length === 0 ? day.coming : null);
}

/** How many firms were met: a number, alone or with 家. */
export function firmsIn(text: string | null): number | null {
  if (text === null) return null;
  const said = /^(\S+?)(?:余|多)?家?$/u.exec(squeezed(text))?.[1] ?? '';
  const count = numberOf(said);
  if (count === null || !Number.isSafeInteger(count) || count < 0 || count >= 10_000)
    throw new RowRefused('firms', text);
  return count;
}
