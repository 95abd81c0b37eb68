import type { LocalDay } from '../domain/day.js';

/** What a column holds decides its format: amounts in 10k yuan, days, percent 0-100, whole numbers, one line or a paragraph. */
export type ColumnKind = 'text' | 'paragraph' | 'amount' | 'day' | 'percent' | 'count';

export type TableColumn = {
  readonly head: string;
  /** A head over this column and its neighbours of the same group. */
  readonly group?: string;
  readonly kind: ColumnKind;
  /** In characters of the sheet's font. */
  readonly width: number;
  /** What may be chosen in the column; a drop-down. */
  readonly choices?: readonly string[];
};

export type TableValue = string | number | LocalDay | null;

/** One sheet as a county would mail it. */
export type Table = {
  readonly name: string;
  readonly title: string;
  /** The line under the title: who reports, when, in which unit. */
  readonly note: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableValue[])[];
  /** Rows kept ready for filling in, with the columns' formats and drop-downs. */
  readonly spareRows?: number;
  /** Columns that stay in sight while scrolling sideways. */
  readonly frozenColumns?: number;
};
