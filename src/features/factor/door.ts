/** What other features may show of factors. */
export { recallBlocks } from './messages/returned.js';
export type { Recallable } from './model.js';
export { recallable } from './release.js';
