import { saysNothing } from './clean.js';
import type { ColumnField } from './column-words.js';
import type { Cell } from './grid.js';
import type { Head } from './head.js';
import type { Placed, SheetView } from './view.js';

/** One project's row, asked by what its columns hold. */
export type RowCells = {
  readonly sheet: string;
  readonly row: number;
  readonly head: Head;
  readonly placed: (column: number) => Placed | null;
  /** Null where there is no such column or nothing stands there. */
  readonly at: (field: ColumnField) => Placed | null;
};

/** `withdrawn`: the whole line is struck out and read as it was; else a struck-out cell counts as blank. */
export function rowCells(view: SheetView, head: Head, row: number, withdrawn: boolean): RowCells {
  const known: (Placed | null)[] = [];
  const look = (column: number): Placed | null => {
    let found = view.at(row, column);
    // 同上 stands for what is above it.
    for (let above = row - 1; found !== null && DITTO.test(found.cell.text) && above > head.bottom; above -= 1)
      found = view.at(above, column);
    if (found === null || found.row <= head.bottom) return null;
    return found.cell.struck === 'all' && !withdrawn ? { ...found, cell: blankOf(found.cell) } : found;
  };
  // A row is asked about each of its cells several times over: what they say, their marks, where they stand.
  const placed = (column: number): Placed | null => {
    const before = known[column];
    if (before !== undefined) return before;
    const found = look(column);
    known[column] = found;
    return found;
  };
  return {
    sheet: view.sheet.name,
    row,
    head,
    placed,
    at(field) {
      const column = head.fields.get(field);
      const found = column === undefined ? null : placed(column.column);
      return found === null || found.cell.text.trim() === '' ? null : found;
    },
  };
}

const DITTO = /^\s*(?:同上|[〃″"])\s*$/;

const blankOf = (cell: Cell): Cell => ({ ...cell, text: '', number: null, date: null });

/** The text of a field; '' for a blank, 无, — and /. */
export function textIn(cells: RowCells, field: ColumnField): string {
  const text = cells.at(field)?.cell.text ?? '';
  return saysNothing(text) ? '' : text;
}
