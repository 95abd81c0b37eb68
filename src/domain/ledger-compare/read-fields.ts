import type { LocalDay } from '../day.js';
import { toYuan } from '../exact.js';
import type { ProjectFields } from '../ledger-change.js';
import { saysNothing } from '../ledger-sheet/clean.js';
import type { Said } from '../ledger-sheet/fault-words/say.js';
import { FIELD_WORDS } from '../ledger-sheet/fault-words.js';
import { noteAddress, type SheetFault, type SheetField, type SheetProject } from '../ledger-sheet/index.js';
import { COMPARE_FAULTS } from './fault-words.js';

/** Amounts are below this, in 10k yuan: what is larger is a wrong unit. */
const MOST_AMOUNT = 2_000_000_000;
/** Project and milestone names longer than this are sentences. */
export const LONGEST_NAME = 120;
export const LONGEST_MILESTONE = 40;

/** Notes something at a cell of a row. */
export type NoteAt = (row: SheetProject, field: SheetField, level: SheetFault['level'], said: Said) => void;

export function notesOf(): { readonly faults: SheetFault[]; readonly note: NoteAt } {
  const faults: SheetFault[] = [];
  return {
    faults,
    note(row, field, level, { why, instead }) {
      faults.push({ sheet: row.sheet, cell: noteAddress(row, field), level, why, instead });
    },
  };
}

/** An amount as the ledger keeps it, in 10k yuan to the yuan; null: nothing usable stands there. */
export function amountOf(
  row: SheetProject,
  field: 'totalInvestment' | 'yearPlan' | 'done',
  note: NoteAt,
): number | null {
  const amount = row[field];
  if (amount === null || amount < 0) return null;
  const whole = toYuan(amount);
  if (whole <= MOST_AMOUNT) return whole;
  note(row, field, 'error', COMPARE_FAULTS.tooLarge(FIELD_WORDS[field]));
  return null;
}

export type PlainFields = Partial<
  Pick<ProjectFields, 'totalInvestment' | 'yearPlan' | 'startDay' | 'endDay' | 'content' | 'problem' | 'remark'>
>;

/**
 * The fields of a row that need no looking up, those only that say something. A blank leaves the ledger alone, but in the
 * column of problems: there it says that there is none.
 */
export function plainFields(row: SheetProject, note: NoteAt): PlainFields {
  const [totalInvestment, yearPlan] = [amountOf(row, 'totalInvestment', note), amountOf(row, 'yearPlan', note)];
  const day = (field: 'startDay' | 'endDay', value: LocalDay | null) => (value === null ? {} : { [field]: value });
  const text = (field: 'content' | 'remark') => (saysNothing(row[field]) ? {} : { [field]: row[field] });
  return {
    ...(totalInvestment === null ? {} : { totalInvestment }),
    ...(yearPlan === null ? {} : { yearPlan }),
    ...day('startDay', row.start),
    ...day('endDay', row.end),
    ...text('content'),
    ...text('remark'),
    ...(row.columns.problem === undefined ? {} : { problem: saysNothing(row.problem) ? null : row.problem }),
  };
}
