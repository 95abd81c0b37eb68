/** What other features may ask of burden. */
export { showBurden } from './show.js';
