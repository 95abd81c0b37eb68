import type { LocalDay } from '../../domain/day.js';
import type { Digest } from '../../domain/digest/compute.js';
import type { Correction } from '../../domain/digest/corrections.js';
import { digestNumbers } from '../../domain/digest/numbers.js';
import type { JobCtx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { Subscription } from '../../store/subscriptions.js';
import { digestPosts } from './messages/posts.js';

/** The payload under which a subscription has its digest of a day. */
export const causeOf = (day: LocalDay, subscriptionId: number): string => `digest:${day}:${subscriptionId}`;

/**
 * Says a digest in its channel, its replies below it, and writes down what it was computed with, so that it can be again, and
 * every number that it said.
 */
export async function write(
  tx: Transaction,
  ctx: JobCtx,
  subscription: Subscription,
  digest: Digest,
  how: {
    readonly cause: string;
    readonly ordinal: number;
    readonly late: boolean;
    readonly corrected: readonly Correction[];
  },
): Promise<void> {
  const { workspaceId, id: programId } = ctx.program;
  const { channelId, language } = subscription;
  const { cause, ordinal, late, corrected } = how;
  const { top, replies } = digestPosts(digest, { language, private: false, past: false, late, corrections: corrected });
  const dedupeKey = `digest:${digest.cadence}:${digest.day}:${subscription.id}`;
  const post = { workspaceId, programId, channelId, at: ctx.now };
  const parentId = await tx.posts.write({ ...post, dedupeKey, body: top });
  for (const { name, message, empty } of replies) {
    const replyDedupeKey = `${dedupeKey}:${name}`;
    if (empty && (await tx.posts.byDedupeKey(workspaceId, replyDedupeKey)) === null) continue;
    await tx.posts.write({ ...post, dedupeKey: replyDedupeKey, parentId, body: message });
  }
  // Once for all of them: `notify` would wake the channel for each.
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
        language,
        channelId,
        knownAt: digest.at.knownAt,
        moment: digest.at.moment,
        after: digest.after,
        late,
        numbers: digestNumbers(digest),
      },
      cause,
      ordinal,
    },
  ]);
}
