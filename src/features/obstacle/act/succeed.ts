import { decide } from '../../../domain/obstacle.js';
import type { Transaction } from '../../../store/index.js';
import { type Acts, sceneOf } from './around.js';
import { keep } from './keep.js';

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
    const scene = await sceneOf(own, tx, obstacle);
    const decided = decide(obstacle.state, { do: 'succeed', by: byId, fromId, toId }, scene.around);
    if ('refused' in decided) continue;
    await keep(own, tx, obstacle, decided, scene, byId);
    taken.push(id);
  }
  return taken;
}
