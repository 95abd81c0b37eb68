/** What other features may do in a conversation: ask, be answered once, and hand over what was sent. */

export type { Asked } from './asked.js';
export { handFiles } from './hand-files.js';
export { placeName } from './place-name.js';
export { once, questionOf, remember } from './remember.js';
