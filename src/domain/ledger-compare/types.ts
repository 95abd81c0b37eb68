import type { LocalDay } from '../day.js';
import type { LedgerChange, ProjectFields } from '../ledger-change.js';
import type { SheetFault, SheetField } from '../ledger-sheet/index.js';
import type { Stage, StageTable, Words } from '../plan.js';

/** A milestone of the ledger with where it stands by the reports. */
export type LedgerMilestone = {
  readonly id: number;
  readonly name: string;
  readonly due: LocalDay | null;
  readonly percent: number | null;
};

/** A project of the ledger, withdrawn ones too. Amounts in 10k yuan. */
export type LedgerProject = ProjectFields & {
  readonly id: number;
  readonly code: string;
  readonly nicknames: readonly string[];
  /** Who own it beside its owner, and who own single milestones: for what an export may show. */
  readonly coOwnerIds: readonly number[];
  readonly milestoneOwnerIds: readonly number[];
  readonly firstStage: Stage;
  /** Withdrawn because the import that brought it was undone: a file that has it brings it back. */
  readonly undone: boolean;
  readonly doneInvestment: number | null;
  readonly milestones: readonly LedgerMilestone[];
};

export type LedgerUnit = {
  readonly id: number;
  readonly key: string;
  readonly name: Words;
  readonly aliases: readonly string[];
};

/** Somebody with a role in the program. */
export type LedgerPerson = {
  readonly id: number;
  readonly name: string;
  readonly nameEn: string;
  readonly phone: string | null;
  /** Of the units that their roles are in. */
  readonly unitIds: readonly number[];
};

/** The ledger as it stands: what a spreadsheet is compared with, and what it is exported from. */
export type LedgerNow = {
  readonly revision: number;
  readonly projects: readonly LedgerProject[];
  readonly units: readonly LedgerUnit[];
  readonly people: readonly LedgerPerson[];
  readonly categories: readonly { readonly key: string; readonly name: Words }[];
  readonly sites: readonly { readonly key: string; readonly name: Words }[];
  /** In the plan's order. */
  readonly focusAreas: readonly string[];
  readonly stages: StageTable;
};

/** What a person decided about a name that the ledger does not know: an id of it, make it, or leave the cell out. */
export type NameChoice = number | 'new' | 'blank';

/** Decisions of the person who imports; names by `nameKey`, rows by `rowKey`. */
export type Choices = {
  readonly people: Readonly<Record<string, NameChoice>>;
  readonly units: Readonly<Record<string, NameChoice>>;
  /** A category's key, or null: left out. */
  readonly categories: Readonly<Record<string, string | null>>;
  /** Which project a row is, where its name is only like one. */
  readonly projects: Readonly<Record<string, number | 'new'>>;
  /** Investment done is meant as it stands: it may fall, or rise beyond the total or the year's plan. */
  readonly lower: boolean;
};

export const NO_CHOICES: Choices = { people: {}, units: {}, categories: {}, projects: {}, lower: false };

/** A value as it is shown: a text, an amount in 10k yuan, a day, or a name in both languages. */
export type Shown =
  | { readonly as: 'text'; readonly text: string }
  | { readonly as: 'amount'; readonly amount: number }
  | { readonly as: 'day'; readonly day: LocalDay }
  | { readonly as: 'name'; readonly name: Words }
  /** Of a milestone: it is finished. */
  | { readonly as: 'done' };

/** One cell that says something else than the ledger; null: nothing stands there. */
export type Difference = { readonly field: SheetField; readonly before: Shown | null; readonly after: Shown | null };

/** A row of the file, or a project, that the import would touch. */
export type ComparedLine = {
  readonly kind: 'new' | 'changed' | 'withdrawn';
  readonly sheet: string;
  readonly row: number;
  readonly projectId: number | null;
  readonly code: string;
  readonly name: string;
  readonly differences: readonly Difference[];
  /** What its row of a table says, changed or not. */
  readonly shows: Readonly<Record<'unit' | 'owner' | 'totalInvestment' | 'yearPlan' | 'done', Shown | null>>;
};

/** A name of the file that the ledger does not know, or knows twice. */
export type UnknownName = {
  readonly key: string;
  readonly name: string;
  /** How often the file names it, and where first. */
  readonly times: number;
  readonly sheet: string;
  readonly cell: string;
  /** Who or what it may be. */
  readonly candidates: readonly number[];
  readonly chosen: NameChoice | null;
};

export type UnknownCategory = Omit<UnknownName, 'candidates' | 'chosen'> & { readonly chosen: string | null };

/** A row whose name is like a project's but not the same: a person says which it is. */
export type LikelyProject = {
  readonly key: string;
  readonly sheet: string;
  readonly row: number;
  readonly name: string;
  readonly candidates: readonly { readonly id: number; readonly code: string; readonly name: string }[];
  readonly chosen: number | 'new' | null;
};

/** To be made when the import is confirmed; `id` is negative and stands for it in the changes. */
export type NewUnit = { readonly id: number; readonly name: string };
export type NewPerson = {
  readonly id: number;
  readonly name: string;
  readonly phone: string;
  /** Who owns works in a unit; who sponsors leads. */
  readonly role: 'official' | 'leader';
  readonly unitId: number | null;
};

/** Investment done as the file has it. `projectId` null: of the new project of that code. */
export type NewFigure = {
  readonly code: string;
  readonly projectId: number | null;
  readonly before: number | null;
  readonly done: number;
};

/** A milestone that the file calls finished; ids are null in a project or as a milestone that comes in with the import. */
export type Finished = {
  readonly code: string;
  readonly projectId: number | null;
  readonly milestoneId: number | null;
  readonly name: string;
};

/** All that confirming an import writes. */
export type LedgerWrites = {
  readonly units: readonly NewUnit[];
  readonly people: readonly NewPerson[];
  readonly changes: readonly LedgerChange[];
  readonly figures: readonly NewFigure[];
  readonly finished: readonly Finished[];
};

/** A spreadsheet beside the ledger. Nothing of it depends on the order of the rows but the codes of new projects. */
export type Comparison = {
  /** New, changed, withdrawn. */
  readonly lines: readonly ComparedLine[];
  readonly unchanged: number;
  /** In the ledger and not in the file: these stay as they are. */
  readonly absent: readonly { readonly code: string; readonly name: string }[];
  /** What was noticed in comparing; the file's own faults are in the sheet. */
  readonly faults: readonly SheetFault[];
  readonly people: readonly UnknownName[];
  readonly units: readonly UnknownName[];
  readonly categories: readonly UnknownCategory[];
  readonly likely: readonly LikelyProject[];
  /** Rows that cannot be written before something is decided or mended. */
  readonly held: number;
  readonly writes: LedgerWrites;
};
