/** A spreadsheet beside the ledger: what it would change, what is doubtful, what a person has to decide. */
export { compareLedger } from './compare.js';
export { nameKey, rowKey } from './fold.js';
export type * from './types.js';
export { NO_CHOICES } from './types.js';
