import { nextDue } from '../../domain/obstacle.js';
import type { JobCtx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import { contextsOf } from './context.js';
import { letFallDue } from './fall-due.js';

/**
 * After the leaves of these persons changed, within the transaction that changed them: when something falls due on the
 * cases that wait on them is reckoned anew. Answers the ids of those cases.
 */
export async function rescheduleHeldBy(
  ctx: Pick<JobCtx, 'now' | 'today' | 'program' | 'calendar' | 'cause' | 'announce'>,
  tx: Transaction,
  personIds: readonly number[],
): Promise<readonly number[]> {
  const held = await tx.obstacles.heldBy(ctx.program.id, personIds);
  const cases = await tx.obstacles.lockAll(ctx.program.id, held);
  const contexts = await contextsOf(ctx, tx, cases);
  await tx.obstacles.save(
    cases.map((each, index) => {
      const context = contexts[index];
      return { ...each, dueAt: context ? (nextDue(each.state, context)?.at ?? null) : null };
    }),
  );
  return held;
}

/** Lets happen at once what a leave brought about: where nobody is there any more, the next rung has it. */
export async function fallDueNow(ctx: JobCtx, ids: readonly number[]): Promise<void> {
  const due = new Set(await ctx.store.obstacles.due(ctx.program.id, ctx.now, ids.length + 1_000));
  const faults = await letFallDue(
    ctx,
    ids.filter((id) => due.has(id)),
  );
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} obstacles did not move`);
}
