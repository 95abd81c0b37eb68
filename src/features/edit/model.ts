import type { LocalDay } from '../../domain/day.js';
import type { GateAtStake } from '../../domain/gate-at-stake.js';
import type { GoalMoved } from '../../domain/goals-moved.js';
import type { MilestoneFields, ProjectFields } from '../../domain/ledger-change.js';
import type { Stage, Words } from '../../domain/plan.js';
import type { MoveEffect } from '../../domain/postponement.js';
import type { LedgerMilestoneRow, LedgerProjectRow } from '../../store/ledger-projects.js';
import type { Contact } from '../../store/people.js';
import type { Postponement } from '../../store/postponements.js';

/** What it does to the county to take a project out, to call it another category or to let it rest. */
export type ChangeEffect = {
  readonly goals: readonly GoalMoved[];
  /** Obstacles of it that are not closed. */
  readonly obstacles: number;
  /** Open milestones about which nobody is asked any more; `owner`: the one who owns them all. */
  readonly unasked: number;
  readonly owner: Words | null;
};

export type Denied = { readonly kind: 'denied'; readonly why: string };

/** What the plan's keys are called, and who is spoken of. */
export type Named = {
  readonly people: ReadonlyMap<number, { readonly name: string; readonly nameEn: string }>;
  readonly units: ReadonlyMap<number, Words>;
  readonly categories: ReadonlyMap<string, Words>;
  readonly focusAreas: ReadonlyMap<string, Words>;
  readonly sites: ReadonlyMap<string, Words>;
};

/** What was changed of a project or of a milestone of it: only what is another now. */
export type Changed = {
  readonly kind: 'changed';
  readonly project: LedgerProjectRow;
  readonly milestone: string | null;
  readonly before: Partial<ProjectFields & MilestoneFields>;
  readonly after: Partial<ProjectFields & MilestoneFields>;
  readonly reason: string | null;
  readonly named: Named;
  readonly cause: string;
};

/** The later days that wait for one person's consent: how many, and those that are shown. */
export type WaitingPostponements = { readonly count: number; readonly shown: readonly SeenPostponement[] };

/** A change of which the later day waits for consent; `changed`: what else of it was made. */
export type AskedChange = {
  readonly kind: 'asked' | 'waiting';
  readonly seen: SeenPostponement;
  readonly changed: Changed | null;
};

export type MilestoneChanged =
  | ProjectChanged
  | AskedChange
  | { readonly kind: 'reason-needed' | 'day-needed' | 'nobody' };

export type ProjectChanged = Changed | Denied | { readonly kind: 'same' | 'stale' | 'gone' };

/** Which project is to be changed. `version`: the project as the person saw it, null where they saw none. */
export type Given = { readonly projectId: number; readonly version: number | null; readonly reason: string | null };

export type NewFields = Pick<ProjectFields, 'name' | 'category' | 'focusArea' | 'unitId'> &
  Partial<ProjectFields> & { readonly stage: Stage };

export type AddedProject = {
  readonly kind: 'added';
  readonly code: string;
  readonly name: string;
  readonly projectId: number;
  readonly cause: string;
};
export type ProjectAdded = AddedProject | Denied | { readonly kind: 'there'; readonly code: string };

export type AddedMilestone = {
  readonly kind: 'added';
  readonly project: LedgerProjectRow;
  readonly name: string;
  readonly cause: string;
};
export type MilestoneAdded = AddedMilestone | Denied | { readonly kind: 'gone' | 'there' };

/** A milestone that is to be done later, and why. */
export type WantedPostponement = {
  readonly projectId: number;
  readonly milestoneId: number;
  readonly to: LocalDay;
  readonly reason: string;
};

/** A wish to postpone with all that its messages say. */
export type SeenPostponement = {
  readonly postponement: Postponement;
  readonly project: LedgerProjectRow;
  readonly milestone: LedgerMilestoneRow;
  /** The day it was asked on: how late it was then. */
  readonly askedOn: LocalDay;
  /** The gates that its new day would pass. */
  readonly gates: readonly GateAtStake[];
  /** What it does to lights and pace; null where the project has the milestone no more. */
  readonly effect: MoveEffect | null;
  readonly askedBy: Contact | null;
  /** Who is asked. */
  readonly consenter: Contact | null;
  readonly decidedBy: Contact | null;
};

/** Why a milestone is not moved to a day. `nobody`: there is neither a sponsor nor a commander to consent. */
export type NotPostponed = 'not-later' | 'past' | 'done' | 'not-open' | 'nobody';

export type Postponed =
  | Changed
  /** It needs consent, and whoever gives it was asked. `waiting`: they had been asked before. */
  | { readonly kind: 'asked' | 'waiting'; readonly seen: SeenPostponement }
  | { readonly kind: 'gone' | 'stale' }
  | { readonly kind: NotPostponed }
  | Denied;

export type Consented =
  | { readonly kind: 'decided' | 'already'; readonly seen: SeenPostponement }
  | { readonly kind: 'gone' | 'stale' }
  | Denied;

export type EditUndone = { readonly kind: 'undone' | 'gone' | 'late' | 'stale' } | Denied;
