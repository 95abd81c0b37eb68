/** What other features may say of visits to firms. */
export { visitNotes } from './morning.js';
