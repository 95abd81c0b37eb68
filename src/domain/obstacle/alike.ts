import { matterOf } from '../matter.js';

/** From this alikeness on two texts are taken for the same obstacle, and the older one is offered. */
export const ALIKE = 0.6;

/**
 * How much two texts say the same, 0 to 1: the share of their pairs of characters that they have in common (Dice's
 * measure), after width, case, blanks and punctuation are evened out. Good for Chinese, which has no blanks to split at.
 */
export function alikeness(one: string, other: string): number {
  const [first, second] = [pairsOf(one), pairsOf(other)];
  const total = sum(first) + sum(second);
  if (total === 0) return evened(one) === evened(other) ? 1 : 0;
  let common = 0;
  for (const [pair, count] of first) common += Math.min(count, second.get(pair) ?? 0);
  return (2 * common) / total;
}

function pairsOf(text: string): ReadonlyMap<string, number> {
  const characters = [...evened(text)];
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < characters.length; at += 1) {
    const pair = `${characters[at]}${characters[at + 1]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

const evened = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const sum = (pairs: ReadonlyMap<string, number>): number =>
  [...pairs.values()].reduce((total, count) => total + count, 0);

/**
 * Whether two texts tell of the same trouble. What every text of a project says (`names`: its code, names and milestones) tells
 * nothing; trouble with the power is not trouble with money.
 */
export function sameTrouble(one: string, other: string, names: readonly string[]): boolean {
  const [first, second] = [telling(one, names), telling(other, names)];
  const matters = [matterOf(first), matterOf(second)];
  if (matters[0] !== matters[1] && !matters.includes('other')) return false;
  return alikeness(first, second) >= ALIKE;
}

function telling(text: string, names: readonly string[]): string {
  const plain = text.normalize('NFKC').toLowerCase();
  const known = [...names].map((name) => name.normalize('NFKC').toLowerCase()).sort((a, b) => b.length - a.length);
  const left = known.reduce((rest, name) => (name.length < 2 ? rest : rest.replaceAll(name, ' ')), plain);
  return left.trim() === '' ? plain : left;
}
