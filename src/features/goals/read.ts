import { addDays, type LocalDay } from '../../domain/day.js';
import {
  type DigestGoal,
  type GatedStanding,
  goalsOf,
  type LitProject,
  type Standing,
  valueThen,
} from '../../domain/digest/goals.js';
import { FORECAST_WINDOW_DAYS, type PastValue } from '../../domain/forecast.js';
import type { GoalValue } from '../../domain/gate.js';
import { may } from '../../domain/permission.js';
import type { Ctx } from '../../feature.js';
import { eveningOf, readGated, readStanding } from '../digest/door.js';
import { judged } from './judge.js';
import type { GoalsSeen, SeenGoal } from './model.js';

/** The goals as they stood at a moment; of one where a key names it. Projects that the reader may not see are not named. */
export async function readGoals(
  ctx: Ctx,
  day: LocalDay,
  at: Standing['at'],
  now: boolean,
  key: string | null,
): Promise<GoalsSeen> {
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
