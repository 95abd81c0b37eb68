/** What other features may show of promotion. */
export { promotionEntries } from './entries.js';
export { dueLeads } from './lead-see.js';
export { leadBlocks } from './messages/lead-list.js';
export type { ExportedPromotion, ListedLead } from './model.js';
export { seesDuty } from './month.js';
