/** What other features may ask of the digest: how a program stood at a moment, and what its numbers come from. */

export { type Proof, readProof } from './proof.js';
export { readGated, readGates, readNow, readPast } from './read.js';
export { eveningOf, lightContextOf, oneReading, readStanding } from './standing.js';
