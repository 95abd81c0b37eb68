/** What other features may tell of to action items, and how they show them. */
export { carryItems } from './carry.js';
export { closeByObstacles, closeByReports, reopenItems } from './facts.js';
export { agendaKey } from './keys.js';
export { askedItem, itemOnRow } from './messages/asked.js';
export { itemBlocks, moreItemsButton } from './messages/home.js';
export { nextReviewBlocks } from './messages/next-reviews.js';
export { projectItemBlocks } from './messages/of-project.js';
export { itemPhrases } from './messages/parts.js';
export { toItemButton } from './messages/to-item.js';
export { tellMinutesAgain } from './minutes.js';
export type { ReviewsSeen, SeenItem } from './model.js';
export { missedNotes, nextReviews } from './next-reviews.js';
export { isOver, reviewName, reviewsOf } from './reviews.js';
export { maySeeItem } from './rights.js';
export { findItems, itemsOfProject, ownItems, showCard as showItem } from './see.js';
export { returnItems, succeedItems } from './succeed.js';
export { tellAgenda } from './tell-agenda.js';
export { lastNeeds } from './turn.js';
