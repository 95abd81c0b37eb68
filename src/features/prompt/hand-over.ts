import type { JobCtx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import { rewrite } from './post.js';

/** Within a transaction: what of today's question to one person is another's by now is asked of that other. */
export async function handOverPrompts(
  ctx: Pick<JobCtx, 'program' | 'today' | 'now'>,
  tx: Transaction,
  fromId: number,
  toId: number,
): Promise<void> {
  const handed = await tx.prompts.handOver(ctx.program.id, ctx.today, fromId, toId);
  if (!handed) return;
  const scene = { today: ctx.today, program: ctx.program };
  for (const id of [handed.fromPrompt, handed.toPrompt]) await rewrite(tx, scene, id, ctx.now);
}
