import { CADENCES, type Cadence, lastClose } from '../../domain/cadence.js';
import type { Instant, LocalDay } from '../../domain/day.js';
import { computeDigest } from '../../domain/digest/compute.js';
import { corrections } from '../../domain/digest/corrections.js';
import { previousWorkday } from '../../domain/workday.js';
import type { JobCtx } from '../../feature.js';
import { allSubscriptions, isReplaced } from './evening.js';
import { dueOn, factsOnce, spanOf } from './read.js';
import { causeOf, write } from './write.js';

/** Within this time after a slot a correction waits for the digest to be posted; later there is none to come. */
const POSTING_TAKES_MS = 10 * 60_000;

/**
 * Corrects the newest digests of each cadence after reports that they count were undone or amended. What was posted is
 * compared with what is known now; a digest that says the same is left alone. An older digest stays as it was.
 */
export async function correctDigests(ctx: JobCtx, countedAt: Instant): Promise<void> {
  const newest = newestSlot(ctx);
  for (const cadence of CADENCES) {
    const day = lastClose(cadence, newest, ctx.calendar);
    if (countedAt <= dueOn(day, ctx.program)) await correctOnes(ctx, cadence, day);
  }
}

async function correctOnes(ctx: JobCtx, cadence: Cadence, day: LocalDay): Promise<void> {
  const moment = dueOn(day, ctx.program);
  const read = factsOnce(ctx, day);
  const all = await allSubscriptions(ctx);
  for (const held of all.filter((each) => each.cadence === cadence)) {
    if (held.sinceAt > moment || isReplaced(held, day, all, ctx)) continue;
    const cause = causeOf(day, held.id);
    const earlier = await ctx.store.subscriptions.postedUnder(ctx.program.workspaceId, cause);
    const [posted, last] = [earlier[0], earlier.at(-1)];
    if (posted === undefined || last === undefined) {
      if (ctx.now - moment < POSTING_TAKES_MS)
        throw new Error(`the digest of ${day} is not posted yet: it is corrected once it is`);
      continue;
    }
    const span = { cadence, after: posted.after ?? spanOf(cadence, day, ctx).after };
    const fresh = computeDigest(await read(ctx.now, span), held.scope);
    const said = computeDigest(await read(last.knownAt, span), held.scope);
    if (corrections(said, fresh).length === 0) continue;
    const original = computeDigest(await read(posted.knownAt, span), held.scope);
    await ctx.store.transaction(async (tx) => {
      const subscription = await tx.subscriptions.lock(held.id);
      if (subscription === null) return;
      const now = await tx.subscriptions.postedUnder(ctx.program.workspaceId, cause);
      if (now.length !== earlier.length)
        throw new Error(`the digest of ${day} was corrected at the same time: this one is tried again`);
      const how = { cause, ordinal: earlier.length, late: posted.late, corrected: corrections(original, fresh) };
      await write(tx, ctx, subscription, fresh, how);
    });
  }
}

/** The working day whose digest was due last. */
function newestSlot({ now, today, program, calendar }: JobCtx): LocalDay {
  return calendar.isWorkday(today) && dueOn(today, program) <= now ? today : previousWorkday(today, calendar);
}
