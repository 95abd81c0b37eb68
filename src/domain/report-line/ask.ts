import type { LineLedger } from './line-ledger.js';
import type { Sheet } from './pieces.js';
import type { Reading } from './reading.js';
import type { Answer, AskAbout, LineContext, PartialLine, Understanding } from './types.js';

/** What an outcome is made with. `answers` are candidates pressed so far. */
export type Deciding = {
  readonly text: string;
  readonly ledger: LineLedger;
  readonly context: LineContext;
  readonly answers: readonly Answer[];
};

const MOST_OFFERED = 10;

/** The projects that a line names, each once. */
export const settled = (sheet: Sheet): string[] => [...new Set(sheet.scheme.perClause.flat())];

/** A question that a press can answer without typing again. */
export function ask(
  about: AskAbout,
  slot: number,
  candidates: readonly string[],
  project: string | null,
  milestone: string | null,
  percent: number | null,
  { text, answers }: Deciding,
): Understanding {
  const partial: PartialLine = { text, answers: [...answers], about, slot, project, milestone, percent };
  return { act: 'ask', about, candidates: [...new Set(candidates)], partial };
}

// Nothing names the project: those of the speaker, else those that have what was named, as many as fit under a question.
export function projectCandidates(reading: Reading, { ledger, context }: Deciding): string[] {
  const codes = settled(reading.sheet);
  if (codes.length > 0) return codes;
  if (context.owns.size > 0) return [...context.owns];
  const speaks = new Map<unknown, boolean>();
  return ledger.projects
    .filter((project) => {
      const words = ledger.wordsOf(project);
      const known = speaks.get(words) ?? words.find(reading.sheet.line.plain).length > 0;
      speaks.set(words, known);
      return known && context.mayReport(project.code);
    })
    .slice(0, MOST_OFFERED)
    .map((project) => project.code);
}
