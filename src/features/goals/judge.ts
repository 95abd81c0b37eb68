import type { DigestGoal, GatedStanding } from '../../domain/digest/goals.js';
import { forecastOf, type Past } from '../../domain/digest/judgement.js';
import type { GateState } from '../../domain/gate.js';
import { shortestRescue } from '../../domain/rescue.js';
import type { SeenGoal } from './model.js';

/** A goal with what its next gate will see by its past, and what would still bring that gate home. */
export function judged(
  each: DigestGoal,
  gate: GateState | null,
  past: Past,
  standing: GatedStanding,
  hidden: ReadonlySet<string>,
): SeenGoal {
  const { lit, day } = standing;
  const plain = { ...each, today: day, gate, rescue: null, hidden };
  if (gate === null) return { ...plain, forecast: null };
  const { goal, state } = each;
  const forecast = forecastOf(each, gate, { ...standing, ...past }, { of: 'plan' });
  const danger = gate.held === 'behind' || (forecast.kind === 'pace' && !forecast.holds);
  const listed = goal.rule.by !== 'recorded' && goal.rule.by !== 'figures';
  if (!danger || !listed) return { ...plain, forecast };
  const owners = new Map(lit.map(({ project }) => [project.code, project.ownerName]));
  const { projects, enough } = shortestRescue(
    goal,
    state,
    gate,
    lit.map(({ project }) => project),
  );
  const named = projects
    .filter(({ code }) => !hidden.has(code))
    .map((project) => ({ ...project, person: owners.get(project.code) ?? null }));
  return { ...plain, forecast, rescue: { projects: named, enough, hidden: projects.length - named.length } };
}
