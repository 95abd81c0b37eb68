import { decide } from '../../domain/obstacle.js';
import type { Ctx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import { contextOf } from './context.js';
import { saveTransition } from './save.js';

/**
 * Within a transaction: a fact clears an obstacle (what it lacked was given), by who made it one; its raiser verifies, as of every
 * other. The obstacle's number; null where it is open no more, or ends by a changed rule alone.
 */
export async function resolveByFact(
  ctx: Ctx,
  tx: Transaction,
  { id, what }: { readonly id: number; readonly what: string },
): Promise<number | null> {
  const obstacle = await tx.obstacles.lock(ctx.program.id, id);
  if (obstacle === null) return null;
  const context = await contextOf(ctx, tx, obstacle);
  const moved = decide(obstacle.state, { do: 'resolve', by: ctx.person.id, what, rule: null }, context);
  if ('refused' in moved) return null;
  const own = { ...ctx, cause: `${ctx.cause}:obstacle:${id}` };
  return (await saveTransition(own, tx, obstacle, moved, context, ctx.person.id)).number;
}
