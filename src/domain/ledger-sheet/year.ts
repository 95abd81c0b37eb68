import { squeezed } from './clean.js';
import { findDates } from './find-dates.js';
import type { GridRow, GridSheet } from './grid.js';

const TITLE_ROWS = 6;
// A document's number (县委办〔2019〕58号) and a plan's span (2016—2020年) say nothing about the sheet's own year.
const NOT_THE_YEAR = /[〔[(（【]20\d\d[〕\])）】]第?\d+号|20\d\d年?[-~—–－―至到]+20\d\d年?/g;

/** The year of dates that name none: what a note says about it, the title, the file's or a sheet's name, the year most dates lie in. */
export function yearOfSheets(sheets: readonly GridSheet[], fileName: string): number | null {
  const texts = sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => [...cells.values()].map(({ text }) => text)));
  for (const text of texts) {
    const said = /(?:未|没有|不)(?:注明|写明|写|标注|填写)年份[^。;；]{0,8}?(20\d\d)年/.exec(squeezed(text))?.[1];
    if (said !== undefined) return Number(said);
  }
  const titles = sheets.flatMap(({ rows }) => rows.filter(({ row }) => row <= TITLE_ROWS).flatMap(titleIn));
  for (const text of [...titles, fileName, ...sheets.map(({ name }) => name)]) {
    const said = /(20\d\d)(?:年|(?=\D|$))/.exec(squeezed(text).replace(NOT_THE_YEAR, ''))?.[1];
    if (said !== undefined) return Number(said);
  }
  return mostCommonYear(texts);
}

/** Titles and 填报时间 stand alone or nearly so; a row with more in it is a head or data. */
function titleIn({ cells }: GridRow): string[] {
  const texts = [...cells.values()].map(({ text }) => text).filter((text) => text.trim() !== '');
  return texts.length <= 3 ? texts : [];
}

function mostCommonYear(texts: readonly string[]): number | null {
  const counts = new Map<number, number>();
  for (const text of texts) {
    if (text.length > 30) continue;
    for (const { told } of findDates(squeezed(text).replace(NOT_THE_YEAR, ''), 0)) {
      const year = told.tells === 'day' ? Number(told.day.slice(0, 4)) : told.tells === 'no-such-day' ? 0 : told.year;
      if (year > 1990) counts.set(year, (counts.get(year) ?? 0) + 1);
    }
  }
  return [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0])[0]?.[0] ?? null;
}
