/** What other features may ask of reporting. */

export { amendByWord } from './amend.js';
export { answerOrder } from './answer-order.js';
export { askOrder } from './ask-order.js';
export { exampleOf } from './example.js';
export { reportContext } from './line.js';
export { keptMessage, whyUndoMessage } from './messages/kept.js';
export type { Fallen, OutOfOrder, Refused, Stated } from './model.js';
export { mayState, record } from './record.js';
export { answer as answerByWord, lineOf, report, reportMessage } from './report.js';
export { openMilestones } from './report-by-form.js';
export { undo, undoByWord } from './undo.js';
