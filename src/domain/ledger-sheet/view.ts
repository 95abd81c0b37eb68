import type { Cell, GridRow, GridSheet, Merge } from './grid.js';

/** A cell where one looks for it: inside a merged range it is the range's first cell. */
export type Placed = {
  readonly cell: Cell;
  /** Where the text really stands. */
  readonly row: number;
  readonly column: number;
  readonly merge: Merge | null;
};

/** A sheet seen as its reader sees it: merged cells show their text everywhere. */
export type SheetView = {
  readonly sheet: GridSheet;
  readonly lastColumn: number;
  readonly at: (row: number, column: number) => Placed | null;
  /** The texts that begin in the row, left to right; what merged ranges bring from above is left out. */
  readonly own: (row: number) => readonly Placed[];
  readonly rowAt: (row: number) => GridRow | undefined;
};

// Wider than any ledger; a sheet of 16,384 columns would otherwise be walked through for every row.
export const MOST_COLUMNS = 256;

export function viewOf(sheet: GridSheet): SheetView {
  const rows = new Map(sheet.rows.map((row) => [row.row, row]));
  const merges = mergesByRow(sheet);
  let last: { readonly row: number; readonly owned: readonly Placed[] } | null = null;
  const filled = (cell: Cell | undefined): cell is Cell =>
    cell !== undefined && (cell.text.trim() !== '' || cell.broken !== null || cell.struck !== null);
  const at = (row: number, column: number): Placed | null => {
    const merge = merges.get(row)?.find(({ left, right }) => left <= column && column <= right) ?? null;
    const homeRow = merge === null ? row : merge.top;
    const homeColumn = merge === null ? column : merge.left;
    const cell = rows.get(homeRow)?.cells.get(homeColumn);
    return filled(cell) ? { cell, row: homeRow, column: homeColumn, merge } : null;
  };
  let lastColumn = 0;
  for (const { cells } of sheet.rows) {
    for (const [column, cell] of cells) if (filled(cell) && column > lastColumn) lastColumn = column;
  }
  lastColumn = Math.min(lastColumn, MOST_COLUMNS);
  const own = (row: number): readonly Placed[] => {
    // Each row is asked whether it is a head, and then what it is.
    if (last?.row === row) return last.owned;
    const placed: Placed[] = [];
    for (const column of rows.get(row)?.cells.keys() ?? []) {
      const found = column <= lastColumn ? at(row, column) : null;
      if (found !== null && found.row === row && found.column === column) placed.push(found);
    }
    // Cells come in the order in which the file has them, which is nearly always this one.
    placed.sort((one, other) => one.column - other.column);
    last = { row, owned: placed };
    return placed;
  };
  return { sheet, lastColumn, at, own, rowAt: (row) => rows.get(row) };
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
