import type { Facts } from './facts.mjs';

export function checkDigests(facts: Facts): {
  readonly days: number;
  readonly digests: number;
  readonly versions: number;
  readonly differ: readonly string[];
};
