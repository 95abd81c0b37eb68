import { parentPort, workerData } from 'node:worker_threads';
import type { SheetsToWrite } from './door.js';
import { ledgerTable, templateTable } from './ledger-book.js';
import { writeBook } from './write.js';

// Writes in a thread of its own: 10,000 rows take seconds in which nobody could be answered.
const { ledger, template, tables = [] } = workerData as SheetsToWrite;
parentPort?.postMessage(
  await writeBook([
    ...(ledger === undefined ? [] : [ledgerTable(ledger)]),
    ...(template === undefined ? [] : [templateTable(template)]),
    ...tables,
  ]),
);
