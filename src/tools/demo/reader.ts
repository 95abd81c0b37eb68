import type { LocalDay } from '../../domain/day.js';
import type { Plan, PlanProject } from '../../domain/plan.js';
import { complete, indexLedger, type Understanding, understandLine } from '../../domain/report-line.js';
import type { Step } from './script.js';
import type { Where } from './speech.js';

/** The plan's people as the bot will see them: who owns what, and what it makes of their lines. */
export function openReader(plan: Plan) {
  const ledger = indexLedger(
    plan.projects.map((project) => ({
      ...project,
      milestones: project.milestones.map(({ name }) => ({ name, percent: null })),
    })),
  );
  const heads = new Map(plan.units.map((unit) => [unit.key, unit.head]));
  const owned = new Map<string, Set<string>>();
  for (const project of plan.projects) {
    for (const owner of [project.owner, ...project.milestones.map((milestone) => milestone.owner)]) {
      if (owner !== null) owned.set(owner, (owned.get(owner) ?? new Set()).add(project.code));
    }
  }
  const byCode = new Map(plan.projects.map((project) => [project.code, project]));

  const context = (person: string, where: Where, code: string, today: LocalDay) => ({
    today,
    surface: ({ command: 'progress', thread: 'thread', bot: 'message', mention: 'message' } as const)[where],
    ...(where === 'thread' ? { threadProject: code } : {}),
    owns: owned.get(person) ?? new Set<string>(),
    mayReport: (each: string) => owned.get(person)?.has(each) || heads.get(byCode.get(each)?.unit ?? '') === person,
  });

  return {
    /** Who answers for a milestone or the figures of a project: its owner, the unit's head where there is none. */
    reporter(project: PlanProject, milestone: string | null): string | null {
      const own = project.milestones.find((each) => each.name === milestone)?.owner ?? project.owner;
      return own ?? heads.get(project.unit) ?? null;
    },
    owns: (person: string): ReadonlySet<string> => owned.get(person) ?? new Set(),
    read: (text: string, person: string, where: Where, code: string, today: LocalDay): Understanding =>
      understandLine(text, ledger, context(person, where, code, today)),
    /** What comes of a question once a candidate is pressed. */
    answered: (asked: Understanding, choice: string, person: string, where: Where, today: LocalDay): Understanding =>
      asked.act === 'ask' ? complete(asked.partial, choice, ledger, context(person, where, '', today)) : asked,
  };
}

export type Reader = ReturnType<typeof openReader>;

/** Whether a line is understood as the step and as nothing else. */
export function saysExactly(understood: Understanding, step: Step): boolean {
  if (understood.act !== 'report' || understood.items.length !== 1) return false;
  const [item] = understood.items;
  if (!item) return false;
  const percent = item.done ? 100 : item.percent;
  return (
    item.project === step.code &&
    (item.milestone === step.milestone || (step.milestone === null && percent === null)) &&
    percent === step.percent &&
    item.forecast === null &&
    item.investment === step.investment &&
    (item.doneOn === step.doneOn || (step.doneOn === null && item.doneOn === step.on))
  );
}
