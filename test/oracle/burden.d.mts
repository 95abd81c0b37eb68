import type { Facts } from './facts.mjs';

export function checkBurden(facts: Facts): {
  readonly unasked: number;
  readonly people: number;
  readonly often: readonly string[];
  readonly atNight: readonly string[];
};
