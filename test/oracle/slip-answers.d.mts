import type { Facts } from './facts.mjs';

export function checkSlipAnswers(facts: Facts): { readonly answers: number; readonly differ: readonly string[] };
