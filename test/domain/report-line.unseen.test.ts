import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LEARNED } from '../../src/domain/report-line/weights.js';
import { judge, readCorpora } from '../../src/tools/corpora.js';
import { learn, lessonsOf } from '../../src/tools/learn.js';
import { readPhrases, readPhrasesLedger } from '../../src/tools/understand.js';

/** What of a ledger's lines must be right, and may be misread or asked needlessly, by weights that never saw the ledger. */
const HELD = {
  county: { right: 0.96, silentReports: 0.01, silentObstacles: 0.02, needless: 0.02 },
  b: { right: 0.96, silentReports: 0.006, silentObstacles: 0.008, needless: 0.03 },
  'dong-e': { right: 0.96, silentReports: 0.01, silentObstacles: 0.01, needless: 0.03 },
  d: { right: 0.92, silentReports: 0.012, silentObstacles: 0.015, needless: 0.04 },
  f: { right: 0.94, silentReports: 0.01, silentObstacles: 0.02, needless: 0.03 },
  g: { right: 0.95, silentReports: 0.01, silentObstacles: 0.01, needless: 0.04 },
  h: { right: 0.92, silentReports: 0.01, silentObstacles: 0.03, needless: 0.04 },
  i: { right: 0.92, silentReports: 0.012, silentObstacles: 0.02, needless: 0.03 },
  j: { right: 0.9, silentReports: 0.004, silentObstacles: 0.03, needless: 0.03 },
} as const;
/** The same of all of them together. */
const ALL = { right: 0.945, silentReports: 0.005, silentObstacles: 0.0125, needless: 0.02 };

describe('lines of a ledger that nothing was learned from', () => {
  const corpora = readCorpora(new URL('./report-line/corpora/', import.meta.url).pathname);
  const lessons = lessonsOf(corpora);

  const judged = new Map<string, ReturnType<typeof judge>>();

  it.each(Object.entries(HELD))('%s', (name, held) => {
    const corpus = corpora.find((each) => each.name === name);
    if (!corpus) throw new Error(name);
    const weights = learn(lessons, (ledger) => ledger !== corpus.ledgerName);
    const figures = judge(corpus, weights);
    judged.set(name, figures);
    expect(worse(figures, held)).toEqual([]);
  });

  it('all together', () => {
    const sums = [...judged.values()];
    const sum = (of: 'total' | 'right' | 'silentReports' | 'silentObstacles' | 'needless') =>
      sums.reduce((all, each) => all + each[of], 0);
    const all = {
      total: sum('total'),
      right: sum('right'),
      silentReports: sum('silentReports'),
      silentObstacles: sum('silentObstacles'),
      needless: sum('needless'),
    };
    expect(worse(all, ALL)).toEqual([]);
  });
}, 120_000);

// A county's lines by somebody who saw neither code nor corpora: nothing is learned from them.
it('lines that no weights have seen', () => {
  const read = (name: string) => readFileSync(new URL(`./report-line/held/${name}`, import.meta.url), 'utf8');
  const corpus = {
    name: 'k',
    weight: 1,
    ledgerName: 'k',
    rows: readPhrases(read('k.tsv')),
    ledger: readPhrasesLedger(read('k.ledger.json')),
  };
  const held = { right: 0.95, silentReports: 0.0075, silentObstacles: 0.005, needless: 0.025 };
  expect(worse(judge(corpus, LEARNED), held)).toEqual([]);
});

/** Which figures are worse than what is held, as they are. */
function worse(
  {
    total,
    ...figures
  }: Pick<ReturnType<typeof judge>, 'total' | 'right' | 'silentReports' | 'silentObstacles' | 'needless'>,
  held: Readonly<Record<'right' | 'silentReports' | 'silentObstacles' | 'needless', number>>,
): string[] {
  const bad = {
    right: figures.right / total < held.right,
    silentReports: figures.silentReports / total > held.silentReports,
    silentObstacles: figures.silentObstacles / total > held.silentObstacles,
    needless: figures.needless / total > held.needless,
  };
  return (Object.keys(bad) as (keyof typeof bad)[])
    .filter((key) => bad[key])
    .map((key) => `${key}: ${figures[key]} of ${total}`);
}
