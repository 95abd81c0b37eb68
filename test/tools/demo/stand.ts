import type { LocalDay } from '../../../src/domain/day.js';
import { projectLight } from '../../../src/domain/light.js';
import type { Plan } from '../../../src/domain/plan.js';
import type { ProjectState } from '../../../src/domain/project.js';
import { stageReached } from '../../../src/domain/stage.js';
import type { Act } from '../../../src/tools/demo/act.js';
import type { Step } from '../../../src/tools/demo/script.js';

/** The steps that stand when all acts are done: what was undone or amended is left out. In order. */
export function standing(acts: readonly Act[]): Step[] {
  const steps: { as: string; steps: readonly Step[] }[] = [];
  for (const { as, expect } of acts) {
    if (expect.is === 'undone' || expect.is === 'amended') {
      const place = steps.findLastIndex((each) => each.as === as);
      if (place >= 0) steps.splice(place, 1);
    }
    if (expect.is === 'kept' || expect.is === 'amended') steps.push({ as, steps: expect.steps });
  }
  return steps.flatMap((each) => each.steps);
}

/** The projects as these steps leave them. */
export function projectsAfter(plan: Plan, steps: readonly Step[]): ProjectState[] {
  return plan.projects.map((project) => {
    const own = steps.filter((step) => step.code === project.code);
    const milestones = project.milestones.map((milestone, ordinal) => {
      const last = own.filter((step) => step.milestone === milestone.name).at(-1);
      return {
        ...milestone,
        ordinal,
        percent: last?.percent ?? 0,
        doneOn: last?.percent === 100 ? (last.doneOn ?? last.on) : null,
        forecast: null,
        lastReportOn: last?.on ?? null,
      };
    });
    return {
      ...project,
      standing: 'open' as const,
      stage: stageReached(project.stage, milestones, plan.stages),
      doneInvestment: own.flatMap((step) => step.investment ?? []).at(-1) ?? null,
      milestones,
    };
  });
}

export function lightsOn(plan: Plan, projects: readonly ProjectState[], today: LocalDay, reportingSince: LocalDay) {
  return projects.map((project) => ({
    project,
    ...projectLight(project, { today, programFrom: plan.from, reportingSince, policy: plan.light }),
  }));
}
