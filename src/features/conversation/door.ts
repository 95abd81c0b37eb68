/** What other features may do in a conversation: ask, and be answered once. */
export { placeName } from './place-name.js';
export { once, remember } from './remember.js';
