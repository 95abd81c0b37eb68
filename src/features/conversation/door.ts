/** What other features may do in a conversation: ask, and be answered once. */

export type { Asked } from './asked.js';
export { placeName } from './place-name.js';
export { once, questionOf, remember } from './remember.js';
