import type { Facts } from './facts.mjs';

export function checkIndicators(
  folder: string,
  facts: Facts,
): {
  readonly sheets: number;
  readonly lists: number;
  readonly revised: number;
  readonly differ: readonly string[];
};
