import { describe, expect, it } from 'vitest';
import { judge, readCorpora } from '../../src/tools/corpora.js';
import { learn, lessonsOf } from '../../src/tools/learn.js';

/** What of a ledger's lines must be right, and may be misread or asked needlessly, by weights that never saw the ledger. */
const HELD = {
  county: { right: 0.95, silentReports: 0.01, silentObstacles: 0.04, needless: 0.02 },
  b: { right: 0.93, silentReports: 0.006, silentObstacles: 0.012, needless: 0.045 },
  'dong-e': { right: 0.945, silentReports: 0.01, silentObstacles: 0.01, needless: 0.035 },
  d: { right: 0.855, silentReports: 0.012, silentObstacles: 0.027, needless: 0.075 },
  f: { right: 0.865, silentReports: 0.012, silentObstacles: 0.05, needless: 0.05 },
} as const;

describe('lines of a ledger that nothing was learned from', () => {
  const corpora = readCorpora(new URL('./report-line/corpora/', import.meta.url).pathname);
  const lessons = lessonsOf(corpora);

  it.each(Object.entries(HELD))('%s', (name, held) => {
    const corpus = corpora.find((each) => each.name === name);
    if (!corpus) throw new Error(name);
    const { total, right, silentReports, silentObstacles, needless } = judge(
      corpus,
      learn(lessons, (ledger) => ledger !== corpus.ledgerName),
    );
    expect(right / total).toBeGreaterThanOrEqual(held.right);
    expect(silentReports / total).toBeLessThanOrEqual(held.silentReports);
    expect(silentObstacles / total).toBeLessThanOrEqual(held.silentObstacles);
    expect(needless / total).toBeLessThanOrEqual(held.needless);
  });
}, 120_000);
