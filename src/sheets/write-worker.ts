import { parentPort } from 'node:worker_threads';
import type { SheetsToWrite } from './door.js';
import { ledgerTable, templateTable } from './ledger-book.js';
import { writeBook } from './write.js';

// Writes in a thread of its own: 10,000 rows take seconds in which nobody could be answered.
parentPort?.on('message', async ({ ledger, template, tables = [] }: SheetsToWrite) => {
  try {
    const all = [
      ...(ledger === undefined ? [] : [ledgerTable(ledger)]),
      ...(template === undefined ? [] : [templateTable(template)]),
      ...tables,
    ];
    parentPort?.postMessage({ bytes: await writeBook(all) });
  } catch (error) {
    parentPort?.postMessage({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
