import type { LocalDay } from '../domain/day.js';
import type { FactProject } from '../domain/digest/facts.js';
import { isDone, type MilestoneState } from '../domain/milestone.js';
import type { Stage, StageTable, Words } from '../domain/plan.js';
import type { ProjectStanding } from '../domain/project.js';
import { stageReached } from '../domain/stage.js';

export type Overdue = { readonly number: number; readonly deadline: LocalDay; readonly ordinal: number | null };

/**
 * name, ordinal, due, percent, done on, forecast, reported on, stage, the id of the report that said so (null: none did, or
 * nobody asked), the day it was known to be done on beforehand: an array, because 100,000 of them are read.
 */
export type MilestoneRow = readonly [
  string,
  number,
  LocalDay | null,
  number | null,
  LocalDay | null,
  LocalDay | null,
  LocalDay | null,
  Stage | null,
  number | null,
  LocalDay | null,
];

export type ProjectRow = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly nickname: string | null;
  readonly category: string;
  readonly focusArea: string;
  readonly site: string | null;
  readonly standing: ProjectStanding;
  readonly firstStage: Stage;
  readonly startDay: LocalDay | null;
  readonly endDay: LocalDay | null;
  readonly totalInvestment: number | null;
  readonly yearPlan: number | null;
  readonly doneInvestment: number | null;
  readonly unitId: number;
  readonly unit: string;
  readonly unitName: Words;
  readonly ownerId: number | null;
  readonly owner: string | null;
  readonly ownerName: string | null;
  readonly ownerNameEn: string | null;
  readonly sponsorId: number | null;
  readonly sponsor: string | null;
  readonly sponsorName: string | null;
  readonly sponsorNameEn: string | null;
  readonly milestones: readonly MilestoneRow[] | null;
};

export function projectOf(row: ProjectRow, overdue: readonly Overdue[], stages: StageTable): FactProject {
  const { firstStage, startDay, endDay, milestones: rows, ownerNameEn, sponsorNameEn, ...rest } = row;
  const plain = (rows ?? []).map(milestoneOf);
  return {
    ...rest,
    start: startDay,
    end: endDay,
    stage: stageReached(firstStage, plain, stages),
    milestones: overdue.length === 0 ? plain : blocked(plain, overdue),
    ownerName: named(row.ownerName, ownerNameEn),
    sponsorName: named(row.sponsorName, sponsorNameEn),
  };
}

function milestoneOf([
  name,
  ordinal,
  due,
  percent,
  doneOn,
  forecast,
  lastReportOn,
  stage,
]: MilestoneRow): MilestoneState {
  return { name, ordinal, due, percent: percent ?? 0, doneOn, forecast, lastReportOn, stage };
}

/** An obstacle that names no milestone stops the one that comes next. The longest overdue is the one that is said. */
function blocked(milestones: readonly MilestoneState[], overdue: readonly Overdue[]): readonly MilestoneState[] {
  const next = milestones.find((milestone) => !isDone(milestone))?.ordinal;
  const first = new Map<number, Overdue>();
  for (const obstacle of overdue) {
    const ordinal = obstacle.ordinal ?? next;
    if (ordinal !== undefined && !first.has(ordinal)) first.set(ordinal, obstacle);
  }
  return milestones.map((milestone) => {
    const obstacle = first.get(milestone.ordinal);
    if (obstacle === undefined) return milestone;
    return { ...milestone, blockedPastDeadline: { number: obstacle.number, deadline: obstacle.deadline } };
  });
}

function named(zh: string | null, en: string | null): Words | null {
  return zh === null ? null : { zh, en: en ?? zh };
}
