import type { Facts } from './facts.mjs';

export function checkTrips(facts: Facts): {
  readonly lists: number;
  /** How many count at the end, by procedure. */
  readonly answers: Readonly<Record<string, number>>;
  readonly differ: readonly string[];
};
