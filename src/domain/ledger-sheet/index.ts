/** The county's spreadsheet, understood: from a grid of cells to projects, with every doubt named by its cell. */

export { columnKey, type KnownColumn } from './column.js';
export type { ColumnField } from './column-words.js';
export { fieldAddress, noteAddress } from './field-address.js';
export { addressOf, type Cell, columnName, type GridRow, type GridSheet, type Merge, textCell } from './grid.js';
export { type AboutFile, FOR_READING, readLedger } from './read-ledger.js';
export type {
  LedgerSheet,
  SheetDoubt,
  SheetFault,
  SheetField,
  SheetMilestone,
  SheetProject,
  UnknownColumn,
} from './types.js';
