import { squeezed } from './clean.js';
import { findDates } from './find-dates.js';
import type { Cell, GridRow, GridSheet } from './grid.js';

const TITLE_ROWS = 6;
// A document's number (县委办〔2019〕58号) and a plan's span (2016—2020年) say nothing about the sheet's own year.
const NOT_THE_YEAR = /[〔[(（【]20\d\d[〕\])）】]第?\d+号|20\d\d年?[-~—–－―至到]+20\d\d年?/g;

/** The year of dates that name none: what a note says about it, the title, the file's or a sheet's name, the year most dates lie in. */
export function yearOfSheets(sheets: readonly GridSheet[], fileName: string): number | null {
  for (const { text, number } of cellsOf(sheets)) {
    if (number !== null) continue;
    const plain = squeezed(text);
    const said = plain.includes('年份') ? SAID_OUTRIGHT.exec(plain)?.[1] : undefined;
    if (said !== undefined) return Number(said);
  }
  const titles = sheets.flatMap(({ rows }) => rows.filter(({ row }) => row <= TITLE_ROWS).flatMap(titleIn));
  for (const text of [...titles, fileName, ...sheets.map(({ name }) => name)]) {
    const said = /(20\d\d)(?:年|(?=\D|$))/.exec(squeezed(text).replace(NOT_THE_YEAR, ''))?.[1];
    if (said !== undefined) return Number(said);
  }
  return mostCommonYear(sheets);
}

const SAID_OUTRIGHT = /(?:未|没有|不)(?:注明|写明|写|标注|填写)年份[^。;；]{0,8}?(20\d\d)年/;

function* cellsOf(sheets: readonly GridSheet[]): Generator<Cell> {
  for (const { rows } of sheets) for (const { cells } of rows) yield* cells.values();
}

/** Titles and 填报时间 stand alone or nearly so; a row with more in it is a head or data. */
function titleIn({ cells }: GridRow): string[] {
  const texts = [...cells.values()].map(({ text }) => text).filter((text) => text.trim() !== '');
  return texts.length <= 3 ? texts : [];
}

/** What a text with a year of its own has in it (see find-dates); most cells have not. */
const OWN_YEAR = /(?:19|20)\d\d|\d\d年|[12]\d[-./]/;
const LONGEST_DATE = 30;

function mostCommonYear(sheets: readonly GridSheet[]): number | null {
  const counts = new Map<number, number>();
  const count = (year: number) => {
    if (year > 1990 && year < 2100) counts.set(year, (counts.get(year) ?? 0) + 1);
  };
  for (const { text, date } of cellsOf(sheets)) {
    if (date !== null) count(Number(date.day.slice(0, 4)));
    if (date !== null || text.length > LONGEST_DATE) continue;
    const plain = squeezed(text);
    if (!OWN_YEAR.test(plain)) continue;
    for (const { told } of findDates(plain.replace(NOT_THE_YEAR, ''), 0)) {
      if (told.tells === 'day') count(Number(told.day.slice(0, 4)));
      else if (told.tells !== 'no-such-day') count(told.year);
    }
  }
  return [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0])[0]?.[0] ?? null;
}
