import type { JobCtx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { EnteredLeave } from '../../store/leaves.js';
import { threadsOfDay } from '../unasked/door.js';
import { entry } from './entry.js';
import { delegateMessage } from './messages/delegate.js';

/** Delegates of leaves that were entered in quiet hours hear of them when those are over. */
export async function tellUntold(ctx: JobCtx): Promise<void> {
  await ctx.store.transaction(async (tx) => {
    for (const leave of await tx.leaves.takeUntold(ctx.program.id, ctx.now)) await tellDelegate(ctx, tx, leave);
  });
}

/** Tells the delegate of a leave, where there is one, in the one thread of that day. */
export async function tellDelegate(ctx: JobCtx, tx: Transaction, leave: EnteredLeave): Promise<void> {
  if (leave.delegateId === null) return;
  const entered = await entry(ctx, tx, leave);
  const delegate = entered.people.get(leave.delegateId);
  if (!delegate?.slackUserId) return;
  // Nobody gets a second message on a day.
  const threads = await threadsOfDay(ctx, tx, [delegate.slackUserId]);
  await tx.posts.write({
    workspaceId: ctx.program.workspaceId,
    programId: ctx.program.id,
    channelId: delegate.slackUserId,
    dedupeKey: `leave:${leave.id}`,
    parentId: threads.get(delegate.slackUserId) ?? null,
    body: delegateMessage(entered, delegate.language, ctx.program.year),
    at: ctx.now,
  });
  tx.deliver(delegate.slackUserId);
}
