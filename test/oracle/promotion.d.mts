import type { Facts } from './facts.mjs';

export function checkPromotion(facts: Facts): {
  readonly days: number;
  readonly held: number;
  /** What the goals had on the last day. */
  readonly last: Readonly<Record<string, number | null>>;
  readonly differ: readonly string[];
};
