/** What one file may cost. Each number says what happens to a file that is over it. */
export const LIMITS = {
  /** Bytes of the file as it was sent. Over it: refused unread. A ledger of 2,000 rows is 300 kB. */
  fileBytes: 20 * 1024 * 1024,
  /** Bytes of all parts together while they are inflated. Over it: refused; a zip bomb has no other way to be told. */
  inflatedBytes: 96 * 1024 * 1024,
  /** Parts of the archive. Over it: refused. A workbook of 100 sheets has 250. */
  parts: 2_000,
  /** Rows that hold something, of all sheets. Over it: refused. Rows that are only formatted cost nothing and do not count. */
  rows: 20_000,
  /** Cells that hold something, of all sheets. Over it: refused. */
  cells: 500_000,
  /** Merged ranges of a sheet. Over it: refused. */
  merges: 20_000,
  /** Characters of a cell; what is longer is cut there. No field of a ledger is longer. */
  cellCharacters: 4_000,
  /** Sheets; those after it are left out. */
  sheets: 100,
  /** Milliseconds for the whole reading. Over it: the worker is ended and the file refused. */
  time: 15_000,
  /** Megabytes of the worker's heap. Over it: the worker dies, the bot does not, and the file is refused. */
  heapMegabytes: 256,
} as const;
