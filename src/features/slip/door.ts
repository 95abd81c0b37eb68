/** What other features may tell of to slips, and how they name one. */
export { issueEarned } from './earned.js';
export { answerByReports, reopenByUndo, voidByLedger } from './facts.js';
export { slipBlocks } from './messages/home.js';
export { slipTitle } from './messages/parts.js';
export { maySeeSlip } from './rights.js';
export { waitingSlips } from './see.js';
export { unsignedNotes } from './unsigned.js';
