/** What other features may tell of to slips. */
export { answerByReports, reopenByUndo, voidByLedger } from './facts.js';
