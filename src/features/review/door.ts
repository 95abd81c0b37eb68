/** What other features may tell of to action items, and how they show them. */
export { closeByReports, reopenItems } from './facts.js';
export { askedItem, itemOnRow } from './messages/asked.js';
export { itemBlocks, moreItemsButton } from './messages/home.js';
export { ownItems } from './see.js';
