import type { Sheet } from './pieces.js';

/** What is said of one milestone in a reading; numbers point into the lists of the sheet. */
export type Said = {
  /** The mention of the milestone; null where the line leaves it open. */
  readonly place: number | null;
  /** Which of the milestones that the mention fits; null where it must be asked. */
  readonly milestone: number | null;
  readonly end: 'figure' | 'done' | 'forecast' | 'open';
  readonly figure: number | null;
  /** What the figure tells: how far it is, how much was added to the last report, or how much is left to do. */
  readonly tells: 'level' | 'rise' | 'rest';
  /** The day on which it was done, or will be. */
  readonly day: number | null;
};

/** What a line does in a reading. */
export type Act = 'none' | 'report' | 'obstacle' | 'milestone' | 'project' | 'unknown' | 'empty';

/** One way to understand a whole line, with the signs that speak for or against it. */
export type Reading = {
  readonly act: Act;
  readonly sheet: Sheet;
  readonly said: readonly Said[];
  /** The amount that is the year's completed investment. */
  readonly amount: number | null;
  /** The mention of the milestone that an obstacle stops. */
  readonly stopped: number | null;
  readonly evidence: readonly Evidence[];
  readonly score: number;
};

/** Signs with what they weigh together; they are spelled out only for learning and for explaining. */
export type Evidence = { readonly score: number; spell(): readonly string[] };

/** What signs weigh: learned from lines that were read by people (`npm run learn`). */
export type Weights = ReadonlyMap<string, number>;

/** The sum of what the signs weigh. */
export function weigh(signs: readonly string[], weights: Weights): number {
  let sum = 0;
  for (const sign of signs) sum += weights.get(sign) ?? 0;
  return sum;
}

/** Signs as evidence. */
export const evident = (signs: readonly string[], weights: Weights): Evidence => ({
  score: weigh(signs, weights),
  spell: () => signs,
});

/** Signs that many things share (`report/` or `skip|` stands before each), looked up without being spelled out for each of them. */
export function evidentUnder(head: string, tails: readonly string[], weights: Weights): Evidence {
  const under = byTail(weights);
  let score = 0;
  for (const tail of tails) score += under.get(tail)?.get(head) ?? 0;
  return { score, spell: () => tails.map((tail) => head + tail) };
}

const known = new WeakMap<Weights, Map<string, Map<string, number>>>();

function byTail(weights: Weights): Map<string, Map<string, number>> {
  const made = known.get(weights) ?? new Map<string, Map<string, number>>();
  if (known.has(weights)) return made;
  known.set(weights, made);
  for (const [sign, weight] of weights) {
    const head = /^[a-z-]+[|/=]/.exec(sign)?.[0];
    if (head === undefined) continue;
    const tail = sign.slice(head.length);
    const heads = made.get(tail);
    if (heads) heads.set(head, weight);
    else made.set(tail, new Map([[head, weight]]));
  }
  return made;
}

/** Weights as they are written down for review: a sign and its weight a line. */
export function weightsOf(written: string): Weights {
  const weights = new Map<string, number>();
  for (const line of written.split('\n')) {
    const end = line.lastIndexOf('\t');
    if (end > 0) weights.set(line.slice(0, end), Number(line.slice(end + 1)));
  }
  return weights;
}
