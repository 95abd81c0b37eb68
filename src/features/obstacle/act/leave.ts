import { nextDue } from '../../../domain/obstacle.js';
import type { JobCtx } from '../../../feature.js';
import type { Transaction } from '../../../store/index.js';
import { sceneOf } from './around.js';
import { letFallDue } from './due.js';

/**
 * After the leaves of these persons changed, within the transaction that changed them: when something falls due on the
 * cases that wait on them is reckoned anew. Answers the ids of those cases.
 */
export async function reckonAnew(
  ctx: Pick<JobCtx, 'now' | 'today' | 'program' | 'calendar' | 'cause'>,
  tx: Transaction,
  personIds: readonly number[],
): Promise<readonly number[]> {
  const held = await tx.obstacles.heldBy(ctx.program.id, personIds);
  for (const id of held) {
    const obstacle = await tx.obstacles.lock(ctx.program.id, id);
    if (!obstacle) continue;
    const { around } = await sceneOf(ctx, tx, obstacle, obstacle.state);
    await tx.obstacles.save(id, obstacle.state, nextDue(obstacle.state, around)?.at ?? null, obstacle.addresses);
  }
  return held;
}

/** Lets happen at once what a leave brought about: where nobody is there any more, the next rung has it. */
export async function letNow(ctx: JobCtx, ids: readonly number[]): Promise<void> {
  const due = new Set(await ctx.store.obstacles.due(ctx.program.id, ctx.now, ids.length + 1_000));
  for (const id of ids) if (due.has(id)) await letFallDue(ctx, id);
}
