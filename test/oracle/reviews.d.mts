import type { Facts } from './facts.mjs';

export function checkReviews(facts: Facts): {
  readonly due: number;
  readonly held: number;
  readonly spared: number;
  readonly merged: number;
  readonly missed: number;
  readonly planned: number;
  readonly differ: readonly string[];
};
