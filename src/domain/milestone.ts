import type { LocalDay } from './day.js';
import type { Stage } from './plan.js';

/** An open obstacle of a milestone whose rung let its deadline pass. */
export type BlockedPastDeadline = { readonly number: number; readonly deadline: LocalDay };

/** A milestone (节点) as it stands: the plan's part and what the reports made of it. */
export type MilestoneState = {
  readonly name: string;
  /** Its place in the roadmap, rising; not necessarily without gaps. */
  readonly ordinal: number;
  readonly due: LocalDay | null;
  /** 0-100, of the newest report; 0 where there is none. */
  readonly percent: number;
  readonly doneOn: LocalDay | null;
  /** The completion day that the owner announced, if any. */
  readonly forecast: LocalDay | null;
  readonly lastReportOn: LocalDay | null;
  /** The stage that finishing it brings. */
  readonly stage: Stage | null;
  readonly blockedPastDeadline?: BlockedPastDeadline | null;
};

/** 100 % is done, whether or not a day was given. */
export function isDone(milestone: MilestoneState): boolean {
  return milestone.doneOn !== null || milestone.percent >= 100;
}

/** Two milestones in the order of their roadmap. */
export function byOrdinal(one: MilestoneState, other: MilestoneState): number {
  return one.ordinal - other.ordinal;
}

/**
 * The later finished milestone that proves this one finished too, or null: a project whose 开工 is done has its 用地
 * done. It counts only for what was due before the program's first report (`reportingSince`), when nobody was asked
 * yet; whatever fell due since has to be reported.
 */
export function impliedDoneBy(
  milestone: MilestoneState,
  milestones: readonly MilestoneState[],
  reportingSince: LocalDay,
): MilestoneState | null {
  if (isDone(milestone) || milestone.due === null || milestone.due >= reportingSince) return null;
  return milestones.find((other) => other.ordinal > milestone.ordinal && isDone(other)) ?? null;
}
