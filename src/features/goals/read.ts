import type { LocalDay } from '../../domain/day.js';
import { goalsOf, type LitProject, type Standing } from '../../domain/digest/goals.js';
import { may } from '../../domain/permission.js';
import type { Ctx } from '../../feature.js';
import { oneReading, readGated, readPast } from '../digest/door.js';
import { judged } from './judge.js';
import type { GoalsSeen } from './model.js';

/** The goals as they stood at a moment; of one where a key names it. Projects that the reader may not see are not named. */
export async function readGoals(
  ctx: Ctx,
  day: LocalDay,
  at: Standing['at'],
  now: boolean,
  key: string | null,
): Promise<GoalsSeen> {
  const reader = oneReading(ctx);
  const standing = await readGated(reader, day, at, now);
  const past = await readPast(reader, standing);
  const hidden = await hiddenFrom(ctx, standing.lit);
  const wanted = goalsOf(standing, { of: 'plan' }).filter(({ goal }) => key === null || goal.key === key);
  const goals = wanted.map((each) => judged(each, each.state.nextGate, past, standing, hidden));
  const denominatorChanges = await ctx.store.facts.denominatorChanges(ctx.program.id, {
    after: ctx.program.loadedAt,
    moment: at.moment,
  });
  const { categories } = await ctx.store.programs.names(ctx.program.id);
  return { standing, goals, denominatorChanges, categories };
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
