import { Worker } from 'node:worker_threads';
import type { LedgerBook, LedgerTemplate } from './ledger-book.js';
import { readSheet } from './open.js';
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
  /** The bytes of an .xlsx. Rejects where it could not be written. */
  readonly write: (sheets: SheetsToWrite) => Promise<Uint8Array>;
};

// Node cannot run a thread from TypeScript; under the test runner the built one is taken.
const WRITER = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/sheets/write-worker.js' : './write-worker.js',
  import.meta.url,
);
/** A year's activity log of a large county takes 8 s and 400 MB; what takes longer is given up. */
const WRITE_MS = 60_000;
const WRITE_MEGABYTES = 768;

export function openSheets(): Sheets {
  let queue: Promise<unknown> = Promise.resolve();
  return {
    read: readSheet,
    write(sheets) {
      const written = queue.then(() => inThread(sheets));
      queue = written.catch(() => {});
      return written;
    },
  };
}

/** One thread a workbook: the 60 MB of its library are gone with it. */
function inThread(sheets: SheetsToWrite): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WRITER, {
      workerData: sheets,
      resourceLimits: { maxOldGenerationSizeMb: WRITE_MEGABYTES },
    });
    const settle = (done: () => void) => {
      clearTimeout(timer);
      done();
      void worker.terminate();
    };
    const timer = setTimeout(() => settle(() => reject(new Error('writing a workbook took too long'))), WRITE_MS);
    worker.once('message', (bytes: Uint8Array) => settle(() => resolve(bytes)));
    worker.once('error', (error) => settle(() => reject(error)));
    worker.once('exit', () => settle(() => reject(new Error('the thread that writes workbooks ended'))));
  });
}
