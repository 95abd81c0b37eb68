import { CADENCES, type Cadence, lastClose } from '../../../domain/cadence.js';
import type { Instant, LocalDay } from '../../../domain/day.js';
import { previousWorkday } from '../../../domain/workday.js';
import type { JobCtx } from '../../../feature.js';
import type { Transaction } from '../../../store/index.js';
import type { Subscription } from '../../../store/subscriptions.js';
import { corrections } from '../compare.js';
import { computeDigest, type Digest, type Facts } from '../compute.js';
import type { DigestPosts } from '../view/posts.js';
import { dueOn, readSlot, type Span, spanOf } from './read.js';

/** Makes the messages of a digest; the view's part of posting. */
export type Render = (
  digest: Digest,
  subscription: Subscription,
  how: { late: boolean; corrected: ReturnType<typeof corrections> },
) => DigestPosts;

/** Within this time after a slot a correction waits for the digest to be posted; later there is none to come. */
const POSTING_TAKES_MS = 10 * 60_000;

/**
 * Posts the digests that are due with a slot: the daily ones, and those of a week, half-month or month that closed on its
 * day, or on an earlier one while nothing ran. Each channel that subscribed before gets its own, in a transaction of its
 * own. What stands in the log under a digest's cause was posted: a second run writes nothing. What was taken back between
 * the due moment and this one is left out at once.
 */
export async function postDigests(
  ctx: JobCtx,
  slot: { readonly day: LocalDay; readonly due: Instant; readonly late: boolean },
  render: Render,
): Promise<void> {
  for (const cadence of CADENCES) {
    const day = lastClose(cadence, slot.day, ctx.calendar);
    const due = dueOn(day, ctx.program);
    const late = slot.late || day !== slot.day;
    const read = factsOnce(ctx, day);
    for (const { id, sinceAt } of await ctx.store.subscriptions.ofProgram(ctx.program.id, cadence)) {
      if (sinceAt > due) continue;
      const cause = causeOf(day, id);
      const { workspaceId } = ctx.program;
      if ((await ctx.store.subscriptions.postedUnder(workspaceId, cause)).length > 0) continue;
      const usual = spanOf(cadence, day, ctx);
      const before = await ctx.store.subscriptions.lastMoment(workspaceId, id, due);
      const facts = await read(ctx.now, { cadence, after: Math.min(usual.after, before ?? usual.after) });
      await ctx.store.transaction(async (tx) => {
        const subscription = await tx.subscriptions.lock(id);
        if (subscription === null) return;
        if ((await tx.subscriptions.postedUnder(workspaceId, cause)).length > 0) return;
        const digest = computeDigest(facts, subscription.scope);
        const posts = render(digest, subscription, { late, corrected: [] });
        await write(tx, ctx, subscription, digest, posts, { cause, ordinal: 0, late });
      });
    }
  }
}

/**
 * Corrects the newest digests of each cadence after reports that they count were undone or amended. What was posted is
 * compared with what is known now; a digest that says the same is left alone. An older digest stays as it was.
 */
export async function correctDigests(ctx: JobCtx, countedAt: Instant, render: Render): Promise<void> {
  const newest = newestSlot(ctx);
  for (const cadence of CADENCES) {
    const day = lastClose(cadence, newest, ctx.calendar);
    if (countedAt <= dueOn(day, ctx.program)) await correctOnes(ctx, cadence, day, render);
  }
}

async function correctOnes(ctx: JobCtx, cadence: Cadence, day: LocalDay, render: Render): Promise<void> {
  const moment = dueOn(day, ctx.program);
  const read = factsOnce(ctx, day);
  for (const held of await ctx.store.subscriptions.ofProgram(ctx.program.id, cadence)) {
    if (held.sinceAt > moment) continue;
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
      const posts = render(fresh, subscription, { late: posted.late, corrected: corrections(original, fresh) });
      await write(tx, ctx, subscription, fresh, posts, { cause, ordinal: earlier.length, late: posted.late });
    });
  }
}

/** Reads the facts of a day's digests, those of one knowledge and span once, however many channels ask. */
function factsOnce(ctx: JobCtx, day: LocalDay): (knownAt: Instant, span: Span) => Promise<Facts> {
  const known = new Map<string, Promise<Facts>>();
  return (knownAt, span) => {
    const key = `${knownAt} ${span.after}`;
    const read = known.get(key) ?? readSlot(ctx, day, knownAt, span);
    known.set(key, read);
    return read;
  };
}

/** The working day whose digest was due last. */
function newestSlot({ now, today, program, calendar }: JobCtx): LocalDay {
  return calendar.isWorkday(today) && dueOn(today, program) <= now ? today : previousWorkday(today, calendar);
}

const causeOf = (day: LocalDay, subscriptionId: number): string => `digest:${day}:${subscriptionId}`;

async function write(
  tx: Transaction,
  ctx: JobCtx,
  subscription: Subscription,
  digest: Digest,
  { top, replies }: DigestPosts,
  { cause, ordinal, late }: { readonly cause: string; readonly ordinal: number; readonly late: boolean },
): Promise<void> {
  const { workspaceId, id: programId } = ctx.program;
  const { channelId } = subscription;
  const subject = `digest:${digest.cadence}:${digest.day}:${subscription.id}`;
  const post = { workspaceId, programId, channelId, at: ctx.now };
  const parentId = await tx.posts.write({ ...post, subject, body: top });
  for (const { name, message, empty } of replies) {
    const replySubject = `${subject}:${name}`;
    if (empty && (await tx.posts.bySubject(workspaceId, replySubject)) === null) continue;
    await tx.posts.write({ ...post, subject: replySubject, parentId, body: message });
  }
  tx.deliver(channelId);
  await tx.activity.add([
    {
      workspaceId,
      programId,
      at: ctx.now,
      personId: null,
      action: ordinal === 0 ? 'digest-posted' : 'digest-corrected',
      thing: 'subscription',
      thingId: subscription.id,
      after: {
        day: digest.day,
        cadence: digest.cadence,
        scope: digest.scope,
        language: subscription.language,
        channelId,
        knownAt: digest.at.knownAt,
        moment: digest.at.moment,
        after: digest.after,
        late,
      },
      cause,
      ordinal,
    },
  ]);
}
