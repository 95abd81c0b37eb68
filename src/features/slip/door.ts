/** What other features may tell of to slips. */
export { answerByReports, reopenByUndo } from './facts.js';
