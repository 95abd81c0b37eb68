import type { Instant, LocalDay } from '../../../domain/day.js';
import { previousWorkday } from '../../../domain/workday.js';
import type { JobCtx } from '../../../feature.js';
import type { Transaction } from '../../../store/index.js';
import type { Subscription } from '../../../store/subscriptions.js';
import { corrections } from '../compare.js';
import { computeDigest, type Digest, type Facts } from '../compute.js';
import type { DigestPosts } from '../view/posts.js';
import { dueOn, readSlot } from './read.js';

/** Makes the messages of a digest; the view's part of posting. */
export type Render = (
  digest: Digest,
  subscription: Subscription,
  how: { late: boolean; corrected: ReturnType<typeof corrections> },
) => DigestPosts;

/** Within this time after a slot a correction waits for the digest to be posted; later there is none to come. */
const POSTING_TAKES_MS = 10 * 60_000;

/**
 * Posts the digest of a slot to every channel that subscribed before it, each in a transaction of its own. What stands
 * in the log under the slot's cause was posted: a second run writes nothing. What was taken back between the due
 * moment and this one is left out at once.
 */
export async function postDigests(
  ctx: JobCtx,
  slot: { readonly day: LocalDay; readonly due: Instant; readonly late: boolean },
  render: Render,
): Promise<void> {
  const subscriptions = await ctx.store.subscriptions.ofProgram(ctx.program.id, 'daily');
  const due = subscriptions.filter((each) => each.sinceAt <= slot.due);
  if (due.length === 0) return;
  const facts = await readSlot(ctx, slot.day, ctx.now);
  for (const { id } of due) {
    await ctx.store.transaction(async (tx) => {
      const subscription = await tx.subscriptions.lock(id);
      if (subscription === null) return;
      const cause = causeOf(slot.day, id);
      if ((await tx.subscriptions.postedUnder(ctx.program.workspaceId, cause)).length > 0) return;
      const digest = computeDigest(facts, subscription.scope);
      await write(tx, ctx, subscription, digest, render(digest, subscription, { late: slot.late, corrected: [] }), {
        cause,
        ordinal: 0,
        late: slot.late,
      });
    });
  }
}

/**
 * Corrects the newest slot's digests after reports that they count were undone or amended. What was posted is compared
 * with what is known now; a digest that says the same is left alone. An older slot's digest stays as it was.
 */
export async function correctDigests(ctx: JobCtx, countedAt: Instant, render: Render): Promise<void> {
  const day = newestSlot(ctx);
  const moment = dueOn(day, ctx.program);
  if (countedAt > moment) return;
  const known = new Map<Instant, Promise<Facts>>();
  const knownAt = (instant: Instant): Promise<Facts> => {
    const read = known.get(instant) ?? readSlot(ctx, day, instant);
    known.set(instant, read);
    return read;
  };
  for (const held of await ctx.store.subscriptions.ofProgram(ctx.program.id, 'daily')) {
    if (held.sinceAt > moment) continue;
    const cause = causeOf(day, held.id);
    const earlier = await ctx.store.subscriptions.postedUnder(ctx.program.workspaceId, cause);
    const [posted, last] = [earlier[0], earlier.at(-1)];
    if (posted === undefined || last === undefined) {
      if (ctx.now - moment < POSTING_TAKES_MS)
        throw new Error(`the digest of ${day} is not posted yet: it is corrected once it is`);
      continue;
    }
    const fresh = computeDigest(await knownAt(ctx.now), held.scope);
    const said = computeDigest(await knownAt(last.knownAt), held.scope);
    if (corrections(said, fresh).length === 0) continue;
    const original = computeDigest(await knownAt(posted.knownAt), held.scope);
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
  const subject = `digest:daily:${digest.day}:${subscription.id}`;
  const post = { workspaceId, programId, channelId, at: ctx.now };
  const parentId = await tx.posts.write({ ...post, subject, body: top });
  for (const { name, message, empty } of replies) {
    const replySubject = `${subject}:${name}`;
    if (empty && (await tx.posts.bySubject(workspaceId, replySubject)) === null) continue;
    await tx.posts.write({ ...post, subject: replySubject, parentId, body: message });
  }
  await tx.send('deliver', { channelId }, { key: channelId });
  await tx.activity.add([
    {
      workspaceId,
      programId,
      at: ctx.now,
      personId: null,
      action: ordinal === 0 ? 'digest-posted' : 'digest-corrected',
      thing: 'subscription',
      thingId: subscription.id,
      after: { knownAt: digest.at.knownAt, moment: digest.at.moment, late },
      cause,
      ordinal,
    },
  ]);
}
