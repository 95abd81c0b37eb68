import type { LocalDay } from '../day.js';
import { type GateDays, type GoalValue, reaches } from '../gate.js';
import { evaluateGoal, type GoalContext, type GoalState } from '../goal.js';
import type { Lit } from '../light.js';
import type { DigestScope, PlanGate, PlanGoal } from '../plan.js';
import type { Program } from '../program.js';
import type { ProjectState } from '../project.js';
import type { AsOf, FactGoal, FactProject } from './facts.js';

export type LitProject = { readonly project: FactProject; readonly lit: Lit };

/** A program's projects and goals as they stood at one moment. */
export type Standing = {
  readonly program: Program;
  readonly day: LocalDay;
  readonly at: AsOf;
  /** The worst first; of a moment that is only looked back at, by code. */
  readonly lit: readonly LitProject[];
  readonly goals: readonly FactGoal[];
};

/** What is known of a day on which a gate has passed. */
export type GateEvening = {
  /** How the program stood at the end of it, by all that counts for that day. */
  readonly judged: Standing;
  /** Where some of that was told afterwards: how it stood by what was told until the end of each day, its own first. */
  readonly told: readonly { readonly on: LocalDay; readonly standing: Standing }[];
};

/** A standing, with what is known of the days on which gates of it have passed. */
export type GatedStanding = Standing & {
  readonly evenings: ReadonlyMap<LocalDay, GateEvening>;
  /** The first day on which a gate of the whole plan that was missed was met, by `gateKey`. */
  readonly met: ReadonlyMap<string, LocalDay>;
};

export const gateKey = ({ key }: Pick<PlanGoal, 'key'>, { on }: Pick<PlanGate, 'on'>): string => `${key} ${on}`;

/** A goal in a digest: over the scope's own projects, and without its target where it is not the whole plan. */
export type DigestGoal = {
  readonly goal: FactGoal;
  readonly state: GoalState;
  readonly whole: boolean;
  /** The codes that counted on the days of gates that have passed. */
  readonly countedOn: ReadonlyMap<LocalDay, readonly string[]>;
};

/**
 * The goals that say something about a scope. A target such as 20 projects is the plan's: of a part, only how many
 * of its projects count; what is recorded for the plan as a whole is left out of a part's digest, and so is a goal
 * that none of its projects belongs to.
 */
export function goalsOf(standing: GatedStanding, scope: DigestScope): readonly DigestGoal[] {
  const whole = scope.of === 'plan';
  const now = scoped(standing, scope);
  const evaluated = standing.goals
    .filter((goal) => whole || goal.rule.by !== 'recorded')
    .map((goal) => {
      const gated = whole || goal.measure === 'share' ? goal : { ...goal, gates: [] };
      const days = gateDays(standing, goal, scope);
      const state = evaluateGoal(gated, now.projects, { ...contextOf(now, goal), days });
      return { goal, whole, state, countedOn: countedOn(standing, goal, scope) };
    });
  return whole ? evaluated : evaluated.filter(({ state }) => state.counted.length + state.notCounted.length > 0);
}

function gateDays({ evenings, met }: GatedStanding, goal: FactGoal, scope: DigestScope): GateDays {
  return {
    valueOn: (day) => {
      const evening = evenings.get(day);
      return evening === undefined ? null : (valueThen(evening.judged, goal, scope) ?? 'not-entered');
    },
    toldOn: (gate) => {
      const [own, ...later] = evenings.get(gate.on)?.told ?? [];
      const reached = (then: Standing) => reaches(stateIn(scoped(then, scope), goal).value, gate.value);
      if (own === undefined || reached(own.standing)) return null;
      return later.find(({ standing }) => reached(standing))?.on ?? null;
    },
    metOn: (gate) => (scope.of === 'plan' ? (met.get(gateKey(goal, gate)) ?? null) : null),
  };
}

function countedOn(
  { evenings, day }: GatedStanding,
  goal: FactGoal,
  scope: DigestScope,
): ReadonlyMap<LocalDay, readonly string[]> {
  if (goal.rule.by === 'recorded') return new Map();
  const passed = goal.gates.flatMap(({ on }) => {
    const evening = on < day ? evenings.get(on) : undefined;
    return evening === undefined ? [] : [[on, evening.judged] as const];
  });
  return new Map(passed.map(([on, then]) => [on, stateIn(scoped(then, scope), goal).counted.map(({ code }) => code)]));
}

/** The value of a goal in an earlier standing; null where nothing was recorded by then. */
export function valueThen(standing: Standing, goal: FactGoal, scope: DigestScope = { of: 'plan' }): GoalValue | null {
  const then = standing.goals.find(({ key }) => key === goal.key);
  if (goal.rule.by === 'recorded' && (then?.recorded ?? null) === null) return null;
  return stateIn(scoped(standing, scope), goal).value;
}

type Scoped = {
  readonly standing: Standing;
  readonly projects: readonly FactProject[];
  readonly lights: ReadonlyMap<string, LitProject>;
  /** What goals were found to be already, by their keys. */
  readonly states: Map<string, GoalState>;
};

/** What was cut out of a standing, kept as long as that is: many channels read the same scope of one evening. */
const cuts = new WeakMap<Standing, Map<string, Scoped>>();

function scoped(standing: Standing, scope: DigestScope): Scoped {
  const kept = cuts.get(standing) ?? new Map<string, Scoped>();
  cuts.set(standing, kept);
  const key = scope.of === 'plan' ? '' : `${scope.of}:${scope.key}`;
  const cut = kept.get(key) ?? cutOut(standing, scope);
  kept.set(key, cut);
  return cut;
}

function cutOut(standing: Standing, scope: DigestScope): Scoped {
  const within = standing.lit.filter(({ project }) => inScope(project, scope));
  return {
    standing,
    projects: within.map(({ project }) => project).sort((one, other) => (one.code < other.code ? -1 : 1)),
    lights: new Map(within.map((each) => [each.project.code, each])),
    states: new Map(),
  };
}

function stateIn(then: Scoped, goal: FactGoal): GoalState {
  const state = then.states.get(goal.key) ?? evaluateGoal({ ...goal, gates: [] }, then.projects, contextOf(then, goal));
  then.states.set(goal.key, state);
  return state;
}

function contextOf({ standing, lights }: Scoped, goal: FactGoal): GoalContext {
  const { program, day, goals } = standing;
  return {
    today: day,
    programFrom: program.from,
    programTo: program.to,
    recorded: goals.find(({ key }) => key === goal.key)?.recorded ?? 0,
    light: (project) => lights.get(project.code)?.lit.light ?? null,
  };
}

/** Whether a project belongs to what a digest is cut by. */
export function inScope(project: ProjectState, scope: DigestScope): boolean {
  switch (scope.of) {
    case 'plan':
      return true;
    case 'unit':
      return project.unit === scope.key;
    case 'sponsor':
      return project.sponsor === scope.key;
    case 'category':
      return project.category === scope.key;
    case 'site':
      return project.site === scope.key;
    case 'focus-area':
      return project.focusArea === scope.key;
  }
}
