import type { LocalDay } from './day.js';
import type { GateState } from './gate.js';
import { type GoalState, stageDue } from './goal.js';
import { byOrdinal, isDone } from './milestone.js';
import type { PlanGoal, Stage } from './plan.js';
import type { ProjectState } from './project.js';

/** One project that would still make it, and what it has left to do. */
export type Rescue = {
  readonly code: string;
  readonly name: string;
  readonly owner: string | null;
  /** The day that its owner forecast, else the planned one; null for goals that do not wait for a day. */
  readonly expected: LocalDay | null;
  /** Open milestones on the way, or what is wanting in 10k yuan for goals in money. */
  readonly left: number;
};

/**
 * The shortest list of projects that would bring a gate in danger home: as many as are missing, the nearest first.
 * `enough` false: even all that could make it would not do. Nearest: expected before the gate, fewest open milestones
 * on the way, furthest along, earliest, then by code, so that two runs agree.
 */
export function shortestRescue(
  goal: PlanGoal,
  state: GoalState,
  gate: GateState,
  projects: readonly ProjectState[],
): { readonly projects: readonly Rescue[]; readonly enough: boolean } {
  if (gate.missing === 0) return { projects: [], enough: true };
  // Money in place is no list of projects.
  if (goal.rule.by === 'recorded' || goal.rule.by === 'figures') return { projects: [], enough: false };
  const open = new Set(state.notCounted.map(({ code }) => code));
  const candidates = projects
    .filter(({ code, standing }) => open.has(code) && standing === 'open')
    .map((project) => candidate(goal, project))
    .filter(({ expected }) => expected === null || expected <= gate.on)
    .sort(nearest);
  const chosen = candidates.slice(0, gate.missing);
  return {
    projects: chosen.map(({ percent: _, ...rescue }) => rescue),
    enough: chosen.length === gate.missing,
  };
}

type Candidate = Rescue & { readonly percent: number };

function candidate(goal: PlanGoal, project: ProjectState): Candidate {
  const { code, name, owner } = project;
  const { rule } = goal;
  if (rule.by === 'stage') return { code, name, owner, ...wayTo(project, rule.reached) };
  const done = project.doneInvestment ?? 0;
  const left = rule.by === 'investment' ? Math.max(0, (project.yearPlan ?? 0) - done) : 0;
  return { code, name, owner, expected: null, left, percent: 0 };
}

function wayTo(project: ProjectState, reached: Stage): Pick<Candidate, 'expected' | 'left' | 'percent'> {
  const milestones = [...project.milestones].sort(byOrdinal);
  const planned = stageDue(project, reached);
  const at = milestones.findIndex(({ stage }) => stage === reached);
  const bringing = milestones[at];
  // A start that no milestone brings: what the calendar puts before it, and the start itself.
  const way = bringing
    ? milestones.slice(0, at + 1)
    : milestones.filter(({ due }) => due !== null && due <= (planned ?? ''));
  const open = way.filter((milestone) => !isDone(milestone)).length;
  return {
    expected: bringing?.forecast ?? planned,
    left: bringing ? open : open + 1,
    percent: bringing?.percent ?? 0,
  };
}

function nearest(one: Candidate, other: Candidate): number {
  return (
    one.left - other.left ||
    other.percent - one.percent ||
    (one.expected ?? '').localeCompare(other.expected ?? '') ||
    one.code.localeCompare(other.code)
  );
}
