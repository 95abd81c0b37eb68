import { openThread, programBeside } from '../thread.js';
import type { LedgerBook, LedgerTemplate } from './ledger-book.js';
import { readIndicatorSheet, readPromotionSheet, readSheet } from './open.js';
import type { Table } from './table.js';

/** A workbook: the ledger's sheet or its template first, where there is one, then plain tables. */
export type SheetsToWrite = {
  readonly ledger?: LedgerBook;
  readonly template?: LedgerTemplate;
  readonly tables?: readonly Table[];
};

/** Spreadsheets read and written off the event loop. */
export type Sheets = {
  readonly read: typeof readSheet;
  readonly readIndicators: typeof readIndicatorSheet;
  readonly readPromotion: typeof readPromotionSheet;
  /** The bytes of an .xlsx. Rejects where it could not be written. */
  readonly write: (sheets: SheetsToWrite) => Promise<Uint8Array>;
};

export function openSheets(): Sheets {
  const writer = openThread<SheetsToWrite, Uint8Array>({
    for: 'writes workbooks',
    program: programBeside(import.meta.url, 'write-worker'),
    // A year's activity log of a large county takes 8 s and 400 MB; what takes longer is given up.
    heapMegabytes: 768,
    withinMs: 60_000,
    idleMs: 30_000,
  });
  return { read: readSheet, readIndicators: readIndicatorSheet, readPromotion: readPromotionSheet, write: writer.ask };
}
