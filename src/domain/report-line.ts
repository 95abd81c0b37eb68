import { decide } from './report-line/decide.js';
import type { LineLedger } from './report-line/line-ledger.js';
import type { Weights } from './report-line/reading.js';
import type { Answer, LineContext, PartialLine, Understanding } from './report-line/types.js';
import { LEARNED } from './report-line/weights.js';

export { fallReason } from './report-line/fall-reason.js';
export { indexLedger, type LineLedger } from './report-line/line-ledger.js';
export { renderItem } from './report-line/render-item.js';
export type * from './report-line/types.js';

/**
 * Understands what an official typed: a report, an obstacle, or what must be asked or refused first; `none` is chat.
 * Pure and total: any text gives an answer. What the words may mean is found by rules, which of the readings is meant by
 * weights learned from lines that people read (decision 20); what is in doubt is asked, never guessed.
 */
export function understandLine(
  text: string,
  ledger: LineLedger,
  context: LineContext,
  weights: Weights = LEARNED,
): Understanding {
  return decide(text, ledger, context, [], weights);
}

/** Goes on with a line after a candidate was pressed, without typing it again; may ask, or refuse, once more. */
export function complete(
  partial: PartialLine,
  choice: string,
  ledger: LineLedger,
  context: LineContext,
): Understanding {
  const answer: Answer = { about: partial.about, slot: partial.slot, choice };
  return decide(partial.text, ledger, context, [...partial.answers, answer], LEARNED);
}
