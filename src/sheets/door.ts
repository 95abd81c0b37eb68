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
/** So long the thread waits for another workbook: its library takes a second and 60 MB to load. */
const IDLE_MS = 30_000;

type Answer = { readonly bytes: Uint8Array } | { readonly fault: string };

export function openSheets(): Sheets {
  let queue: Promise<unknown> = Promise.resolve();
  let idle: Worker | null = null;
  let leaving: NodeJS.Timeout | undefined;

  function take(): Worker {
    clearTimeout(leaving);
    const worker = idle ?? new Worker(WRITER, { resourceLimits: { maxOldGenerationSizeMb: WRITE_MEGABYTES } });
    idle = null;
    return worker;
  }

  function keep(worker: Worker): void {
    idle = worker;
    // A thread that waits for work keeps nobody from going.
    worker.unref();
    leaving = setTimeout(() => {
      idle = null;
      void worker.terminate();
    }, IDLE_MS).unref();
  }

  function inThread(sheets: SheetsToWrite): Promise<Uint8Array> {
    const worker = take();
    worker.ref();
    return new Promise((resolve, reject) => {
      const finish = (done: () => void) => {
        clearTimeout(timer);
        worker.off('message', answered).off('error', failed).off('exit', ended);
        done();
      };
      const lost = (error: Error) =>
        finish(() => {
          void worker.terminate();
          reject(error);
        });
      const failed = (error: Error) => lost(error);
      const ended = () => lost(new Error('the thread that writes workbooks ended'));
      const answered = (answer: Answer) =>
        finish(() => {
          keep(worker);
          if ('bytes' in answer) resolve(answer.bytes);
          else reject(new Error(`a workbook could not be written: ${answer.fault}`));
        });
      const timer = setTimeout(() => lost(new Error('writing a workbook took too long')), WRITE_MS);
      worker.on('message', answered).on('error', failed).on('exit', ended);
      worker.postMessage(sheets);
    });
  }

  return {
    read: readSheet,
    write(sheets) {
      const written = queue.then(() => inThread(sheets));
      queue = written.catch(() => {});
      return written;
    },
  };
}
