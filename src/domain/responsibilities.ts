import type { Words } from './plan.js';

/** What somebody holds that another would have to take over. */
export type Responsibilities = {
  /** Owned and sponsored; withdrawn ones are nobody's work. */
  readonly projects: readonly HeldProject[];
  readonly sponsored: readonly HeldProject[];
  /** Single milestones of theirs that are not done. */
  readonly milestones: readonly HeldMilestone[];
  /** Units of which they are the named head. */
  readonly units: readonly { readonly id: number; readonly name: Words; readonly positionId: number | null }[];
  /** Obstacles that wait on them by name or by claim. */
  readonly obstacles: readonly {
    readonly id: number;
    readonly number: number;
    readonly code: string;
    readonly text: string;
  }[];
};

export type HeldProject = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly positionId: number | null;
};

export type HeldMilestone = {
  readonly id: number;
  readonly projectId: number;
  readonly code: string;
  readonly name: string;
  readonly ownerId: number | null;
  readonly positionId: number | null;
};

export const NO_RESPONSIBILITIES: Responsibilities = {
  projects: [],
  sponsored: [],
  milestones: [],
  units: [],
  obstacles: [],
};

export const responsibilityCount = (work: Responsibilities): number =>
  work.projects.length + work.sponsored.length + work.milestones.length + work.units.length + work.obstacles.length;
