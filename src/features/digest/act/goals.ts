// What other features may know of how goals stand: `/goals` says the same numbers as the digest.
export type { DigestGoal, GatedStanding, LitProject, Standing } from '../compute-goals.js';
export { goalsOf, valueThen } from '../compute-goals.js';
