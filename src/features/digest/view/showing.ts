import type { LaterReport } from '../../../store/facts.js';
import type { Language } from '../../../text/language.js';
import type { Correction } from '../compare.js';

/** How a digest is shown, beside what it says. */
export type Showing = {
  readonly language: Language;
  /** To one person, who asked: without a thread, with a button to look again. */
  readonly private: boolean;
  /** About a day that has passed: not "today". */
  readonly past: boolean;
  /** 补发 */
  readonly late: boolean;
  readonly corrections: readonly Correction[];
  /** Of a past day: what was reported about it later. */
  readonly later?: readonly LaterReport[];
};
