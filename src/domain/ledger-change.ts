import type { LocalDay } from './day.js';
import type { Stage } from './plan.js';
import type { ProjectStanding } from './project.js';

/** What the ledger says of a project and a person may change. Amounts in 10k yuan; keys are the plan's. */
export type ProjectFields = {
  readonly name: string;
  readonly category: string;
  readonly focusArea: string;
  readonly unitId: number;
  readonly ownerId: number | null;
  /** The position (岗位) that owns it, when it is the position's holder who does. */
  readonly ownerPositionId: number | null;
  readonly sponsorId: number | null;
  readonly sponsorPositionId: number | null;
  readonly site: string | null;
  readonly standing: ProjectStanding;
  readonly totalInvestment: number | null;
  readonly yearPlan: number | null;
  readonly startDay: LocalDay | null;
  readonly endDay: LocalDay | null;
  readonly content: string | null;
  readonly problem: string | null;
  readonly remark: string | null;
  /** Of a paused project: why, and the last day of the pause. */
  readonly pauseReason: string | null;
  readonly pausedUntil: LocalDay | null;
};

/** What the ledger says of a milestone; what was reported on it is no part of the ledger. */
export type MilestoneFields = {
  readonly name: string;
  readonly due: LocalDay | null;
  /** null: the project's owner. */
  readonly ownerId: number | null;
  readonly ownerPositionId: number | null;
  /** The stage that it brings when done. */
  readonly stage: Stage | null;
};

export type NewMilestone = Pick<MilestoneFields, 'name' | 'due'> & Partial<MilestoneFields>;

export type NewProject = Pick<ProjectFields, 'name' | 'category' | 'focusArea' | 'unitId'> &
  Partial<ProjectFields> & {
    readonly code: string;
    /** Where it stands as it comes in. */
    readonly stage: Stage;
    readonly nicknames: readonly string[];
    readonly milestones: readonly NewMilestone[];
  };

/**
 * One change of the ledger. `before` holds what the changed fields were when it was decided: where they are something
 * else by now, somebody was quicker, and nothing is changed.
 */
export type LedgerChange =
  | { readonly kind: 'add-project'; readonly project: NewProject }
  | {
      readonly kind: 'change-project';
      readonly projectId: number;
      readonly before: Partial<ProjectFields>;
      readonly after: Partial<ProjectFields>;
      readonly reason: string | null;
    }
  | { readonly kind: 'add-milestone'; readonly projectId: number; readonly milestone: NewMilestone }
  | {
      readonly kind: 'change-milestone';
      readonly projectId: number;
      readonly milestoneId: number;
      readonly before: Partial<MilestoneFields>;
      readonly after: Partial<MilestoneFields>;
      readonly reason: string | null;
    };
