/** What other features may show of promotion. */
export { activityAct } from './activity.js';
export { promotingIn } from './context.js';
export { promotionEntries } from './entries.js';
export { leadAct } from './lead.js';
export { dueLeads, leadOfProject } from './lead-see.js';
export { promotionFor } from './meeting.js';
export { leadBlocks, projectLeadBlocks } from './messages/lead-list.js';
export { leadNoteRows } from './messages/lead-parts.js';
export { monthBlocks, wantingButtons, wantingRows } from './messages/own-month.js';
export { promotionPhrases } from './messages/parts.js';
export type { ExportedPromotion, ListedLead } from './model.js';
export { moneyAct } from './money.js';
export { seesDuty } from './month.js';
export { promotionNotes } from './notes.js';
export { type OwnMonth, ownMonth } from './own-month.js';
