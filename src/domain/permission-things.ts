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
