import { compareYieldFirst } from '../../domain/factor.js';
import { type FactorChoice, inThisOrder, mostGatesStepwise } from '../../domain/factor-choice.js';
import type { Ctx, Outcome } from '../../feature.js';
import { overviewMessage } from './messages/overview.js';
import { unknownRefusal } from './messages/refusals.js';
import { whatIfMessage } from './messages/what-if.js';
import type { ChoiceNeed, SeenPool, WhatIf } from './model.js';
import { namedPools, onePool } from './see.js';

/** What becomes of a pool by the printed order, by yield alone, and where as many as can be make a gate. */
export async function showWhatIf(ctx: Ctx, { pool }: { readonly pool: number }): Promise<Outcome> {
  const seen = await onePool(ctx, pool);
  if (seen === null || !seen.whole) return unknownRefusal(ctx, null);
  return { kind: 'say', message: whatIfMessage(ctx, seen, await whatIf(ctx, seen)) };
}

/** The same, asked for in a line; of several pollutants one is chosen first. */
export async function tryPool(
  ctx: Ctx,
  which: { readonly factor: string; readonly part: string | null },
): Promise<Outcome> {
  const pools = (await namedPools(ctx, which)).filter(({ whole }) => whole);
  const [only, ...others] = pools;
  if (only === undefined) return unknownRefusal(ctx, null);
  const message = others.length > 0 ? overviewMessage(ctx, pools) : whatIfMessage(ctx, only, await whatIf(ctx, only));
  return { kind: 'say', message };
}

/** So many requests at a time, in a few milliseconds, however many wait for the pool: then whoever else waits is answered. */
const AT_A_TIME = 40;

export async function whatIf({ today }: Pick<Ctx, 'today'>, { pool, lines }: SeenPool): Promise<WhatIf> {
  const order = lines.map(({ request }): ChoiceNeed => {
    const by = request.neededBy ?? request.startsOn ?? request.gate;
    return { ...request, by: by === null || by < today ? today : by };
  });
  return {
    now: inThisOrder(order, pool.batches),
    byYield: inThisOrder([...order].sort(compareYieldFirst), pool.batches),
    best: await inTurns(mostGatesStepwise(order, pool.batches)),
  };
}

async function inTurns(steps: Generator<undefined, FactorChoice<ChoiceNeed>>): Promise<FactorChoice<ChoiceNeed>> {
  for (let count = 1; ; count += 1) {
    const step = steps.next();
    if (step.done) return step.value;
    if (count % AT_A_TIME === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}
