import { answerEach } from '../thread.js';
import type { SheetsToWrite } from './door.js';
import { ledgerTable, templateTable } from './ledger-book.js';
import { writeBook } from './write.js';

// Writes in a thread of its own: 10,000 rows take seconds in which nobody could be answered.
answerEach(({ ledger, template, tables = [] }: SheetsToWrite) =>
  writeBook([
    ...(ledger === undefined ? [] : [ledgerTable(ledger)]),
    ...(template === undefined ? [] : [templateTable(template)]),
    ...tables,
  ]),
);
