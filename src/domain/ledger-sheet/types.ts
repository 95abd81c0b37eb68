import type { LocalDay } from '../day.js';
import type { Words } from '../plan.js';

/** A milestone of a row: by a column of its own, or out of a text such as 用地2月底，施工许可3月. */
export type SheetMilestone = {
  readonly name: string;
  /** The planned day; null where the sheet only says that it is done. */
  readonly due: LocalDay | null;
  /** The sheet says that it is finished. */
  readonly done: boolean;
};

/** A line of the county's ledger as it was understood. Amounts in 10k yuan (万元); '' and null: not there or not usable. */
export type SheetProject = {
  readonly sheet: string;
  /** The row in the sheet, from 1. */
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly unit: string;
  readonly owner: string;
  readonly phone: string;
  readonly sponsor: string;
  readonly totalInvestment: number | null;
  readonly yearPlan: number | null;
  readonly done: number | null;
  readonly start: LocalDay | null;
  readonly end: LocalDay | null;
  readonly milestones: readonly SheetMilestone[];
  readonly content: string;
  readonly progress: string;
  readonly problem: string;
  readonly site: string;
  readonly remark: string;
  /** The letters of each field's column; the rows under one head share them. */
  readonly columns: FieldPlaces;
  /** The addresses (C7) of what a merged range brings to this row from another cell. */
  readonly elsewhere: FieldPlaces;
};

export type FieldPlaces = Readonly<Partial<Record<SheetField, string>>>;

/** What a project has that one cell says; faults and doubts name it. */
export type SheetField =
  | 'code'
  | 'name'
  | 'category'
  | 'unit'
  | 'owner'
  | 'phone'
  | 'sponsor'
  | 'totalInvestment'
  | 'yearPlan'
  | 'done'
  | 'start'
  | 'end'
  | 'content'
  | 'progress'
  | 'problem'
  | 'site'
  | 'remark'
  | `milestone:${string}`;

/** A cell that a person should look at. error: it cannot be used as it stands; warning: used, but doubtful. */
export type SheetFault = {
  readonly sheet: string;
  readonly cell: string;
  readonly level: 'error' | 'warning';
  readonly why: Words;
  /** What to write there. */
  readonly instead: Words;
};

/** A cell that can be read in more than one way; `accept` holds the readings, the one taken first. */
export type SheetDoubt = {
  readonly sheet: string;
  readonly cell: string;
  readonly field: SheetField;
  readonly accept: readonly (string | number | null)[];
  readonly why: Words;
};

/** A column whose head says nothing that we know; its cells were left alone. */
export type UnknownColumn = { readonly sheet: string; readonly cell: string; readonly head: string };

/** All that a spreadsheet was understood to say. Nothing of it is written anywhere before a person confirms it. */
export type LedgerSheet = {
  /** The year of dates that name none. */
  readonly year: number;
  readonly projects: readonly SheetProject[];
  /** Struck-out rows: lines that the county took back. */
  readonly withdrawn: readonly SheetProject[];
  readonly faults: readonly SheetFault[];
  readonly ambiguous: readonly SheetDoubt[];
  readonly unknownColumns: readonly UnknownColumn[];
  /** Sheets without a ledger's head (notes, lists for menus), and hidden ones. */
  readonly skippedSheets: readonly string[];
};
