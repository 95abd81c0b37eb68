import { type ColumnField, columnKey, type KnownColumn } from '../../domain/ledger-sheet/index.js';

/** The fields that a column can be matched to, in the order of a county's sheet. */
export const MATCHED_FIELDS = [
  'code',
  'name',
  'category',
  'content',
  'totalInvestment',
  'yearPlan',
  'done',
  'start',
  'end',
  'unit',
  'owner',
  'phone',
  'sponsor',
  'site',
  'progress',
  'problem',
  'remark',
] as const satisfies readonly ColumnField[];

/** What a column is, as the store keeps it: a field, `milestone` (the head is its name), or `ignored`. */
export const MATCHES = [...MATCHED_FIELDS, 'milestone', 'ignored'] as const;
export type Match = (typeof MATCHES)[number];

/** Remembered matches as the reader takes them. */
export function knownColumns(kept: ReadonlyMap<string, string>): ReadonlyMap<string, KnownColumn> {
  return new Map(
    [...kept].flatMap(([head, field]) => {
      const column = columnOf(head, field);
      return column === null ? [] : [[columnKey(head), column] as const];
    }),
  );
}

function columnOf(head: string, field: string): KnownColumn | null {
  if (field === 'ignored') return 'ignored';
  if (field === 'milestone') return { milestone: head };
  const known = MATCHED_FIELDS.find((each) => each === field);
  return known === undefined ? null : { field: known };
}

/** What was chosen for a remembered head that is no longer to be remembered. */
export const FORGET = 'forget';
