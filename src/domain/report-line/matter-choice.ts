import { matterScores } from '../matter.js';
import { MATTERS, type Matter } from '../plan.js';
import { type Weights, weigh } from './reading.js';
import { troubleTold } from './trouble-signs.js';
import type { Span } from './types.js';

/** A matter with the signs that speak for or against it in a text. */
export type MatterSigns = { readonly matter: Matter; readonly signs: readonly string[] };

// What an obstacle is about stands near its beginning; a long story adds nothing.
const READ = 120;

/** The matters that an obstacle may be about, with their signs; `stopped` is the mention of what it stops, which is no cause. */
export function matterSigns(plain: string, stopped: Span | null): MatterSigns[] {
  const rest = stopped === null ? plain : `${plain.slice(0, stopped.start)} ${plain.slice(stopped.end)}`;
  const letters = plain.slice(0, READ).match(/[a-z]+|\p{Script=Han}/gu) ?? [];
  const pairs = letters.flatMap((letter, at) => (letter.length > 1 ? [letter] : [`${letters[at - 1] ?? ''}${letter}`]));
  const common = [
    ...new Set([...told(plain, ''), ...(rest === plain ? [] : told(rest, 'rest:')), ...pairs, ...troubleTold(rest)]),
  ];
  return [...MATTERS].map((matter) => ({ matter, signs: ['', ...common].map((sign) => `${matter}=${sign}`) }));
}

function told(plain: string, where: string): string[] {
  const scores = matterScores(plain);
  const best = Math.max(0, ...scores.map(({ score }) => score));
  if (best === 0) return [`${where}nothing`];
  return scores.map(
    ({ matter, score }) => `${where}${matter}:${Math.min(score, 2)}${score > 0 && score === best ? '!' : ''}`,
  );
}

/** What an obstacle may be about with the probability of each, the likeliest first. */
export function weighMatters(
  plain: string,
  stopped: Span | null,
  weights: Weights,
): { readonly matter: Matter; readonly probability: number }[] {
  const scored = matterSigns(plain, stopped).map(({ matter, signs }) => ({ matter, score: weigh(signs, weights) }));
  const best = Math.max(...scored.map(({ score }) => score));
  const total = scored.reduce((sum, { score }) => sum + Math.exp(score - best), 0);
  return scored
    .map(({ matter, score }) => ({ matter, probability: Math.exp(score - best) / total }))
    .sort((one, other) => other.probability - one.probability);
}
