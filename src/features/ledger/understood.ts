import {
  type Choices,
  type Comparison,
  type LedgerWrites,
  type LikelyProject,
  NO_CHOICES,
  type UnknownCategory,
  type UnknownName,
} from '../../domain/ledger-compare/index.js';
import { columnKey, type LedgerSheet } from '../../domain/ledger-sheet/index.js';

/** How many of each an import counts. */
export type ImportCounts = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly withdrawn: number;
  readonly held: number;
  readonly faults: number;
  readonly warnings: number;
  readonly absent: number;
  /** People and units that are made with it. */
  readonly people: number;
  readonly units: number;
};

/** What stays of a file between preview and confirmation. The bytes and the rows do not: the file is at Slack. */
export type Understood = {
  readonly counts: ImportCounts;
  readonly choices: Choices;
  readonly heads: readonly string[];
  readonly people: readonly UnknownName[];
  readonly units: readonly UnknownName[];
  readonly categories: readonly UnknownCategory[];
  readonly likely: readonly LikelyProject[];
  readonly writes: LedgerWrites;
  /** Once it is confirmed: who and what was made for it. */
  readonly made?: { readonly people: readonly number[]; readonly units: readonly number[] };
};

/** A preview's list goes on over so many messages at most: more would bury it, and an export shows the rest. */
export const MOST_LISTS = 8;
/** More lines than this are not kept; a county has a hundredth of them. */
export const MOST_LINES = 5_000;
/** Rows that are asked about at once; the others come up when these are decided. */
const MOST_LIKELY = 500;
/** Heads that can be matched in one form. */
export const MOST_HEADS = 20;

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

export function understoodOf(sheet: LedgerSheet, comparison: Comparison, choices: Choices): Understood {
  const { people, units, categories, writes } = comparison;
  const likely = comparison.likely.slice(0, MOST_LIKELY);
  const heads = headsOf(sheet).slice(0, MOST_HEADS);
  return { counts: countsOf(sheet, comparison), choices, heads, people, units, categories, likely, writes };
}

/** The choices of a kept import; none where it is not readable any more. */
export const choicesOf = (understood: unknown): Choices =>
  (understood as Partial<Understood> | null)?.choices ?? NO_CHOICES;
