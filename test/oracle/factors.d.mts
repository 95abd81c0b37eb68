import type { Facts } from './facts.mjs';

export function checkFactors(facts: Facts): {
  readonly allocations: number;
  readonly lists: number;
  readonly differ: readonly string[];
};
