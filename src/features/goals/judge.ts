import type { DigestGoal, GatedStanding } from '../../domain/digest/goals.js';
import { forecastOf, judgementOf, NEAR_DAYS, type Past } from '../../domain/digest/judgement.js';
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
  const { goal, state } = each;
  const forecast = gate === null ? null : forecastOf(each, gate, { ...standing, ...past }, { of: 'plan' });
  const judgement = judgementOf(each, gate, forecast);
  const plain = { ...each, today: day, gate, forecast, judgement, rescue: null, hidden };
  if (gate === null) return plain;
  const danger = gate.missing > 0 && (judgement === 'miss' || gate.daysLeft <= NEAR_DAYS);
  const listed = goal.rule.by !== 'recorded' && goal.rule.by !== 'figures';
  if (!danger || !listed) return plain;
  const owners = new Map(lit.map(({ project }) => [project.code, project.ownerName]));
  const { projects, enough } = shortestRescue(goal, state, gate, lit);
  const named = projects
    .filter(({ code }) => !hidden.has(code))
    .map((project) => ({ ...project, person: owners.get(project.code) ?? null }));
  return { ...plain, rescue: { projects: named, enough, hidden: projects.length - named.length } };
}
