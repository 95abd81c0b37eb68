/** What other features may show of promotion. */
export { promotionEntries } from './entries.js';
export { dueLeads, leadOfProject } from './lead-see.js';
export { promotionFor } from './meeting.js';
export { leadBlocks, projectLeadBlocks } from './messages/lead-list.js';
export { leadNoteRows } from './messages/lead-parts.js';
export { monthBlocks, wantingButtons, wantingRows } from './messages/own-month.js';
export type { ExportedPromotion, ListedLead } from './model.js';
export { seesDuty } from './month.js';
export { promotionNotes } from './notes.js';
export { type OwnMonth, ownMonth } from './own-month.js';
