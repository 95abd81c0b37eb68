import { decide } from '../../domain/obstacle.js';
import type { Transaction } from '../../store/index.js';
import { contextOf } from './context.js';
import type { Acts } from './model.js';
import { saveTransition } from './save.js';

/**
 * Within a transaction: the open cases that waited on one person wait on another, each told in its thread. Answers the ids of
 * those that did. Who may is decided before.
 */
export async function succeed(
  ctx: Acts,
  tx: Transaction,
  ids: readonly number[],
  { byId, fromId, toId }: { readonly byId: number; readonly fromId: number; readonly toId: number },
): Promise<readonly number[]> {
  const taken: number[] = [];
  for (const id of ids) {
    const obstacle = await tx.obstacles.lock(ctx.program.id, id);
    const waits = obstacle && [obstacle.state.holderId, obstacle.state.claimedById].includes(fromId);
    if (!obstacle || !waits || (obstacle.state.standing !== 'open' && obstacle.state.standing !== 'claimed')) continue;
    const own = { ...ctx, cause: `${ctx.cause}:obstacle:${id}` };
    const context = await contextOf(own, tx, obstacle);
    const decided = decide(obstacle.state, { do: 'succeed', by: byId, fromId, toId }, context);
    if ('refused' in decided) continue;
    await saveTransition(own, tx, obstacle, decided, context, byId);
    taken.push(id);
  }
  return taken;
}
