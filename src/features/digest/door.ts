/** What other features may ask of the digest: how a program stood at a moment. */
export { eveningOf, readGated, readPast, readStanding } from './read.js';
