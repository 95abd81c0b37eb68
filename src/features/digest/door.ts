/** What other features may ask of the digest: how a program stood at a moment, and what its numbers come from. */

export { openMine } from './ids.js';
export { mineView } from './messages/mine.js';
export { type Proof, readProof } from './proof.js';
export { eveningOf, lightContextOf, readGated, readGates, readNow, readPast, readStanding } from './read.js';
export { readMine } from './show.js';
