import type { Choices, Comparison } from '../../domain/ledger-compare/index.js';
import { columnKey, type LedgerSheet } from '../../domain/ledger-sheet/index.js';
import { MOST_HEADS, MOST_LIKELY } from './limits.js';
import type { ImportCounts, Understood } from './model.js';

export function countsOf(
  sheet: LedgerSheet,
  { lines, unchanged, held, absent, faults, writes }: Comparison,
): ImportCounts {
  const of = (kind: 'new' | 'changed' | 'withdrawn') => lines.filter((line) => line.kind === kind).length;
  const all = [...sheet.faults, ...faults];
  return {
    added: of('new'),
    changed: of('changed'),
    unchanged,
    withdrawn: of('withdrawn'),
    held,
    faults: all.filter(({ level }) => level === 'error').length,
    warnings: all.filter(({ level }) => level === 'warning').length,
    absent: absent.length,
    people: writes.people.length,
    units: writes.units.length,
  };
}

/** The heads that nobody knows, each once; what is no more than punctuation cannot be matched. */
export const headsOf = ({ unknownColumns }: LedgerSheet): readonly string[] => [
  ...new Set(unknownColumns.map(({ head }) => head.trim()).filter((head) => columnKey(head) !== '')),
];

/** What stays of a file until it is confirmed. */
export function understoodOf(sheet: LedgerSheet, comparison: Comparison, choices: Choices): Understood {
  const { people, units, categories, writes } = comparison;
  const likely = comparison.likely.slice(0, MOST_LIKELY);
  const heads = headsOf(sheet).slice(0, MOST_HEADS);
  return { counts: countsOf(sheet, comparison), choices, heads, people, units, categories, likely, writes };
}
