import type { Cell, GridRow, GridSheet, Merge } from './grid.js';

/** A cell where one looks for it: inside a merged range it is the range's first cell. */
export type Placed = {
  readonly cell: Cell;
  /** Where the text really stands. */
  readonly row: number;
  readonly column: number;
  readonly merge: Merge | null;
};

// Wider than any ledger; a sheet of 16,384 columns would otherwise be walked through for every row.
export const MOST_COLUMNS = 256;

/** A sheet seen as its reader sees it: merged cells show their text everywhere. */
export class SheetView {
  readonly lastColumn: number;
  private readonly rows: ReadonlyMap<number, GridRow>;
  private readonly merges: ReadonlyMap<number, readonly Merge[]>;
  // A row is asked again and again: whether it is a head, what it is, what each of its cells says.
  private last: { readonly row: number; readonly found: (Placed | null)[]; readonly owned: readonly Placed[] } | null =
    null;

  constructor(readonly sheet: GridSheet) {
    this.rows = new Map(sheet.rows.map((row) => [row.row, row]));
    this.merges = mergesByRow(sheet);
    this.lastColumn = Math.min(lastFilled(sheet), MOST_COLUMNS);
  }

  at(row: number, column: number): Placed | null {
    if (this.last?.row !== row) return this.find(row, column);
    const { found } = this.last;
    const before = found[column];
    if (before !== undefined) return before;
    const placed = this.find(row, column);
    found[column] = placed;
    return placed;
  }

  /** The texts that begin in the row, left to right; what merged ranges bring from above is left out. */
  own(row: number): readonly Placed[] {
    if (this.last?.row === row) return this.last.owned;
    const owned: Placed[] = [];
    this.last = { row, found: [], owned };
    for (const column of this.rows.get(row)?.cells.keys() ?? []) {
      const placed = column <= this.lastColumn ? this.at(row, column) : null;
      if (placed !== null && placed.row === row && placed.column === column) owned.push(placed);
    }
    // Cells come in the order in which the file has them, which is nearly always this one.
    owned.sort((one, other) => one.column - other.column);
    return owned;
  }

  rowAt(row: number): GridRow | undefined {
    return this.rows.get(row);
  }

  private find(row: number, column: number): Placed | null {
    const merge = this.merges.get(row)?.find(({ left, right }) => left <= column && column <= right) ?? null;
    const homeRow = merge === null ? row : merge.top;
    const homeColumn = merge === null ? column : merge.left;
    const cell = this.rows.get(homeRow)?.cells.get(homeColumn);
    return isFilled(cell) ? { cell, row: homeRow, column: homeColumn, merge } : null;
  }
}

function isFilled(cell: Cell | undefined): cell is Cell {
  return cell !== undefined && (cell.text.trim() !== '' || cell.broken !== null || cell.struck !== null);
}

function lastFilled({ rows }: GridSheet): number {
  let last = 0;
  for (const { cells } of rows) {
    for (const [column, cell] of cells) if (column > last && isFilled(cell)) last = column;
  }
  return last;
}

/** The merged ranges that cover each row which holds something. */
function mergesByRow({ rows, merges }: GridSheet): Map<number, Merge[]> {
  const sorted = [...merges].sort((one, other) => one.top - other.top);
  const covering = new Map<number, Merge[]>();
  let open: Merge[] = [];
  let next = 0;
  for (const { row } of rows) {
    open = open.filter(({ bottom }) => bottom >= row);
    for (let merge = sorted[next]; merge !== undefined && merge.top <= row; merge = sorted[next]) {
      if (merge.bottom >= row) open.push(merge);
      next += 1;
    }
    if (open.length > 0) covering.set(row, [...open]);
  }
  return covering;
}
