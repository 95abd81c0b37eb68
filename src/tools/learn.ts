import { cleanLine } from '../domain/report-line/clean-line.js';
import { matterSigns } from '../domain/report-line/matter-choice.js';
import { stoppedIn } from '../domain/report-line/obstacle-outcome.js';
import { outcomeOf } from '../domain/report-line/outcome.js';
import { readLine } from '../domain/report-line/read.js';
import type { Reading, Weights } from '../domain/report-line/reading.js';
import type { Span } from '../domain/report-line/types.js';
import { indexLedger } from '../domain/report-line.js';
import { contextOf, FILE_MATTERS, isRight, type PhraseRow, type readPhrasesLedger, type Single } from './understand.js';

/** Lines of one ledger that people read, and what each of them counts beside a line of a county's. */
export type Corpus = {
  readonly name: string;
  /** Which ledger its lines speak of: what is learned without a ledger is learned without all of its lines. */
  readonly ledgerName: string;
  readonly rows: readonly PhraseRow[];
  readonly ledger: ReturnType<typeof readPhrasesLedger>;
  readonly weight: number;
};

type Candidate = { readonly signs: Int32Array; readonly right: boolean };
type Example = { readonly ledger: string; readonly weight: number; readonly candidates: readonly Candidate[] };

/** All lines of some corpora with their readings, ready for learning from any part of them. */
export type Lessons = {
  readonly names: readonly string[];
  readonly examples: readonly Example[];
  readonly without: number;
};

// A beam cannot start from nothing: figures stand near their milestones, one to each.
export const PRIOR: Weights = new Map([
  ['is:skip', 0.3],
  ['is:open', -1],
  ...['%', 'bare'].flatMap((shape): [string, number][] => [
    [`figure:${shape}>milestones:0`, 1.5],
    [`figure:${shape}>figures:0`, 1],
    [`figure:${shape}>clauses:0`, 0.7],
    [`figure:${shape}<milestones:0`, 0.5],
    [`figure:${shape}<milestones:1`, -1],
    [`figure:${shape}>milestones:1`, -1],
    [`figure:${shape}>milestones:2`, -2],
  ]),
  ['done|after:done', 1.2],
  ['done|after:permit', 1],
  ['done|after:deal', 1],
  ['done|after:goods', 0.7],
  ['done|after:work', 1],
  ['done|after:already', 0.5],
  ['done|after:%', -1],
  ['d:forecast:by>milestones:0', 1],
  ['d:forecast:by>milestones:1', -1],
  ['d:done:on>milestones:0', 0.7],
  ['d:done:on>milestones:1', -1],
  ['f:bare:nextword:edge', 0.5],
]);
const MOST_CANDIDATES = 70;

/** Reads every line of the corpora and notes which readings are right; the slow part of learning, done once. */
export function lessonsOf(corpora: readonly Corpus[]): Lessons {
  const ids = new Map<string, number>();
  const names: string[] = [];
  const idOf = (sign: string) => {
    const known = ids.get(sign);
    if (known !== undefined) return known;
    ids.set(sign, names.length);
    names.push(sign);
    return names.length - 1;
  };
  let without = 0;
  const examples = corpora.flatMap((corpus) => {
    const ledger = indexLedger(corpus.ledger.projects);
    return corpus.rows.flatMap((row): Example[] => {
      const context = contextOf(row, corpus.ledger.today);
      const readings = readLine(cleanLine(row.text), ledger, context, PRIOR, null);
      const expected = comparable(row.expected);
      const taken = readings.map((reading) => ({ reading, right: judge(reading, row, expected, ledger, context) }));
      // Where no reading can be taken, the question that a line allows is what to learn.
      const judged = taken.some(({ right }) => right)
        ? taken
        : taken.map(({ reading }) => ({
            reading,
            right: judge(reading, row, withQuestions(row.expected), ledger, context),
          }));
      const kept = [
        ...judged.filter(({ right }) => right).slice(0, 12),
        ...judged.filter(({ right }) => !right).slice(0, MOST_CANDIDATES),
      ];
      const obstacle = judged.find(({ right, reading }) => right && reading.act === 'obstacle')?.reading;
      const about = mattersOf(row, corpus, obstacle ? stoppedIn(obstacle.sheet, obstacle.stopped) : null, idOf);
      if (!kept.some(({ right }) => right)) {
        without += 1;
        return about;
      }
      const candidates = kept.map(({ reading, right }) => ({
        signs: Int32Array.from(
          reading.evidence.flatMap((each) => each.spell()),
          idOf,
        ),
        right,
      }));
      return [{ ledger: corpus.ledgerName, weight: corpus.weight, candidates }, ...about];
    });
  });
  return { names, examples, without };
}

// What an obstacle is about is a choice of its own.
function mattersOf(row: PhraseRow, corpus: Corpus, stopped: Span | null, idOf: (sign: string) => number): Example[] {
  const told = row.expected.flatMap((each) => (each.act === 'obstacle' && each.matter ? [each.matter] : []));
  if (told.length === 0) return [];
  const candidates = matterSigns(cleanLine(row.text).plain, stopped).map(({ matter, signs }) => ({
    signs: Int32Array.from(signs, idOf),
    right: told.includes(FILE_MATTERS[matter] ?? matter),
  }));
  return [{ ledger: corpus.ledgerName, weight: corpus.weight, candidates }];
}

function judge(
  reading: Reading,
  row: PhraseRow,
  expected: readonly Single[],
  ledger: Parameters<typeof readLine>[1],
  context: Parameters<typeof readLine>[2],
): boolean {
  return isRight(outcomeOf(reading, { text: row.text, ledger, context, answers: [] }), expected);
}

/** What a line may be taken for; where it may be taken or asked about, taking it is what to learn. */
export function comparable(expected: readonly Single[]): Single[] {
  const taken = expected.filter((each) => each.act === 'report' || each.act === 'reports' || each.act === 'obstacle');
  return withQuestions(taken.length > 0 ? expected.filter((each) => each.act !== 'ask') : expected);
}

// Notes and matters are decided elsewhere.
function withQuestions(expected: readonly Single[]): Single[] {
  return expected.map((each): Single => {
    if (each.act === 'report') return { ...each, note: undefined };
    if (each.act === 'reports') return { ...each, items: each.items.map((item) => ({ ...item, note: undefined })) };
    if (each.act === 'obstacle') return { act: 'obstacle', project: each.project, milestone: each.milestone };
    return each;
  });
}

const ROUNDS = 24;
// The weights are the mean over some orders of the lines, and of each round from `SETTLED` on: which line came last says nothing.
const STRIDES = [7919, 6101];
const SETTLED = 18;
const RATE = 0.25;
const SHRINK = 2e-4;
const LEAST_LINES = 2;
// What weighs less changes nothing and only makes the file longer.
const LEAST_WEIGHT = 0.04;

/**
 * Learns what signs weigh from the lessons whose ledger is wanted: log-linear over the readings of each line, so that the right
 * ones together become likely. Deterministic: no chance is in it.
 */
export function learn(lessons: Lessons, wanted: (ledger: string) => boolean): Map<string, number> {
  const size = lessons.names.length;
  const examples = lessons.examples.filter((example) => wanted(example.ledger));
  const seen = linesWith(examples, size);
  const sums = new Float64Array(size);
  for (const stride of STRIDES) addLearned(examples, seen, stride, sums);
  const learned = new Map<string, number>();
  lessons.names.forEach((name, id) => {
    const weight = Math.round(((sums[id] ?? 0) / (STRIDES.length * (ROUNDS - SETTLED))) * 100) / 100;
    if (Math.abs(weight) >= LEAST_WEIGHT && !/[`\\$\n\t]/.test(name)) learned.set(name, weight);
  });
  return learned;
}

/** Learns once, the lines in the order that `stride` gives, and adds up the weights after each settled round. */
function addLearned(examples: readonly Example[], seen: Int32Array, stride: number, sums: Float64Array): void {
  const size = sums.length;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-3);
  const slope = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let step = 0; step < examples.length; step += 1) {
      // The same shuffle every time: neighbouring lines of a file are alike.
      const example = examples[(step * stride + round * 104729) % examples.length] as Example;
      update(example, weights, squares, slope, seen);
    }
    if (round >= SETTLED)
      for (let id = 0; id < size; id += 1) sums[id] = (sums[id] as number) + (weights[id] as number);
  }
}

function linesWith(examples: readonly Example[], size: number): Int32Array {
  const seen = new Int32Array(size);
  for (const example of examples)
    for (const id of new Set(example.candidates.flatMap((candidate) => [...candidate.signs])))
      seen[id] = (seen[id] ?? 0) + 1;
  return seen;
}

function update(
  { candidates, weight }: Example,
  weights: Float64Array,
  squares: Float64Array,
  slope: Float64Array,
  seen: Int32Array,
): void {
  const scores = candidates.map(({ signs }) => {
    let sum = 0;
    for (const id of signs) sum += weights[id] as number;
    return sum;
  });
  const best = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - best));
  const all = shares.reduce((one, other) => one + other, 0);
  const right = shares.reduce((sum, share, at) => sum + (candidates[at]?.right ? share : 0), 0);
  const touched: number[] = [];
  candidates.forEach((candidate, at) => {
    const share = shares[at] as number;
    const push = weight * ((candidate.right ? share / Math.max(right, 1e-12) : 0) - share / all);
    if (Math.abs(push) < 1e-4) return;
    for (const id of candidate.signs) {
      if ((seen[id] as number) < LEAST_LINES) continue;
      if (slope[id] === 0) touched.push(id);
      slope[id] = (slope[id] as number) + push;
    }
  });
  for (const id of touched) {
    const pull = (slope[id] as number) - SHRINK * (weights[id] as number);
    slope[id] = 0;
    squares[id] = (squares[id] as number) + pull * pull;
    weights[id] = (weights[id] as number) + (RATE * pull) / Math.sqrt(squares[id] as number);
  }
}
