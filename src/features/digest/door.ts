/** What other features may ask of the digest: how a program stood at a moment, and what its numbers come from. */

export { type Proof, readProof } from './proof.js';
export {
  eveningOf,
  lightContextOf,
  oneReading,
  readGated,
  readGates,
  readNow,
  readPast,
  readStanding,
} from './read.js';
