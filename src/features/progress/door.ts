/** What other features may ask of reporting. */
export type { Refused, Stated } from './model.js';
export { record } from './record.js';
export { openMilestones } from './report-by-form.js';
export { undo } from './undo.js';
