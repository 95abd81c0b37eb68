/** What other features may show of promotion. */
export { dueLeads } from './lead-see.js';
export { leadBlocks } from './messages/lead-list.js';
export type { ListedLead } from './model.js';
