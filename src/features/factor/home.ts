import { has } from '../../domain/holds.js';
import type { Ctx } from '../../feature.js';
import type { FactorNeed } from '../../store/factors.js';
import type { HomeFactors } from './model.js';
import { seenPools } from './read.js';
import { factorThings, seesNeed } from './rights.js';

/** What waits on somebody who gives of a factor, and what the projects wait for that they own. */
export async function homeFactors(ctx: Ctx): Promise<HomeFactors> {
  const { program, person, store } = ctx;
  if (program.policy.mechanisms.factors.length === 0) return { given: [], own: [] };
  const people = [person.id, ...person.standsInFor];
  const mine = ({ ownerId, coOwnerIds }: FactorNeed) =>
    [ownerId, ...coOwnerIds].some((id) => id !== null && people.includes(id));
  const pools = await seenPools(ctx, store);
  return {
    given: has(person, 'coordinator', 'unit-head', 'official')
      ? pools.filter(({ manages, lines }) => manages && lines.length > 0)
      : [],
    own: pools.flatMap((seen) =>
      seen.lines.filter(({ request }) => mine(request)).map((line) => [seen, line] as const),
    ),
  };
}

/** What a project has and waits for, as far as the reader of its card sees it. */
export async function factorsOfProject(ctx: Ctx, project: number): Promise<readonly FactorNeed[]> {
  const { program, store } = ctx;
  if (program.policy.mechanisms.factors.length === 0) return [];
  const things = factorThings(ctx, await store.obstacles.units(program.id));
  return (await store.factors.ofProject(program.id, project)).filter((need) => {
    const thing = things.get(need.factor);
    return thing !== undefined && seesNeed(ctx, thing, need);
  });
}
