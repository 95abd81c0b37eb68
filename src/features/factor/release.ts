import { leftOf, recallFrom } from '../../domain/factor.js';
import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, Outcome } from '../../feature.js';
import { returnedOutcome } from './messages/returned.js';
import type { Recallable, Returned } from './model.js';
import { factorOf, factorThings, seesNeed } from './rights.js';

/** Gives back what a project has (its people), or recalls it (the factor's department): all of it, under the pool's lock. */
export async function pressRelease(
  ctx: Ctx,
  { id }: { readonly id: number },
  by: 'ask-factor' | 'manage-factor',
): Promise<Outcome> {
  return returnedOutcome(ctx, await release(ctx, id, by));
}

async function release(ctx: Ctx, id: number, by: 'ask-factor' | 'manage-factor'): Promise<Returned> {
  const { program, today, person, now: at, cause } = ctx;
  return ctx.store.transaction(async (tx): Promise<Returned> => {
    const before = await tx.factors.byId(program.id, id);
    const factor = before && factorOf(ctx, before.factor);
    const thing = before && factorThings(ctx, await tx.obstacles.units(program.id)).get(before.factor);
    if (!before || !factor || !thing || !seesNeed(ctx, thing, before)) return { kind: 'unknown' };
    const permission = by === 'ask-factor' ? may(person, by, before) : may(person, by, thing);
    if (!permission.allowed) return { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
    await tx.factors.lockPool(before.poolId);
    const need = (await tx.factors.byId(program.id, id)) ?? before;
    // Pressed twice, there is nothing to give back any more.
    if (need.given > 0) {
      await tx.factors.giveBack(need, { on: today, personId: person.id, at, cause });
      await tx.activity.add([
        {
          workspaceId: program.workspaceId,
          programId: program.id,
          at,
          personId: person.id,
          action: by === 'ask-factor' ? 'factor-give-back' : 'factor-recall',
          thing: 'factor',
          thingId: id,
          after: { code: need.code, factor: need.factor, part: need.part, amount: need.given },
          cause,
        },
      ]);
    }
    const pool = (await tx.factors.pools(program.id)).find((each) => each.id === need.poolId);
    return { kind: 'returned', need, factor, left: leftOf(pool?.batches ?? [], today) };
  });
}

/** On the home tab of who manages a factor: what is held by projects that have not started, long after they were to. */
export async function recallable(ctx: Ctx): Promise<readonly Recallable[]> {
  const { store, program, today, person } = ctx;
  if (program.policy.mechanisms.factors.length === 0) return [];
  const things = factorThings(ctx, await store.obstacles.units(program.id));
  const managed = [...things].filter(([, thing]) => may(person, 'manage-factor', thing).allowed);
  if (managed.length === 0) return [];
  const keys = new Set(managed.map(([key]) => key));
  return (await store.factors.held(program.id)).flatMap((need): Recallable[] => {
    const from = recallFrom(need);
    const factor = factorOf(ctx, need.factor);
    if (from === null || from > today || factor === null || need.plannedStart === null || !keys.has(need.factor))
      return [];
    return [{ need, factor, plannedStart: need.plannedStart }];
  });
}
