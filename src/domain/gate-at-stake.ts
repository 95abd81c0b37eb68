import type { LocalDay } from './day.js';
import type { PlanGoal, Stage, Words } from './plan.js';
import type { ProjectStanding } from './project.js';
import { atLeast } from './stage.js';

/** A gate that a milestone would miss by its new day. */
export type GateAtStake = { readonly goal: Words; readonly on: LocalDay };

type Step = {
  readonly id: number;
  readonly due: LocalDay | null;
  readonly doneOn: LocalDay | null;
  readonly stage: Stage | null;
};

type Project = {
  readonly category: string;
  readonly standing: ProjectStanding;
  readonly stage: Stage;
  /** In the order of the roadmap. */
  readonly milestones: readonly Step[];
};

/**
 * The coming gates that depend on a milestone: of goals that count projects by their stage, where this milestone is the first to
 * bring that stage, and its day is in time. Gates that are over depend on nothing.
 */
export function dependingGates(
  goals: readonly Pick<PlanGoal, 'name' | 'rule' | 'gates'>[],
  project: Project,
  milestoneId: number,
  today: LocalDay,
): readonly GateAtStake[] {
  if (project.standing === 'withdrawn') return [];
  return goals.flatMap(({ name, rule, gates }) => {
    if (rule.by !== 'stage' || atLeast(project.stage, rule.reached)) return [];
    if (rule.categories.length > 0 && !rule.categories.includes(project.category)) return [];
    const brings = project.milestones.find(
      ({ stage, doneOn }) => doneOn === null && stage !== null && atLeast(stage, rule.reached),
    );
    if (brings?.id !== milestoneId) return [];
    const { due } = brings;
    return gates.filter(({ on }) => on >= today && (due === null || due <= on)).map(({ on }) => ({ goal: name, on }));
  });
}

/** Those of them that the milestone's new day would pass. */
export const atStake = (depending: readonly GateAtStake[], to: LocalDay): readonly GateAtStake[] =>
  depending.filter(({ on }) => to > on);
