import type { LocalDay } from './day.js';
import { isDone, type MilestoneState } from './milestone.js';
import { milestonePace } from './pace.js';
import type { Stage } from './plan.js';

export const STANDINGS = ['open', 'paused', 'withdrawn'] as const;
/** `paused` keeps the project in the goals but takes its light; `withdrawn` takes it out of both. */
export type ProjectStanding = (typeof STANDINGS)[number];

/** A project (项目) as it stands on a day: what lights, goals and digests are computed from. Amounts in 10k yuan. */
export type ProjectState = {
  readonly code: string;
  readonly name: string;
  /** Keys of the plan. */
  readonly category: string;
  readonly focusArea: string;
  readonly unit: string;
  readonly owner: string | null;
  readonly sponsor: string | null;
  readonly site: string | null;
  readonly stage: Stage;
  readonly standing: ProjectStanding;
  /** Planned start and end of the works. */
  readonly start: LocalDay | null;
  readonly end: LocalDay | null;
  readonly totalInvestment: number | null;
  readonly yearPlan: number | null;
  /** Done this year so far; null where nothing was reported. */
  readonly doneInvestment: number | null;
  readonly milestones: readonly MilestoneState[];
};

/** How far a project is and how far the calendar expects it, percent 0-100: every milestone weighs the same. */
export type ProjectProgress = { readonly percent: number; readonly pace: number | null };

export function projectProgress(project: ProjectState, today: LocalDay, programFrom: LocalDay): ProjectProgress {
  const { milestones } = project;
  if (milestones.length === 0) return { percent: 0, pace: null };
  const percents = milestones.map((milestone) => (isDone(milestone) ? 100 : milestone.percent));
  const paces = milestones
    .map((milestone) => milestonePace(milestone, project, today, programFrom))
    .filter((pace) => pace !== null);
  return { percent: average(percents), pace: paces.length === 0 ? null : average(paces) };
}

function average(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
