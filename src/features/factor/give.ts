import { compareRequests, giveTo, leftOf, waiting } from '../../domain/factor.js';
import { denialWords, may } from '../../domain/permission.js';
import type { PlanFactor } from '../../domain/plan.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { FactorNeed } from '../../store/factors.js';
import type { Transaction } from '../../store/index.js';
import { resolveByFact } from '../obstacle/door.js';
import { clearedText, givenOutcome } from './messages/given.js';
import { factorPhrases } from './messages/parts.js';
import type { Given } from './model.js';
import { startGoals, withGate } from './read.js';
import { factorOf, factorThings, seesNeed } from './rights.js';

/** Allocates to one who waits, by a press. `waits`: as much as the one who pressed saw waiting. */
export async function pressGive(ctx: Ctx, pressed: { readonly id: number; readonly waits: number }): Promise<Outcome> {
  return givenOutcome(ctx, await give(ctx, pressed));
}

/** Gives what is left to a request: under the pool's lock, one after the other, and the database refuses what is not there. */
export async function give(ctx: Ctx, { id, waits }: { readonly id: number; readonly waits: number }): Promise<Given> {
  const { program, today, person } = ctx;
  return ctx.store.transaction(async (tx): Promise<Given> => {
    const before = await tx.factors.byId(program.id, id);
    const factor = before && factorOf(ctx, before.factor);
    const thing = before && factorThings(ctx, await tx.obstacles.units(program.id)).get(before.factor);
    if (!before || !factor || !thing || !seesNeed(ctx, thing, before)) return { kind: 'unknown' };
    const permission = may(person, 'manage-factor', thing);
    if (!permission.allowed) return { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
    await tx.factors.lockPool(before.poolId);
    const goals = await startGoals(ctx, tx);
    const all = (await tx.factors.waiting(program.id, [before.poolId])).map((each) => withGate(each, goals, today));
    const pool = await tx.factors.pool(before.poolId);
    const again = await tx.once(ctx);
    const need = all.find((each) => each.id === id);
    if (again) {
      const now = need ?? withGate(before, goals, today);
      return {
        kind: 'given',
        need: now,
        factor,
        give: now.given,
        left: leftOf(pool.batches, today),
        passed: [],
        cleared: null,
      };
    }
    if (need === undefined || waiting(need) !== waits) {
      const now = (await tx.factors.byId(program.id, id)) ?? before;
      return { kind: 'meanwhile', need: withGate(now, goals, today), factor };
    }
    const decided = giveTo(need, pool.batches, today);
    if ('refused' in decided) {
      const { left, by } = decided.refused === 'short' ? decided : { left: 0, by: 0 };
      return { kind: 'short', need, factor, wanted: waits, left, by };
    }
    await tx.factors.draw(need, decided.draws, { on: today, personId: person.id, at: ctx.now, cause: ctx.cause });
    const passed = all.filter((each) => each.id !== id && compareRequests(each, need) < 0);
    await tx.activity.add([
      {
        workspaceId: program.workspaceId,
        programId: program.id,
        at: ctx.now,
        personId: person.id,
        action: 'factor-give',
        thing: 'factor',
        thingId: id,
        after: {
          code: need.code,
          factor: pool.factor,
          part: pool.part,
          amount: decided.give,
          passed: passed.map(({ code }) => code),
        },
        cause: ctx.cause,
      },
    ]);
    const left = leftOf(pool.batches, today, need.class === 'provincial') - decided.give;
    const cleared = decided.give === waiting(need) ? await clear(ctx, tx, need, factor) : null;
    return { kind: 'given', need, factor, give: decided.give, left, passed, cleared };
  });
}

/** Given whole, the obstacle that it was asked for is cleared by that; its number, for who gave. */
async function clear(ctx: Ctx, tx: Transaction, need: FactorNeed, factor: PlanFactor): Promise<number | null> {
  if (need.obstacleId === null) return null;
  const phrases = factorPhrases(ctx, ctx.language);
  const what = clearedText(ctx.language, phrases.title(factor, need.part), phrases.amount(need.amount, factor));
  return resolveByFact(ctx, tx, { id: need.obstacleId, what });
}
