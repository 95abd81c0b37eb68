import { compareRequests, waiting } from '../../domain/factor.js';
import { may } from '../../domain/permission.js';
import type { Ctx } from '../../feature.js';
import type { ExportedFactors, Need } from './model.js';
import { startGoals, withGate } from './read.js';
import { factorThings, seesNeed } from './rights.js';

/** What was entered of factors and asked for, each line as the same person sees it elsewhere; null: there is none. */
export async function factorEntries(ctx: Ctx, most: number): Promise<ExportedFactors | null> {
  const { store, program, today, person } = ctx;
  const things = factorThings(ctx, await store.obstacles.units(program.id));
  const whole = new Set(
    [...things].filter(([, thing]) => may(person, 'see-factor', thing).allowed).map(([key]) => key),
  );
  const batches = await store.factors.batchEntries(program.id);
  const goals = await startGoals(ctx, store);
  const all = (await store.factors.all(program.id, most)).map((need) => withGate(need, goals, today));
  const places = placesOf(all);
  const requests = all.flatMap((need) => {
    const thing = things.get(need.factor);
    return thing !== undefined && seesNeed(ctx, thing, need) ? [{ ...need, place: places.get(need.id) ?? null }] : [];
  });
  const seen = new Set(requests.map(({ id }) => id));
  const draws = await store.factors.drawEntries(program.id, most);
  const exported = {
    pools: batches.filter(({ factor }) => whole.has(factor)),
    requests,
    allocations: draws.filter(({ requestId }) => seen.has(requestId)),
  };
  return exported.pools.length + requests.length === 0 ? null : exported;
}

/** The place of each that waits, in its pool. */
function placesOf(all: readonly Need[]): ReadonlyMap<number, number> {
  const next = new Map<number, number>();
  const inOrder = all
    .filter((need) => waiting(need) > 0 && need.projectStanding !== 'withdrawn')
    .sort((one, other) => compareRequests(one, other));
  return new Map(
    inOrder.map(({ id, poolId }) => {
      const place = (next.get(poolId) ?? 0) + 1;
      next.set(poolId, place);
      return [id, place];
    }),
  );
}
