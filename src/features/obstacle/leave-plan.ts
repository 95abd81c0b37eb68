import { decide } from '../../domain/obstacle.js';
import type { Transaction } from '../../store/index.js';
import { contextsOf } from './context.js';
import type { Acts, Transition } from './model.js';
import { saveTransitions } from './save.js';

/** Within a transaction: projects left the plan, and their open obstacles end with them, each told where it was followed. */
export async function endWithProjects(
  ctx: Acts,
  tx: Transaction,
  projectIds: readonly number[],
  byId: number,
): Promise<void> {
  const cases = await tx.obstacles.lockAll(ctx.program.id, await tx.obstacles.openIdsOf(ctx.program.id, projectIds));
  if (cases.length === 0) return;
  const contexts = await contextsOf(ctx, tx, cases);
  const happened = cases.flatMap((before, index): Transition[] => {
    const context = contexts[index];
    const moved = context && decide(before.state, { do: 'leave', by: byId }, context);
    if (!context || !moved || 'refused' in moved) return [];
    return [{ before, moved, context, personId: byId, cause: `${ctx.cause}:obstacle:${before.id}` }];
  });
  await saveTransitions(ctx, tx, happened);
}
