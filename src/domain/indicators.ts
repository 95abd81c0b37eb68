import { isLocalDay, type LocalDay, localDay } from './day.js';
import type { Cell, GridSheet } from './ledger-sheet/grid.js';

/** The plan's own limit: what an economic analysis (经济运行分析) looks at. */
export const MOST_INDICATORS = 8;
const LONGEST_NAME = 40;
const LONGEST_UNIT = 12;

/** One indicator as a month's spreadsheet states it. Values are decimals as written, without needless zeros: `12.3`. */
export type Indicator = {
  readonly name: string;
  readonly unit: string;
  /** By month, the first day of each; in order. */
  readonly values: readonly { readonly month: LocalDay; readonly value: string }[];
  /** 同比 of the newest month, in percent. */
  readonly overYear: string | null;
};

/** What a spreadsheet says up to its newest month. */
export type IndicatorSheet = { readonly month: LocalDay; readonly indicators: readonly Indicator[] };

export type IndicatorFault =
  | { readonly what: 'head' | 'none' }
  | { readonly what: 'many'; readonly count: number }
  | { readonly what: 'month-twice' | 'month-to-come'; readonly month: LocalDay }
  | { readonly what: 'name-twice'; readonly name: string }
  | { readonly what: 'no-number'; readonly row: number; readonly text: string };

/** A value of a month before that a later spreadsheet states otherwise (更正); null: it was not stated. */
export type Revision = {
  readonly name: string;
  readonly month: LocalDay;
  readonly was: string | null;
  readonly now: string | null;
};

const MONTH = /^(?:(\d{4})年?[-/.]?)?(?:1月?[-—–~至到])?(\d{1,2})月?(?:份|末|底)?(?:累计)?(?:数|值)?$/u;
const NAME = /^(?:主要)?(?:经济)?(?:指标(?:名称)?|名称|indicators?|name)$/iu;
const UNIT = /^(?:计量)?单位$|^units?$/iu;
const OVER_YEAR = /同比|增幅|增长|year.on.year|yoy/iu;
const NOTHING = /^(?:[-—–/]*|无|暂无|未出)$/u;
const NOTE = /^(?:注|备注|说明|note)/iu;

/**
 * Reads the statistics office's spreadsheet: a row an indicator, a column a month (5月, 1-5月, 2020年5月), beside them 单位 and 同比 where
 * there are any. The first sheet that has such a head. `year`: of months that name none.
 */
export function readIndicators(
  sheets: readonly GridSheet[],
  about: { readonly year: number; readonly today: LocalDay },
): { readonly sheet: IndicatorSheet } | { readonly fault: IndicatorFault } {
  for (const sheet of sheets) {
    if (sheet.hidden) continue;
    for (const [place, row] of sheet.rows.entries()) {
      const head = headOf(row.cells, about.year);
      if (head !== null) return below(sheet.rows.slice(place + 1), head, about.today);
    }
  }
  return { fault: { what: 'head' } };
}

type Head = {
  readonly name: number;
  readonly unit: number | null;
  readonly overYear: number | null;
  readonly months: readonly { readonly column: number; readonly month: LocalDay }[];
};

const plain = (cell: Cell | undefined): string => (cell?.text ?? '').normalize('NFKC').replace(/\s+/gu, '');

function headOf(cells: ReadonlyMap<number, Cell>, year: number): Head | null {
  const found = [...cells].map(([column, cell]) => ({ column, cell, text: plain(cell) }));
  const name = found.find(({ text }) => NAME.test(text));
  const months = found.flatMap(({ column, cell, text }) => {
    const month = monthOf(cell, text, year);
    return month === null || OVER_YEAR.test(text) ? [] : [{ column, month }];
  });
  if (name === undefined || months.length === 0) return null;
  const columnOf = (words: RegExp) => found.find(({ text }) => words.test(text))?.column ?? null;
  return { name: name.column, unit: columnOf(UNIT), overYear: columnOf(OVER_YEAR), months };
}

function monthOf({ date, number }: Cell, text: string, year: number): LocalDay | null {
  if (date !== null) return localDay(`${date.day.slice(0, 7)}-01`);
  const match = MONTH.exec(text);
  if (match === null || (number !== null && match[1] === undefined)) return null;
  const month = `${match[1] ?? year}-${(match[2] ?? '').padStart(2, '0')}-01`;
  return isLocalDay(month) ? localDay(month) : null;
}

function below(
  rows: GridSheet['rows'],
  head: Head,
  today: LocalDay,
): { readonly sheet: IndicatorSheet } | { readonly fault: IndicatorFault } {
  const twice = head.months.find(({ month }, place) => head.months.findIndex((each) => each.month === month) < place);
  if (twice) return { fault: { what: 'month-twice', month: twice.month } };
  const indicators: Indicator[] = [];
  for (const { row, cells } of rows) {
    const name = plain(cells.get(head.name)).slice(0, LONGEST_NAME);
    if (name === '') continue;
    if (NOTE.test(name)) break;
    const values: Indicator['values'][number][] = [];
    for (const { column, month } of head.months) {
      const value = statedIn(cells.get(column));
      if (value === undefined)
        return { fault: { what: 'no-number', row, text: plain(cells.get(column)).slice(0, 20) } };
      if (value !== null) values.push({ month, value });
    }
    const overYear = head.overYear === null ? null : percentOf(cells.get(head.overYear));
    if (overYear === undefined)
      return { fault: { what: 'no-number', row, text: plain(cells.get(head.overYear ?? 0)).slice(0, 20) } };
    if (values.length === 0) continue;
    if (indicators.some((each) => each.name === name)) return { fault: { what: 'name-twice', name } };
    const unit = head.unit === null ? '' : plain(cells.get(head.unit)).slice(0, LONGEST_UNIT);
    indicators.push({ name, unit, values: values.sort(byMonth), overYear });
  }
  if (indicators.length === 0) return { fault: { what: 'none' } };
  if (indicators.length > MOST_INDICATORS) return { fault: { what: 'many', count: indicators.length } };
  const months = indicators.flatMap(({ values }) => values.map((each) => each.month)).sort();
  const month = months[months.length - 1] ?? today;
  if (month > today) return { fault: { what: 'month-to-come', month } };
  return { sheet: { month, indicators } };
}

const byMonth = (one: { readonly month: LocalDay }, other: { readonly month: LocalDay }): number =>
  one.month < other.month ? -1 : 1;

const DECIMAL = /^([+-]?)(\d[\d,]*)(?:\.(\d+))?%?$/u;

/** A decimal as it is kept; null: nothing stands there; undefined: it is no number. */
function statedIn(cell: Cell | undefined): string | null | undefined {
  const text = cell?.number === null || cell === undefined ? plain(cell) : written(cell.number);
  return NOTHING.test(text) ? null : decimal(text);
}

/** A percent as it is kept: what a cell with a percent's format holds is a hundredth of what it shows. */
function percentOf(cell: Cell | undefined): string | null | undefined {
  if (cell?.number != null && cell.format?.includes('%')) return decimal(written(cell.number * 100));
  return statedIn(cell);
}

/** A stored number as a person typed it: what a spreadsheet adds after the twelfth figure is none of theirs. */
const written = (number: number): string => {
  const short = Number(number.toPrecision(12));
  return Math.abs(short) >= 1e15 || (short !== 0 && Math.abs(short) < 1e-6) ? '?' : String(short);
};

function decimal(text: string): string | undefined {
  const match = DECIMAL.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', part = ''] = match;
  const figures = whole.replaceAll(',', '').replace(/^0+(?=\d)/u, '');
  const rest = part.replace(/0+$/u, '');
  const value = rest === '' ? figures : `${figures}.${rest}`;
  return sign === '-' && /[1-9]/u.test(value) ? `-${value}` : value;
}

/** The value of an indicator in a month, as a sheet states it. */
export const valueIn = ({ values }: Indicator, month: LocalDay): string | null =>
  values.find((each) => each.month === month)?.value ?? null;

/** What a sheet states otherwise than the one before it, of months that both have; in the sheet's order. */
export function revisionsOf(sheet: IndicatorSheet, before: IndicatorSheet | null): readonly Revision[] {
  if (before === null) return [];
  // A month of which it has no column any more is past, not revised.
  const has = new Set(sheet.indicators.flatMap(({ values }) => values.map(({ month }) => month)));
  return sheet.indicators.flatMap((indicator) => {
    const earlier = before.indicators.find(({ name }) => name === indicator.name);
    if (earlier === undefined) return [];
    return earlier.values.flatMap(({ month, value: was }): Revision[] => {
      const now = valueIn(indicator, month);
      return now === was || !has.has(month) ? [] : [{ name: indicator.name, month, was, now }];
    });
  });
}
