import { matterScores } from '../matter.js';
import type { Matter } from '../plan.js';
import { type Weights, weigh } from './reading.js';

/** A matter with the signs that speak for or against it in a text. */
export type MatterSigns = { readonly matter: Matter; readonly signs: readonly string[] };

// What an obstacle is about stands near its beginning; a long story adds nothing.
const READ = 120;

/** The matters that an obstacle may be about, with their signs. */
export function matterSigns(plain: string): MatterSigns[] {
  const scores = matterScores(plain);
  const best = Math.max(0, ...scores.map(({ score }) => score));
  const told = scores.map(
    ({ matter, score }) => `${matter}:${Math.min(score, 2)}${score > 0 && score === best ? '!' : ''}`,
  );
  const any = best === 0 ? ['nothing'] : [];
  const letters = plain.slice(0, READ).match(/[a-z]+|\p{Script=Han}/gu) ?? [];
  const pairs = letters.flatMap((letter, at) => (letter.length > 1 ? [letter] : [`${letters[at - 1] ?? ''}${letter}`]));
  const common = [...new Set([...told, ...any, ...pairs])];
  return [...scores.map(({ matter }) => matter), 'other' as const].map((matter) => ({
    matter,
    signs: ['', ...common].map((sign) => `${matter}=${sign}`),
  }));
}

/** What an obstacle is about. */
export function chooseMatter(plain: string, weights: Weights): Matter {
  const scored = matterSigns(plain).map(({ matter, signs }) => ({ matter, score: weigh(signs, weights) }));
  return scored.reduce((one, other) => (other.score > one.score ? other : one)).matter;
}
