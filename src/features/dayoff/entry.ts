import { actsFor, firstDayLeft } from '../../domain/leave.js';
import type { Ctx, JobCtx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { EnteredLeave } from '../../store/leaves.js';
import type { Entered } from './model.js';

/** A leave with whom it names and what waits on them, as it stands in this transaction. */
export async function entry(ctx: JobCtx, tx: Transaction, leave: EnteredLeave): Promise<Entered> {
  const leaves = await tx.leaves.from(ctx.program.id, ctx.today);
  const actingId = actsFor(leave.personId, firstDayLeft(leave, ctx.today), leaves).personId;
  const ids = [leave.personId, leave.delegateId, actingId].filter((id) => id !== null);
  return {
    leave,
    people: await tx.people.contacts(ctx.program.workspaceId, ids),
    held: (await tx.obstacles.heldBy(ctx.program.id, [leave.personId])).length,
    actingId,
  };
}

/** The person, and everybody for whom they stand in, near or far. */
export async function dependents(ctx: JobCtx, tx: Transaction, personId: number): Promise<readonly number[]> {
  const leaves = await tx.leaves.from(ctx.program.id, ctx.today);
  const found = new Set([personId]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const leave of leaves) if (leave.delegateId !== null && found.has(leave.delegateId)) found.add(leave.personId);
  }
  return [...found];
}

/** Writes down in the log who entered or ended a leave. */
export const log = (
  ctx: Ctx,
  tx: Transaction,
  action: 'leave-entered' | 'leave-ended',
  leave: EnteredLeave,
): Promise<void> =>
  tx.activity.add([
    {
      workspaceId: ctx.program.workspaceId,
      programId: ctx.program.id,
      at: ctx.now,
      personId: ctx.person.id,
      action,
      thing: 'leave',
      thingId: leave.id,
      after: { personId: leave.personId, delegateId: leave.delegateId, from: leave.from, to: leave.to },
      cause: ctx.cause,
    },
  ]);
