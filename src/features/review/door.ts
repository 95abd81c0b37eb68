/** What other features may tell of to action items. */
export { closeByReports, reopenItems } from './facts.js';
