import type {
  Choices,
  Comparison,
  LedgerNow,
  LedgerProject,
  LedgerWrites,
  LikelyProject,
  UnknownCategory,
  UnknownName,
} from '../../domain/ledger-compare/index.js';
import type { LedgerSheet } from '../../domain/ledger-sheet/index.js';
import type { Ctx, Refusal } from '../../feature.js';
import type { ItemCase } from '../../store/action-items.js';
import type { ExportedLine, ExportedObstacle, ExportedReport } from '../../store/ledger-export.js';
import type { ImportStanding, KeptImport, LoggedChange } from '../../store/ledger-imports.js';
import type { ProgramNames } from '../../store/programs.js';
import type { Lesson } from '../../store/review-lessons.js';
import type { SlotCase } from '../../store/review-slots.js';
import type { SlipCase } from '../../store/slips.js';
import type { Proof } from '../digest/door.js';
import type { AwaitedDay } from '../edit/door.js';
import type { ExportedFactors } from '../factor/door.js';
import type { GoalsSeen } from '../goals/door.js';
import type { ExportedPromotion } from '../promotion/door.js';

/** Who reads: their language, and the program whose year and name they read of. */
export type Reader = Pick<Ctx, 'language' | 'program'>;

/** Which import a button or form is about. */
export type OfImport = { readonly import: number };

export type Refused = { readonly refused: Refusal };

/** A file beside the ledger, to be confirmed. Nothing of it is written. */
export type Previewed = {
  readonly id: number;
  readonly fileName: string;
  readonly sheet: LedgerSheet;
  readonly comparison: Comparison;
  readonly counts: ImportCounts;
  /** How many heads were matched before: by them the file was read, too. */
  readonly remembered: number;
};

/** A file as it lies at Slack. A form names a file by its id alone. */
export type ImportFile = { readonly id: string; readonly name: string | null };

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

/** What a form of an open import shows. */
export type OpenImport = { readonly kept: KeptImport; readonly understood: Understood };

/** A head that was matched before. */
export type Remembered = { readonly head: string; readonly match: string };
/** Somebody or a unit to be chosen, with what tells two of one name apart. */
export type Suggested = { readonly id: number; readonly label: string; readonly about: string };

/** `overtaken`: figures and milestones that were reported between preview and confirmation; the reports stand. */
export type Written = {
  readonly kind: 'written';
  readonly kept: KeptImport;
  readonly counts: ImportCounts;
  readonly overtaken: readonly string[];
  /** Later days that wait for consent. */
  readonly awaited: readonly AwaitedDay[];
};
export type Stale = { readonly kind: 'stale'; readonly kept: KeptImport; readonly changes: readonly LoggedChange[] };
export type Decided = { readonly kind: 'decided'; readonly kept: KeptImport; readonly standing: ImportStanding };

export type Undone =
  | { readonly kind: 'undone'; readonly kept: KeptImport; readonly counts: ImportCounts; readonly withdrawn: number }
  | { readonly kind: 'changed-since'; readonly kept: KeptImport; readonly codes: readonly string[] }
  | { readonly kind: 'too-late'; readonly kept: KeptImport }
  | Decided;

/** The sheets that can be exported. */
export type SheetName =
  | 'ledger'
  | 'reports'
  | 'obstacles'
  | 'activity'
  | 'goals'
  | 'items'
  | 'slips'
  | 'reviews'
  | 'lessons'
  | FactorSheet
  | PromotionSheet
  | ProofSheet;
/** Pools, what was asked of them, what they gave. */
export type FactorSheet = 'pools' | 'requests' | 'allocations';
/** What county leaders led, what their months ask, investors, money that arrived. */
export type PromotionSheet = 'activities' | 'duties' | 'leads' | 'funds';
/** Those that a digest can be computed again from. */
export type ProofSheet = 'lights' | 'gates' | 'events' | 'numbers';

/** What of the program a person may see, ready for being written. */
export type Exported = {
  readonly ledger: LedgerNow;
  readonly names: ProgramNames;
  /** The projects that the person may see, withdrawn ones too: what else is exported speaks of these. */
  readonly projects: ReadonlyMap<number, LedgerProject>;
  readonly reports: readonly ExportedReport[] | null;
  readonly obstacles: readonly ExportedObstacle[] | null;
  readonly activity: readonly ExportedLine[] | null;
  readonly goals: GoalsSeen | null;
  readonly proof: Proof | null;
  /** What reviews decided, and what became of each review; null: not asked for, or there never was any. */
  readonly items: readonly ItemCase[] | null;
  readonly slips: readonly SlipCase[] | null;
  readonly reviews: readonly SlotCase[] | null;
  /** What gates taught; likewise. */
  readonly lessons: readonly Lesson[] | null;
  /** Pools, what was asked of them, what they gave; likewise. */
  readonly pools: ExportedFactors['pools'] | null;
  readonly requests: ExportedFactors['requests'] | null;
  readonly allocations: ExportedFactors['allocations'] | null;
  readonly activities: ExportedPromotion['activities'] | null;
  readonly duties: ExportedPromotion['duties'] | null;
  readonly leads: ExportedPromotion['leads'] | null;
  readonly funds: ExportedPromotion['funds'] | null;
};
