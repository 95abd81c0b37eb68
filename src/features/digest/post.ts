import { CADENCES, lastClose } from '../../domain/cadence.js';
import type { Instant, LocalDay } from '../../domain/day.js';
import { computeDigest } from '../../domain/digest/compute.js';
import type { JobCtx } from '../../feature.js';
import { allSubscriptions, isReplaced, longerOf } from './evening.js';
import { dueOn, factsOnce, spanOf } from './read.js';
import { causeOf, write } from './write.js';

/**
 * Posts the digests that are due with a slot: the daily ones, and those of a week, half-month or month that closed on its
 * day, or on an earlier one while nothing ran. Of those of one channel about the same the longest alone comes. Each channel that subscribed before gets its own, in a transaction of its
 * own. What stands in the log under a digest's cause was posted: a second run writes nothing. What was taken back between
 * the due moment and this one is left out at once.
 */
export async function postDigests(
  ctx: JobCtx,
  slot: { readonly day: LocalDay; readonly due: Instant; readonly late: boolean },
): Promise<void> {
  const all = await allSubscriptions(ctx);
  for (const cadence of CADENCES) {
    const day = lastClose(cadence, slot.day, ctx.calendar);
    const due = dueOn(day, ctx.program);
    const late = slot.late || day !== slot.day;
    const read = factsOnce(ctx, day);
    for (const held of all.filter((each) => each.cadence === cadence)) {
      const { id, sinceAt } = held;
      if (sinceAt > due || isReplaced(held, day, all, ctx)) continue;
      const cause = causeOf(day, id);
      const { workspaceId } = ctx.program;
      if ((await ctx.store.subscriptions.postedUnder(workspaceId, cause)).length > 0) continue;
      const usual = spanOf(cadence, day, ctx);
      const before = await ctx.store.subscriptions.lastMoment(
        workspaceId,
        [id, ...longerOf(held, all).map((each) => each.id)],
        due,
      );
      const facts = await read(ctx.now, { cadence, after: Math.min(usual.after, before ?? usual.after) });
      await ctx.store.transaction(async (tx) => {
        const subscription = await tx.subscriptions.lock(id);
        if (subscription === null) return;
        if ((await tx.subscriptions.postedUnder(workspaceId, cause)).length > 0) return;
        const digest = computeDigest(facts, subscription.scope);
        await write(tx, ctx, subscription, digest, { cause, ordinal: 0, late, corrected: [] });
      });
    }
  }
}
