import { doubtInvestment, type Invested } from '../investment.js';
import type { SheetProject } from '../ledger-sheet/index.js';
import { COMPARE_FAULTS } from './fault-words.js';
import { amountOf, type NoteAt } from './read-fields.js';

/**
 * Investment done as a row says it beside what is known of its project, in 10k yuan; null: nothing new. What could not be
 * meant so in a line is left out and named by its cell, unless it is `meant`: then the preview shows the old and the new.
 */
export function doneFigure(row: SheetProject, now: Invested, meant: boolean, note: NoteAt): number | null {
  const done = amountOf(row, 'done', note);
  const { doneInvestment: before } = now;
  if (done === null || done === before || (done === 0 && before === null)) return null;
  const doubt = meant ? null : doubtInvestment(done, now);
  if (doubt === null) return done;
  const [said, limit] = [String(done), String(doubt.limit)];
  const last = before === null ? null : String(before);
  note(row, 'done', 'warning', COMPARE_FAULTS[doubt.because](said, limit, last));
  return null;
}
