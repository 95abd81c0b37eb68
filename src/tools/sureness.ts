import { cleanLine } from '../domain/report-line/clean-line.js';
import { weighMatters } from '../domain/report-line/matter-choice.js';
import { stoppedIn } from '../domain/report-line/obstacle-outcome.js';
import { readLine, type Weighed, weighed } from '../domain/report-line/read.js';
import type { Weights } from '../domain/report-line/reading.js';
import { risksOf } from '../domain/report-line/risks.js';
import type { SURE } from '../domain/report-line/sure.js';
import { indexLedger } from '../domain/report-line.js';
import { type Corpus, comparable } from './learn.js';
import { contextOf, FILE_MATTERS, isRight, type PhraseRow } from './understand.js';

/** What would be taken of a line if nothing were asked: how probable it is, and whether it is right. */
export type Taken = { readonly of: keyof typeof SURE; readonly probability: number; readonly right: boolean };

// A line that is misread without a word costs as much as so many needless questions.
const SILENT = 8;
const STEPS = Array.from({ length: 40 }, (_, at) => 0.3 + at / 60).map((step) => Math.round(step * 1000) / 1000);

/** What weights take of a corpus that they were not learned from. */
export function takenOf(corpus: Corpus, weights: Weights): Taken[] {
  const ledger = indexLedger(corpus.ledger.projects);
  return corpus.rows.flatMap((row): Taken[] => {
    const context = contextOf(row, corpus.ledger.today);
    const readings = readLine(cleanLine(row.text), ledger, context, weights, null);
    const [best] = weighed(readings, { text: row.text, ledger, context, answers: [] });
    if (best === undefined || row.expected.some(({ act }) => act === 'ask')) return [];
    const right = isRight(best.understood, comparable(row.expected));
    if (best.understood.act === 'obstacle') return right ? [matterOf(best, row, weights)] : [];
    if (best.understood.act !== 'report') return [];
    const risks = risksOf(best.reading);
    if (risks.some(({ never }) => never)) return [];
    const of = risks.some(({ loses }) => loses) ? 'losing' : risks.length > 0 ? 'atRisk' : 'report';
    return [{ of, probability: best.probability, right }];
  });
}

function matterOf({ reading: { sheet, stopped } }: Weighed, row: PhraseRow, weights: Weights): Taken {
  const [likeliest] = weighMatters(sheet.line.plain, stoppedIn(sheet, stopped), weights);
  const matter = likeliest && (FILE_MATTERS[likeliest.matter] ?? likeliest.matter);
  const right = row.expected.some((each) => each.act === 'obstacle' && (each.matter ?? matter) === matter);
  return { of: 'matter', probability: likeliest?.probability ?? 1, right };
}

/** From which probability on each kind is taken, so that misreadings and needless questions cost least; the most careful of equals. */
export function surenessFrom(taken: readonly Taken[]): Record<keyof typeof SURE, number> {
  const best = (of: keyof typeof SURE): number => {
    const all = taken.filter((each) => each.of === of);
    const cost = (step: number) =>
      all.reduce((sum, { probability, right }) => sum + (probability < step ? (right ? 1 : 0) : right ? 0 : SILENT), 0);
    return STEPS.reduce((one, other) => (cost(other) <= cost(one) ? other : one));
  };
  // What is less likely than not is no reading to take, however seldom that went wrong.
  const report = Math.max(0.5, best('report'));
  // Few lines are at risk: however those came out, none is taken on less than what an ordinary report needs.
  const atRisk = Math.max(report, best('atRisk'));
  return { report, atRisk, losing: Math.max(atRisk, best('losing')), matter: best('matter') };
}
