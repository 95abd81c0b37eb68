import { addDays, type LocalDay } from '../../../domain/day.js';
import {
  type DigestGoal,
  type GatedStanding,
  goalsOf,
  type LitProject,
  type Standing,
  valueThen,
} from '../../../domain/digest/goals.js';
import { FORECAST_WINDOW_DAYS, type Forecast, forecastGate, type PastValue } from '../../../domain/forecast.js';
import type { GateState, GoalValue } from '../../../domain/gate.js';
import type { Judged } from '../../../domain/goal.js';
import type { LedgerTurn } from '../../../domain/ledger-turn.js';
import { denialWords, may } from '../../../domain/permission.js';
import type { Words } from '../../../domain/plan.js';
import { type Rescue, shortestRescue } from '../../../domain/rescue.js';
import type { Ctx, Refusal } from '../../../feature.js';
import { inLanguage } from '../../../text/language.js';
import { eveningOf, readGated, readStanding } from '../../digest/door.js';
import type { GoalListRequest } from '../ids.js';
import { goalsWords } from '../words.js';

export type Refused = { readonly refused: Refusal };

/** A goal with what its next gate will see, and what would still bring that gate home. */
export type SeenGoal = DigestGoal & {
  /** The day that is spoken of. */
  readonly today: LocalDay;
  readonly gate: GateState | null;
  /** null: there is no gate to come. */
  readonly forecast: Forecast | null;
  /** null: the gate is not in danger. Only projects that the reader may see are named. */
  readonly rescue: {
    readonly projects: readonly NamedRescue[];
    readonly enough: boolean;
    readonly hidden: number;
  } | null;
  /** By code: how many projects behind the goal the reader may not see. */
  readonly hidden: ReadonlySet<string>;
};

export type NamedRescue = Rescue & { readonly person: { readonly zh: string; readonly en: string } | null };

export type GoalsSeen = {
  readonly standing: GatedStanding;
  readonly goals: readonly SeenGoal[];
  /** What was done to the ledger since the plan was loaded that changes which projects goals count; newest first. */
  readonly turns: readonly LedgerTurn[];
  /** The plan's categories by their keys. */
  readonly categories: ReadonlyMap<string, Words>;
};

/** The plan's goals as they stand now; of one goal where a key names it. */
export function seeGoals(ctx: Ctx, key: string | null): Promise<GoalsSeen | Refused> {
  return see(ctx, ctx.today, { moment: ctx.now, knownAt: ctx.now }, true, key);
}

/** One goal as it stood when its number was said. */
export function seeGoal(ctx: Ctx, { goal, day, moment, knownAt }: GoalListRequest): Promise<GoalsSeen | Refused> {
  return see(ctx, day, { moment, knownAt }, false, goal);
}

async function see(
  ctx: Ctx,
  day: LocalDay,
  at: Standing['at'],
  now: boolean,
  key: string | null,
): Promise<GoalsSeen | Refused> {
  const permission = may(ctx.person, 'see-goals', { programId: ctx.program.id });
  if (!permission.allowed) {
    const words = inLanguage(goalsWords, ctx.language);
    return {
      refused: { wrong: denialWords(permission.denied, ctx.language), understood: null, instead: words.askCoordinator },
    };
  }
  const standing = await readGated(ctx, day, at, now);
  const earlier = await readEarlier(ctx, standing);
  const hidden = await hiddenFrom(ctx, standing.lit);
  const wanted = goalsOf(standing, { of: 'plan' }).filter(({ goal }) => key === null || goal.key === key);
  const goals: SeenGoal[] = [];
  for (const each of wanted) {
    const { nextGate } = each.state;
    const history = nextGate === null ? [] : await historyOf(ctx, each, standing, earlier);
    goals.push(judged(each, nextGate, history, standing, hidden));
  }
  const turns = await ctx.store.facts.turns(ctx.program.id, { after: ctx.program.loadedAt, moment: at.moment });
  const { categories } = await ctx.store.programs.names(ctx.program.id);
  return { standing, goals, turns, categories };
}

/** A goal with what its next gate will see by its history, and what would still bring that gate home. */
export function judged(
  each: DigestGoal,
  gate: GateState | null,
  history: readonly PastValue[],
  { lit, day }: GatedStanding,
  hidden: ReadonlySet<string>,
): SeenGoal {
  const plain = { ...each, today: day, gate, rescue: null, hidden };
  if (gate === null) return { ...plain, forecast: null };
  const { goal, state } = each;
  const most = goal.rule.by === 'recorded' || goal.rule.by === 'figures' ? null : size(state);
  const forecast = forecastGate(gate, state.value, history, day, most);
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

const size = (state: { readonly counted: readonly Judged[]; readonly notCounted: readonly Judged[] }): number =>
  state.counted.length + state.notCounted.length;

/** The projects that the reader may not see: their number counts, their name is not told. */
async function hiddenFrom(ctx: Ctx, lit: readonly LitProject[]): Promise<ReadonlySet<string>> {
  const programId = ctx.program.id;
  const { byId } = await ctx.store.names(ctx.program);
  return new Set(
    lit.flatMap(({ project: { id, code, ownerId, unitId, sponsorId } }) => {
      const coOwnerIds = byId.get(id)?.coOwners.map((each) => each.personId) ?? [];
      return may(ctx.person, 'see-project', { programId, ownerId, coOwnerIds, unitId, sponsorId }).allowed
        ? []
        : [code];
    }),
  );
}

/**
 * How the program stood at the end of the day from which a forecast carries on: at most its window back, and not
 * before the first report, because nobody knows what was done by then. null: nothing was reported yet.
 */
async function readEarlier(ctx: Ctx, { day, at }: GatedStanding): Promise<Standing | null> {
  const first = await ctx.store.facts.firstReportDay(ctx.program);
  if (first === null || first >= day) return null;
  let from = addDays(day, -FORECAST_WINDOW_DAYS);
  if (first > from) from = first;
  return readStanding(ctx, from, { moment: eveningOf(from, ctx.program), knownAt: at.knownAt }, false);
}

async function historyOf(
  ctx: Ctx,
  { goal }: DigestGoal,
  { at }: GatedStanding,
  earlier: Standing | null,
): Promise<readonly PastValue[]> {
  if (goal.rule.by === 'recorded') {
    const records = await ctx.store.goalRecords.standing(ctx.program.id, goal.key, at.knownAt);
    return records
      .filter(({ recordedAt }) => recordedAt <= at.moment)
      .map(({ value, onDay }) => ({ value, on: onDay }));
  }
  const value = earlier === null ? null : valueThen(earlier, goal);
  return earlier === null || value === null ? [] : [{ on: earlier.day, value: amount(value) }];
}

const amount = (value: GoalValue): number => (value.of === 'share' ? value.reached : value.number);
