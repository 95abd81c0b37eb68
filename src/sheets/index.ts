export { ledgerForm } from './form.js';
export { LIMITS } from './limits.js';
export { readSheet } from './open.js';
export type { SheetAnswer } from './read-file.js';
export type { Refusal } from './refusals.js';
