import { type LedgerBook, type LedgerTemplate, ledgerTable, templateTable } from './ledger-book.js';
import type { Table } from './table.js';

export { openSheets, type Sheets, type SheetsToWrite } from './door.js';
export { ledgerForm } from './form.js';
export type { BookMilestone, BookProject, LedgerBook, LedgerChoices, LedgerTemplate } from './ledger-book.js';
export { LIMITS } from './limits.js';
export { readSheet } from './open.js';
export type { SheetAnswer, SheetFile } from './read-file.js';
export type { Refusal } from './refusals.js';
export type { ColumnKind, Table, TableColumn, TableValue } from './table.js';

// exceljs takes 60 MB once it is loaded: only who exports something pays for it.

/** The bytes of an .xlsx with a sheet for each table, as a county would mail it. Text never becomes a formula. */
export async function writeBook(tables: readonly Table[]): Promise<Uint8Array> {
  return (await import('./write.js')).writeBook(tables);
}

/** The county's ledger as an .xlsx that reads back to the same projects. */
export function writeLedger(book: LedgerBook): Promise<Uint8Array> {
  return writeBook([ledgerTable(book)]);
}

/** An empty ledger with drop-downs and one example, which is left out when the sheet is read. */
export function writeTemplate(template: LedgerTemplate): Promise<Uint8Array> {
  return writeBook([templateTable(template)]);
}
