import type { LocalDay } from './day.js';
import type { GateState } from './gate.js';
import { type GoalState, stageDue } from './goal.js';
import type { Lit } from './light.js';
import { byOrdinal, isDone } from './milestone.js';
import { LIGHTS, type Light, type PlanGoal, type Stage } from './plan.js';
import type { ProjectState } from './project.js';

/** One project that would still make it, and what it has left to do. */
export type Rescue = {
  readonly code: string;
  readonly name: string;
  readonly owner: string | null;
  /** The newest step before it that is done; null: none is. */
  readonly ready: string | null;
  /** The day that its owner forecast, else the planned one; null for goals that do not wait for a day. */
  readonly expected: LocalDay | null;
  /** The milestone that brings it, and how far that is, percent 0-100; null: none does. */
  readonly step: string | null;
  readonly percent: number;
  /** The day that its owner forecast for that; null: none. */
  readonly forecast: LocalDay | null;
  /** Open milestones on the way, reasons of a light that is too bad, or what is wanting in 10k yuan for goals in money. */
  readonly left: number;
};

/**
 * The shortest list of projects that would bring a gate in danger home: as many as are missing and `spare` more, the nearest
 * first. None whose own earlier step comes only after the gate.
 * `enough` false: even all that could make it would not do. Nearest: expected before the gate, fewest open milestones
 * on the way, furthest along, earliest, then by code, so that two runs agree.
 */
export function shortestRescue(
  goal: PlanGoal,
  state: GoalState,
  gate: GateState,
  projects: readonly { readonly project: ProjectState; readonly lit: Lit }[],
  spare = 0,
): { readonly projects: readonly Rescue[]; readonly enough: boolean } {
  if (gate.missing === 0) return { projects: [], enough: true };
  // Money in place is no list of projects.
  if (goal.rule.by === 'recorded' || goal.rule.by === 'figures') return { projects: [], enough: false };
  const open = new Set(state.notCounted.map(({ code }) => code));
  const candidates = projects
    .filter(({ project: { code, standing } }) => open.has(code) && standing === 'open')
    .map(({ project, lit }) => candidate(goal, project, lit))
    .filter(({ latest }) => latest === null || latest <= gate.on)
    .sort(nearest);
  return {
    projects: candidates.slice(0, gate.missing + spare).map(({ latest: _, ...rescue }) => rescue),
    enough: candidates.length >= gate.missing,
  };
}

/** `latest`: the last day of any step on the way. */
type Candidate = Rescue & { readonly latest: LocalDay | null };

function candidate(goal: PlanGoal, project: ProjectState, lit: Lit): Candidate {
  const { code, name, owner } = project;
  const { rule } = goal;
  if (rule.by === 'stage') return { code, name, owner, ...wayTo(project, rule.reached) };
  if (rule.by === 'light') return { code, name, owner, ...wayToLight(project, lit, rule.notWorseThan) };
  const done = project.doneInvestment ?? 0;
  const left = rule.by === 'investment' ? Math.max(0, (project.yearPlan ?? 0) - done) : 0;
  return { code, name, owner, expected: null, latest: null, left, step: null, percent: 0, ready: null, forecast: null };
}

/** What keeps a project from a light that counts: how many reasons, and of the gravest its milestone. What has not to begin before the gate cannot count. */
function wayToLight(
  project: ProjectState,
  { reasons }: Lit,
  notWorseThan: Light,
): Pick<Candidate, 'expected' | 'latest' | 'left' | 'step' | 'percent' | 'ready' | 'forecast'> {
  const worse = reasons.filter(({ light }) => light !== null && LIGHTS.indexOf(light) > LIGHTS.indexOf(notWorseThan));
  const [gravest] = worse;
  const name = gravest !== undefined && 'milestone' in gravest ? gravest.milestone : null;
  const milestone = project.milestones.find((each) => each.name === name);
  return {
    expected: null,
    latest: project.start,
    left: worse.length,
    step: milestone?.name ?? null,
    percent: milestone?.percent ?? 0,
    ready: null,
    forecast: milestone?.forecast ?? null,
  };
}

function wayTo(
  project: ProjectState,
  reached: Stage,
): Pick<Candidate, 'expected' | 'latest' | 'left' | 'step' | 'percent' | 'ready' | 'forecast'> {
  const milestones = [...project.milestones].sort(byOrdinal);
  const planned = stageDue(project, reached);
  const at = milestones.findIndex(({ stage }) => stage === reached);
  const bringing = milestones[at];
  // A start that no milestone brings: what the calendar puts before it, and the start itself.
  const way = bringing
    ? milestones.slice(0, at + 1)
    : milestones.filter(({ due }) => due !== null && due <= (planned ?? ''));
  const open = way.filter((milestone) => !isDone(milestone));
  const expected = bringing?.forecast ?? planned;
  const days = [expected, ...open.map(({ due, forecast }) => forecast ?? due)].filter((day) => day !== null);
  return {
    expected,
    latest: days.sort().at(-1) ?? null,
    left: bringing ? open.length : open.length + 1,
    step: bringing?.name ?? null,
    percent: bringing?.percent ?? 0,
    ready: way.findLast((milestone) => isDone(milestone))?.name ?? null,
    forecast: bringing?.forecast ?? null,
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
