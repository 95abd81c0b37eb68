/** What other features may ask of leading. */
export { type Nudged, nudgeProject, nudgeRefusal } from './nudge.js';
