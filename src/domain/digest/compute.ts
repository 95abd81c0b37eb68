import type { Cadence } from '../cadence.js';
import type { Instant, LocalDay } from '../day.js';
import type { DenominatorChange } from '../denominator-change.js';
import type { DigestScope, Light, Words } from '../plan.js';
import type { Program } from '../program.js';
import type { WorkCalendar } from '../workday.js';
import { type Events, eventsOf } from './events.js';
import { type DigestFactor, factorsOf } from './factors.js';
import type {
  AsOf,
  Change,
  ChangedProject,
  FactFactor,
  FactItem,
  FactMove,
  FactObstacle,
  FactProject,
  FactPromotion,
  FactSlip,
  FactStep,
  FactUnreported,
  FiguresChange,
  ScopeName,
  Taught,
} from './facts.js';
import { type GatedStanding, inScope, type LitProject, type Standing } from './goals.js';
import { type DigestItems, itemsOf } from './items.js';
import { type JudgedGoal, judgedGoals, type Past } from './judgement.js';
import { handles, obstaclesOf, type WaitingObstacle } from './obstacles.js';
import { type DigestPromotion, digestPromotion } from './promotion.js';
import { tellsUnits, type UnitFacts, unitFactsOf } from './unit-facts.js';

export type { ChangedProject } from './facts.js';
export type { LitProject } from './goals.js';
export type { JudgedGoal } from './judgement.js';

/** What was read for one moment of a program; every scope's digest is computed from it. */
export type Facts = GatedStanding &
  Past & {
    readonly cadence: Cadence;
    readonly calendar: WorkCalendar;
    /** Changes are those counted after this moment: that of the digest before. */
    readonly after: Instant;
    /** How the program stood then, as it is known now; null: before it was loaded. */
    readonly before: Standing | null;
    /** null: none was ever issued. */
    readonly slips: readonly FactSlip[] | null;
    /** Action items; null: none ever was decided. */
    readonly items: readonly FactItem[] | null;
    /** Pools; null: there never was any. */
    readonly factors: readonly FactFactor[] | null;
    /** null: promotion is not in use. */
    readonly promotion: FactPromotion | null;
    /** What was open then. */
    readonly obstaclesBefore: readonly FactObstacle[];
    readonly moves: readonly FactMove[];
    readonly steps: readonly FactStep[];
    /** Of projects that are red, the first day of it; null: nobody asks. */
    readonly redSince: ReadonlyMap<number, LocalDay> | null;
    /** Dates that waited for somebody's consent, by their projects. */
    readonly pending: readonly number[];
    /** The first working day that is in it, where digests before it were not sent; null: it is about its own time alone. */
    readonly since: LocalDay | null;
    readonly changes: readonly Change[];
    readonly figures: readonly FiguresChange[];
    readonly obstacles: readonly FactObstacle[];
    readonly unreported: readonly FactUnreported[];
    /** What the obstacles that were cleared within the time of a monthly digest teach; null: it is not monthly. */
    readonly lessons: Taught | null;
    /** What changed which projects goals count, in the same time as the changes. */
    readonly denominatorChanges: readonly DenominatorChange[];
    readonly scopes: readonly ScopeName[];
  };

/** A project about which nobody answered. */
export type Unreported = { readonly project: FactProject; readonly items: readonly FactUnreported[] };

/** What a digest says of one scope at one moment. */
export type Digest = {
  readonly program: Program;
  readonly scope: DigestScope;
  /** null: the whole plan. */
  readonly scopeName: Words | null;
  readonly day: LocalDay;
  readonly at: AsOf;
  readonly cadence: Cadence;
  readonly after: Instant;
  readonly since: LocalDay | null;
  readonly calendar: WorkCalendar;
  readonly goals: readonly JudgedGoal[];
  readonly events: Events;
  /** Counts of the digest before; null where that is not known. */
  readonly was: {
    readonly red: number;
    readonly amber: number;
    readonly green: number;
    readonly obstacles: number;
  } | null;
  /** Obstacles flagged and closed, promises kept and missed since. */
  readonly steps: readonly FactStep[];
  readonly redSince: ReadonlyMap<number, LocalDay> | null;
  readonly pending: number;
  readonly changed: readonly ChangedProject[];
  /** Milestones and figures that changed. */
  readonly changes: number;
  readonly red: readonly LitProject[];
  readonly amber: readonly LitProject[];
  readonly green: readonly LitProject[];
  /** Paused: kept in the goals, without a light. */
  readonly unlit: readonly LitProject[];
  readonly obstacles: readonly WaitingObstacle[];
  /** Supervision slips to its units, or about its projects; null: none was ever issued. */
  readonly slips: readonly FactSlip[] | null;
  /** What reviews decided, of a scope about its projects; null: nothing ever was. */
  readonly items: DigestItems | null;
  /** Pools of factors: of the whole plan all, of a unit what it gives of; null: there is none. */
  readonly factors: readonly DigestFactor[] | null;
  /** What the month asks of the county leaders; null: nothing, or it is not about the whole plan. */
  readonly promotion: DigestPromotion | null;
  /** Projects whose owners were asked on three working days without an answer, each with what they were asked about. */
  readonly unreported: readonly Unreported[];
  /** What each unit had due and did; empty where that is not told. */
  readonly units: readonly UnitFacts[];
  /** Of the monthly digest of the whole plan or of a unit; null where there are none to tell. */
  readonly lessons: Taught | null;
  readonly denominatorChanges: readonly DenominatorChange[];
  /** The plan's categories by their keys. */
  readonly categories: ReadonlyMap<string, Words>;
};

/** `units`: whether it tells what each unit had due and did; by itself where its cadence does. */
export function computeDigest(
  facts: Facts,
  scope: DigestScope,
  units = tellsUnits({ cadence: facts.cadence, scope }),
): Digest {
  const within = facts.lit.filter(({ project }) => inScope(project, scope));
  const open = within.filter(({ project }) => project.standing !== 'withdrawn');
  const changed = changedProjects(within, facts.changes.filter(says), facts.figures);
  const of = (light: Light | null) => open.filter(({ lit }) => lit.light === light);
  const withdrawn = new Set(facts.lit.flatMap(({ project }) => (project.standing === 'withdrawn' ? [project.id] : [])));
  const own = new Set(within.map(({ project }) => project.id));
  const isOwn = ({ projectId }: { readonly projectId: number }) => own.has(projectId);
  const denominatorChanges = facts.denominatorChanges.filter(isOwn);
  const steps = facts.steps.filter(isOwn);
  const moves = facts.moves.filter(isOwn);
  const obstacles = obstaclesOf(facts, scope, within);
  return {
    program: facts.program,
    scope,
    scopeName: scope.of === 'plan' ? null : scopeName(scope, facts.scopes),
    day: facts.day,
    at: facts.at,
    cadence: facts.cadence,
    after: facts.after,
    since: facts.since,
    calendar: facts.calendar,
    goals: judgedGoals(facts, scope),
    events: eventsOf({ within: open, before: facts.before, changed, moves, steps, denominatorChanges }),
    was: wasOf(facts, scope, (each) => isOwn(each) || handles(each, scope)),
    steps,
    redSince: facts.redSince,
    pending: facts.pending.filter((projectId) => own.has(projectId)).length,
    changed,
    changes: changed.reduce((sum, { changes, figures }) => sum + changes.length + (figures === null ? 0 : 1), 0),
    red: of('red'),
    amber: of('amber'),
    green: of('green'),
    unlit: of(null),
    obstacles,
    slips: slipsOf(facts.slips, scope, own),
    items: itemsOf(facts.items, scope, own, facts.day),
    factors: factorsOf(facts.factors, scope, facts.program, withdrawn),
    promotion: digestPromotion(facts.promotion, scope, facts),
    unreported: unreportedOf(facts.unreported, within),
    units: units ? unitFactsOf({ ...facts, within, steps, obstacles, timeZone: facts.program.timeZone }) : [],
    denominatorChanges,
    categories: new Map(facts.scopes.flatMap(({ of: kind, key, name }) => (kind === 'category' ? [[key, name]] : []))),
    lessons: lessonsIn(facts.lessons, scope),
  };
}

/** A unit's are those that it is to answer; of another scope those about its projects; the whole plan has all. */
function slipsOf(slips: Facts['slips'], scope: DigestScope, own: ReadonlySet<number>): Digest['slips'] {
  if (scope.of === 'plan' || slips === null) return slips;
  return slips.filter(({ unit, projectId }) =>
    scope.of === 'unit' ? unit === scope.key : projectId !== null && own.has(projectId),
  );
}

function wasOf(
  { before, obstaclesBefore }: Facts,
  scope: DigestScope,
  concerns: (each: FactObstacle) => boolean,
): Digest['was'] {
  if (before === null) return null;
  const lit = before.lit.filter(({ project }) => project.standing !== 'withdrawn' && inScope(project, scope));
  const count = (light: Light) => lit.filter((each) => each.lit.light === light).length;
  const obstacles = obstaclesBefore.filter(concerns).length;
  return { red: count('red'), amber: count('amber'), green: count('green'), obstacles };
}

/** What was learnt in the whole plan or in one unit; the other scopes cut across those who learn. */
function lessonsIn(taught: Taught | null, scope: DigestScope): Taught | null {
  if (taught === null) return null;
  const lessons =
    scope.of === 'plan' ? taught.lessons : scope.of === 'unit' ? taught.ofUnits.get(scope.key) : undefined;
  return lessons !== undefined && lessons.cleared > 0 ? { ...taught, lessons } : null;
}

function scopeName(scope: Exclude<DigestScope, { of: 'plan' }>, scopes: readonly ScopeName[]): Words {
  const found = scopes.find((each) => each.of === scope.of && each.key === scope.key);
  return found?.name ?? { zh: scope.key, en: scope.key };
}

/** By unit, then by code: so the list is read, and nobody is named before another. */
function unreportedOf(unreported: readonly FactUnreported[], within: readonly LitProject[]): readonly Unreported[] {
  const items = new Map<number, FactUnreported[]>();
  for (const each of unreported) items.set(each.projectId, [...(items.get(each.projectId) ?? []), each]);
  return within
    .flatMap(({ project }) => {
      const own = items.get(project.id);
      return own === undefined || project.standing !== 'open' ? [] : [{ project, items: own }];
    })
    .sort(
      (one, other) => compare(one.project.unit, other.project.unit) || compare(one.project.code, other.project.code),
    );
}

/** An answer that everything goes on as it was is no change. */
const says = ({ before, percent, forecast, forecastBefore, note }: Change): boolean =>
  percent !== before || forecast !== forecastBefore || !ON_PACE.test(note);
const ON_PACE = /^(?:|按序时推进|on pace|按计划|on plan)$/;

function changedProjects(
  within: readonly LitProject[],
  changes: readonly Change[],
  figures: readonly FiguresChange[],
): readonly ChangedProject[] {
  const projects = new Map(within.map(({ project }) => [project.id, project]));
  const changesOf = byProject(changes);
  const figuresOf = new Map(figures.map((change) => [change.projectId, change]));
  const ids = new Set([...changes, ...figures].sort((one, other) => other.at - one.at).map((each) => each.projectId));
  return [...ids].flatMap((id) => {
    const project = projects.get(id);
    if (project === undefined) return [];
    const ofProject = [...(changesOf.get(id) ?? [])].sort((one, other) => one.ordinal - other.ordinal);
    return [{ project, changes: ofProject, figures: figuresOf.get(id) ?? null }];
  });
}

function byProject(changes: readonly Change[]): ReadonlyMap<number, readonly Change[]> {
  const grouped = new Map<number, Change[]>();
  for (const change of changes) {
    const group = grouped.get(change.projectId);
    if (group === undefined) grouped.set(change.projectId, [change]);
    else group.push(change);
  }
  return grouped;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
