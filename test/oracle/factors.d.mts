import type { Facts } from './facts.mjs';

export function checkFactors(facts: Facts): {
  readonly allocations: number;
  /** Of provincial key projects, of livelihood, of others. */
  readonly classes: readonly number[];
  /** So many drew ahead of a batch. */
  readonly ahead: number;
  readonly lists: number;
  readonly differ: readonly string[];
};
