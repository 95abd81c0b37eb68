import type { Facts } from './facts.mjs';

export function checkLadder(facts: Facts): readonly string[];
