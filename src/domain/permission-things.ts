import type { Instant } from './day.js';
import type { DigestScope, Rung } from './plan.js';

// What the rules of permission.ts look at, a type a thing.

/** Whatever is acted on belongs to a program; nobody acts across programs. */
export type OfProgram = { readonly programId: number };

/** A project with what the rules ask about it. null: it has none. */
export type ProjectThing = OfProgram & {
  readonly ownerId: number | null;
  /** Who own it beside its owner. */
  readonly coOwnerIds?: readonly number[];
  readonly unitId: number | null;
  readonly sponsorId: number | null;
  /** Owners of single milestones, where they matter: seeing the project. */
  readonly milestoneOwnerIds?: readonly number[];
};

/** A milestone: its project, and the owner of its own where it has one. */
export type MilestoneThing = ProjectThing & { readonly milestoneOwnerId: number | null };

/** A report that somebody wants to take back or change. */
export type ReportThing = ProjectThing & {
  readonly authorId: number;
  readonly recordedAt: Instant;
  readonly now: Instant;
  /** Whether no later report of its milestone (or of the project's figures) stands. */
  readonly newest: boolean;
};

/** An obstacle with its project: who raised it, who has it now. */
export type ObstacleThing = ProjectThing & {
  readonly raisedById: number;
  readonly rung: Rung;
  readonly departmentId: number | null;
  readonly holderId: number | null;
  readonly claimedById: number | null;
  /** Who is asked whether it is so; who is asked to consent to a later promise. */
  readonly confirmerId?: number | null;
  readonly consenterId?: number | null;
};

/** A slip with the unit to which it goes, and the project that it is about, where it is about one. */
export type SlipThing = OfProgram & {
  readonly slipUnitId: number;
  readonly ownerId: number | null;
  readonly coOwnerIds?: readonly number[];
  readonly sponsorId: number | null;
  readonly milestoneOwnerId: number | null;
};

/** An action item: who is to do it, and the project that it is about, where it is about one. */
export type ItemThing = OfProgram & {
  readonly itemOwnerId: number;
  readonly ownerUnitIds: readonly number[];
  readonly ownerId: number | null;
  readonly sponsorId: number | null;
};

/** A visit to a firm, with who sponsors its project. */
export type VisitThing = OfProgram & { readonly sponsorId: number | null };

/** A factor of the plan with the department that has it, where one does. */
export type FactorThing = OfProgram & { readonly departmentId: number | null };

/** A digest's scope with the ids that its key stands for. */
export type ScopeThing = OfProgram & {
  readonly of: DigestScope['of'];
  readonly unitId: number | null;
  readonly sponsorId: number | null;
};

/** A milestone that somebody wants to move to a later day; who is asked to consent, and whose project it is. */
export type PostponementThing = OfProgram & {
  readonly consenterId: number;
  readonly sponsorId: number | null;
  readonly askedById: number;
};

/** A change of the ledger that somebody made. */
export type EditThing = OfProgram & { readonly authorId: number | null };

/** A list of what somebody owns, theirs or another's. */
export type PersonThing = OfProgram & { readonly personId: number; readonly unitIds: readonly number[] };

/** What `/promotion` keeps: the units that promote and that confirm money; null: the plan names none. */
export type PromotionThing = OfProgram & { readonly officeId: number | null; readonly financeId: number | null };

/** An activity, or a leader's month: whose it is, and who wrote it down. */
export type ActivityThing = PromotionThing & { readonly leaderId: number; readonly recordedById?: number };

/** A lead: who told of it, the first and those who joined. */
export type LeadThing = PromotionThing & { readonly firstById: number; readonly joinedIds: readonly number[] };

/** Money that waits for a second person. */
export type MoneyThing = PromotionThing & { readonly enteredById: number };

/**
 * Every action there is, with the thing that its rule looks at. A feature adds a line here and a rule in
 * permission.ts; the compiler wants both.
 */
export type Things = {
  'report-milestone': MilestoneThing;
  'report-figures': ProjectThing;
  'undo-report': ReportThing;
  'amend-report': ReportThing;
  'see-project': ProjectThing;
  'issue-slip': OfProgram;
  'see-slip': SlipThing;
  /** Sign it, answer it, ask for more time. */
  'answer-slip': SlipThing;
  /** Accept or return an answer, grant or refuse time, make it red, void it. */
  'judge-slip': SlipThing;
  /** Write down what a review decided, and what became of it: held, not held, merged. */
  'lead-review': OfProgram;
  /** Ask a firm on a visit what it needs, or go on another day. */
  'visit-firm': VisitThing;
  'see-item': ItemThing;
  /** Say that it is done, or by which later day. */
  'answer-item': ItemThing;
  /** Drop it, or say that it stays. */
  'judge-item': ItemThing;
  /** Its pool, and who waits for it. */
  'see-factor': FactorThing;
  /** Open a pool, allocate, take back. */
  'manage-factor': FactorThing;
  'ask-factor': ProjectThing;
  /** The lists behind its numbers. */
  'see-promotion': PromotionThing;
  /** Who is short of the month's activity. */
  'see-duty': PromotionThing;
  'record-activity': ActivityThing;
  'undo-activity': ActivityThing;
  'excuse-month': ActivityThing;
  'report-lead': OfProgram;
  'see-lead': LeadThing;
  /** Say whether it is worth pursuing. */
  'judge-lead': PromotionThing;
  /** Say that its investor was answered, and whom to call. */
  'work-lead': LeadThing;
  /** Raise a shackle that trips propose, or not. */
  'judge-trips': OfProgram;
  'enter-money': PromotionThing;
  /** A spreadsheet of activities, leads and vouchers: preview it, record it, take it back. */
  'import-promotion': PromotionThing;
  'confirm-money': MoneyThing;
  'see-digest': ScopeThing;
  'see-goals': OfProgram;
  'record-goal': OfProgram;
  'see-owned': PersonThing;
  'flag-obstacle': OfProgram;
  'see-obstacle': ObstacleThing;
  'work-obstacle': ObstacleThing;
  'verify-obstacle': ObstacleThing;
  'withdraw-obstacle': ObstacleThing;
  /** Say what its matter and kind are after all. */
  'sort-obstacle': ObstacleThing;
  /** As a leader whose rung is not below it: take it up, hand it over. */
  'lead-obstacle': ObstacleThing;
  'confirm-obstacle': ObstacleThing;
  'confirm-urgent': ObstacleThing;
  'consent-promise': ObstacleThing;
  instruct: ProjectThing;
  nudge: ProjectThing;
  'set-ladder': OfProgram;
  'enter-leave': PersonThing;
  'postpone-milestone': MilestoneThing;
  'consent-postponement': PostponementThing;
  'undo-edit': EditThing;
  'make-code': PersonThing;
  'tie-account': OfProgram;
  'change-roles': OfProgram;
  'change-positions': OfProgram;
  'share-project': ProjectThing;
  'hand-over': OfProgram;
  'answer-complaint': OfProgram;
  'see-burden': OfProgram;
  'subscribe-channel': OfProgram;
  'load-plan': OfProgram;
  'edit-ledger': OfProgram;
  /** What an export holds is filtered by `see-project` and `see-obstacle`. */
  'export-ledger': OfProgram;
  'manage-programs': OfProgram;
};
export type PermittedAction = keyof Things;
