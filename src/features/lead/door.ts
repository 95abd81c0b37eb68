/** What other features may ask of leading. */
export { leadButtons } from './messages/buttons.js';
export { type Nudged, nudgeProject, nudgeRefusal } from './nudge.js';
