import type { Deciding } from './ask.js';
import { clausesOf } from './clause.js';
import type { CleanLine } from './clean-line.js';
import type { LineLedger } from './line-ledger.js';
import { textSigns } from './line-signs.js';
import { masked } from './masked.js';
import { findOpaque } from './other-figures.js';
import { outcomeOf } from './outcome.js';
import { type Sheet, sheetOf } from './pieces.js';
import { schemesOf } from './project-schemes.js';
import type { Reading, Weights } from './reading.js';
import { readingsOf } from './readings.js';
import type { LineContext, Understanding } from './types.js';

/** Every reading of a line worth considering, the likeliest first. `forced` is a project that was pressed. */
export function readLine(
  line: CleanLine,
  ledger: LineLedger,
  context: LineContext,
  weights: Weights,
  forced: string | null,
): Reading[] {
  const readable = masked(line.plain, findOpaque(line.plain));
  const clauses = clausesOf(line.plain);
  const schemes = schemesOf(readable, line.text, clauses, ledger, context, forced);
  const told = textSigns(line.plain, context.surface);
  const sheets: Sheet[] = [];
  for (const scheme of schemes) {
    // A name that the ledger has not leaves every mention as it was.
    const same = sheets.find((sheet) => sheet.scheme.mentions === scheme.mentions && sheet.clauses === scheme.clauses);
    sheets.push(same ? { ...same, scheme } : sheetOf(line, scheme, ledger, context.today));
  }
  return sheets
    .flatMap((sheet) => readingsOf(sheet, context, weights, told))
    .sort((one, other) => other.score - one.score);
}

/** An understanding with how probable it is among all of a line's. */
export type Weighed = { readonly reading: Reading; readonly understood: Understanding; probability: number };

// Readings that are together less likely than this change nothing.
const NEGLIGIBLE = 9;

/** What the readings come to, those that come to the same taken together, the likeliest first. */
export function weighed(readings: readonly Reading[], deciding: Deciding): Weighed[] {
  const best = readings[0]?.score ?? 0;
  const total = readings.reduce((sum, reading) => sum + Math.exp(reading.score - best), 0);
  const byOutcome = new Map<string, Weighed>();
  for (const reading of readings) {
    if (best - reading.score > NEGLIGIBLE) break;
    const understood = outcomeOf(reading, deciding);
    const key = keyOf(understood);
    const probability = Math.exp(reading.score - best) / total;
    const known = byOutcome.get(key);
    if (known) known.probability += probability;
    else byOutcome.set(key, { reading, understood, probability });
  }
  return [...byOutcome.values()].sort((one, other) => other.probability - one.probability);
}

function keyOf(understood: Understanding): string {
  switch (understood.act) {
    case 'report':
      return JSON.stringify(understood.items.map(({ note, corrects, ...facts }) => facts));
    case 'ask':
      return JSON.stringify(['ask', understood.about]);
    case 'refuse':
      return `refuse ${understood.why}`;
    case 'obstacle':
      return `obstacle ${understood.project} ${understood.milestone}`;
    case 'none':
      return 'none';
  }
}
