import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Weights } from '../domain/report-line/reading.js';
import { indexLedger } from '../domain/report-line.js';
import { drills } from './drills.js';
import type { Corpus } from './learn.js';
import { isRight, type PhraseRow, readPhrases, readPhrasesLedger, understandRow } from './understand.js';

// Lines that counties' people wrote count in full; those that the authors of the reader thought of teach denial and
// quotation, but are no sample of what people type.
const CORPORA: readonly (readonly [name: string, ledger: string, weight: number])[] = [
  ['county', 'county', 1],
  ['b', 'b', 1],
  ['dong-e', 'dong-e', 1],
  ['d', 'd', 1],
  ['f', 'f', 1],
  // Four counties by people who saw neither code nor corpora, each measured once before any of its errors was read.
  ['g', 'g', 1],
  ['h', 'h', 1],
  ['i', 'i', 1],
  ['j', 'j', 1],
  ['own', 'county', 0.15],
  ['own-dong-e', 'dong-e', 0.5],
  // Written by the authors in the manner of other trades, after the errors of the others were read: they teach, none is measured.
  ['trades', 'trades', 0.6],
];

/** The lines that the reader learns from, with the ledgers that they speak of. */
export function readCorpora(folder: string): Corpus[] {
  const corpora = CORPORA.map(([name, ledger, weight]) => ({
    name,
    weight,
    ledgerName: ledger,
    rows: readPhrases(readFileSync(join(folder, `${name}.tsv`), 'utf8')),
    ledger: readPhrasesLedger(readFileSync(join(folder, `${ledger}.ledger.json`), 'utf8')),
  }));
  const [county] = corpora;
  if (county === undefined) return [];
  return [...corpora, { ...county, name: 'drills', weight: 0.1, rows: drills(county.ledger.projects) }];
}

/** How many lines of a corpus are understood, and what is wrong with the others. */
export type Judged = {
  readonly total: number;
  readonly right: number;
  /** Wrong reports and obstacles taken without asking. */
  readonly silentReports: number;
  readonly silentObstacles: number;
  /** Questions where none was due. */
  readonly needless: number;
  readonly wrong: readonly PhraseRow[];
};

/** Measures weights on a corpus that they were not learned from. */
export function judge(corpus: Corpus, weights: Weights): Judged {
  const ledger = indexLedger(corpus.ledger.projects);
  const judged = corpus.rows.map((row) => {
    const understood = understandRow(row, ledger, corpus.ledger.today, weights);
    return { row, act: understood.act, right: isRight(understood, row.expected) };
  });
  const wrong = judged.filter(({ right }) => !right);
  const acts = (act: string) => wrong.filter((each) => each.act === act);
  return {
    total: judged.length,
    right: judged.length - wrong.length,
    silentReports: acts('report').length,
    silentObstacles: acts('obstacle').length,
    needless: acts('ask').filter(({ row }) => row.expected.every((each) => each.act !== 'ask')).length,
    wrong: wrong.map(({ row }) => row),
  };
}
