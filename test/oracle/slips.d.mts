import type { Facts } from './facts.mjs';

export function checkSlips(facts: Facts): {
  readonly slips: number;
  readonly open: number;
  readonly red: number;
  readonly differ: readonly string[];
};
