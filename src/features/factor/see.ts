import type { Ctx, Outcome } from '../../feature.js';
import { listMessage } from './messages/list.js';
import { overviewMessage, projectMessage } from './messages/overview.js';
import { unknownRefusal } from './messages/refusals.js';
import { ruleMessage } from './messages/rule.js';
import type { SeenPool } from './model.js';
import { seenPools, startGoals, withGate } from './read.js';
import { factorOf, factorThings, seesNeed } from './rights.js';

/** Every pool that a person sees, and what is theirs. */
export async function overview(ctx: Ctx): Promise<Outcome> {
  return { kind: 'say', message: overviewMessage(ctx, await seenPools(ctx, ctx.store)) };
}

/** Who waits for a pool, and why in this order. Of environmental capacity a pollutant may be named; else there are several. */
export async function showPool(
  ctx: Ctx,
  which: { readonly factor: string; readonly part: string | null },
): Promise<Outcome> {
  const pools = (await seenPools(ctx, ctx.store)).filter(
    ({ pool }) => pool.factor === which.factor && (which.part === null || pool.part === which.part),
  );
  const [only, ...others] = pools;
  if (only === undefined) return unknownRefusal(ctx, factorOf(ctx, which.factor));
  return { kind: 'say', message: others.length > 0 ? overviewMessage(ctx, pools) : listMessage(ctx, only, 0, 'see') };
}

/** A page of a pool's list, in the place of the message whose button was pressed. */
export async function turnPage(
  ctx: Ctx,
  { pool, offset }: { readonly pool: number; readonly offset: number },
  how: 'see' | 'choose',
): Promise<Outcome> {
  const seen = await onePool(ctx, pool);
  if (seen === null || (how === 'choose' && !seen.manages)) return unknownRefusal(ctx, null);
  return { kind: 'replace', message: listMessage(ctx, seen, offset, how) };
}

/** How the order comes about, with the figures of each line. */
export async function showRule(ctx: Ctx, { pool }: { readonly pool: number }): Promise<Outcome> {
  const seen = await onePool(ctx, pool);
  return seen === null ? unknownRefusal(ctx, null) : { kind: 'say', message: ruleMessage(ctx, seen) };
}

export async function onePool(ctx: Ctx, pool: number): Promise<SeenPool | null> {
  return (await seenPools(ctx, ctx.store, pool))[0] ?? null;
}

/** What a project asked for and what it has. */
export async function showProject(ctx: Ctx, project: number): Promise<Outcome> {
  const { store, program, today } = ctx;
  const things = factorThings(ctx, await store.obstacles.units(program.id));
  const goals = await startGoals(ctx, store);
  const needs = (await store.factors.ofProject(program.id, project)).filter((need) => {
    const thing = things.get(need.factor);
    return thing !== undefined && seesNeed(ctx, thing, need);
  });
  const named = (await store.names(program)).byId.get(project);
  if (named === undefined) return unknownRefusal(ctx, null);
  return {
    kind: 'say',
    message: projectMessage(
      ctx,
      named,
      needs.map((need) => withGate(need, goals, today)),
    ),
  };
}
