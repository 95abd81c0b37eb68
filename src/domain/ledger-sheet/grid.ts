import type { LocalDay } from '../day.js';

/**
 * One cell as the file holds it, before anybody understood it. `text` is what stands there without its struck-out part,
 * unless all of it is struck out; for numbers and dates the plainest way of writing them.
 */
export type Cell = {
  readonly text: string;
  /** What is stored as a number (a serial of a date included); null for text. */
  readonly number: number | null;
  /** A cell with a date's format, and how much of the date the format shows. */
  readonly date: { readonly day: LocalDay; readonly shows: 'day' | 'month-day' | 'month' | 'year' } | null;
  /** The cell's number format, where it is not the plain one: it can show a unit (0.0"亿元") or digits (2020.10). */
  readonly format: string | null;
  /** All or a part of the text is struck out. */
  readonly struck: 'all' | 'part' | null;
  /** The struck-out text itself. */
  readonly struckText: string;
  /** A formula without a stored result, or one whose result is an error such as #REF!. */
  readonly broken: string | null;
};

export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

/** Rows that hold something, in order. Rows and columns count from 1, as spreadsheets do. */
export type GridRow = {
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: ReadonlyMap<number, Cell>;
};

export type GridSheet = {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly GridRow[];
  readonly merges: readonly Merge[];
  /** Cells with a remark (批注) on them, by address. */
  readonly comments: ReadonlyMap<string, string>;
};

/** `C7` for row 7, column 3. */
export function addressOf(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}

/** `AA` for 27. */
export function columnName(column: number): string {
  return NAMES[column] ?? nameOf(column);
}

function nameOf(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** Those of most ledgers; each cell of a project is named. */
const NAMES = Array.from({ length: 100 }, (_, column) => nameOf(column));

/** A plain text cell. */
export function textCell(text: string): Cell {
  return { text, number: null, date: null, format: null, struck: null, struckText: '', broken: null };
}
