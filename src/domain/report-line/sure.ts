/**
 * How probable something must be to be taken without asking, 0-1. Written by `npm run learn`, which sets them so that lines of
 * ledgers that the weights did not see are almost never misread: change the corpora, not this file.
 */
export const SURE = {
  /** A report. */
  report: 0.5,
  /** A report that would turn something of the line round. */
  atRisk: 0.617,
  /** A report that would lose something of the line. */
  losing: 0.933,
  /** What an obstacle is about. */
  matter: 0.3,
} as const;
