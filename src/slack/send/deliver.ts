import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { Store } from '../../store/index.js';
import type { TakenPost } from '../../store/post-sending.js';
import type { Clock } from '../../time/clock.js';
import type { Meters } from '../../upkeep/meters.js';
import { type CallFailure, Closed, callFailure, isPermanent, readable } from '../calls.js';
import { insist } from '../insist.js';
import { troubleMessage } from '../words.js';
import { openNatives } from './native.js';
import type { WithPicture } from './pictures.js';
import { openWorkspaceRate, SLACKS_BURST, untilTurn } from './rate-limit.js';

/** Thrown to who woke it: try this channel again after so many seconds. */
export class RetryLater extends Error {
  constructor(
    readonly seconds: number,
    why: string,
  ) {
    super(why);
  }
}

/** While it sends, a process says so this often: three times within a post's lease (posts.renew). */
const RENEW_EVERY_MS = 2_000;

/** Of so many people the direct channel is remembered; of others it is asked before a message of theirs is changed. */
const MOST_DIRECT_CHANNELS = 10_000;

/** How long one run sends for one channel before it lets others go on: stopping waits as long. */
const RUN_MS = 5_000;

/** A channel whose answers are lost is tried again with a doubling wait, no longer than this: behind the first post wait the others. */
const MOST_SECONDS = 10;

/** So long after a post was written it may still get the picture that was not there in time. */
const PICTURE_WITHIN_MS = 10 * 60_000;

/** A message as it stands; `bare`: without the picture that is to come. */
type Sent = { readonly ts: string; readonly version: number; readonly bare: boolean };

const EVENT_TYPE = 'gongjian_post';

function isRefused(error: unknown, word: string): boolean {
  const failure = callFailure(error);
  return failure.kind === 'refused' && failure.error === word;
}

/**
 * Sends what was written down for a channel, in order, each post once. Slack has no idempotency key: a
 * post carries its id in its metadata, and one whose answer was lost is looked for before it is sent again.
 */
export function openDelivery({
  client,
  store,
  clock,
  log,
  withPicture,
  pictureLater,
  burst = SLACKS_BURST,
  meters,
  alone,
}: {
  client: WebClient;
  store: Store;
  clock: Clock;
  log: Logger;
  withPicture: WithPicture;
  /** Has a post sent again in a while: it went out without its picture. */
  pictureLater: (post: TakenPost) => Promise<void>;
  /** Messages to a channel without a wait; Slack's usual where it is left out. */
  burst?: number | undefined;
  meters: Pick<Meters, 'posts' | 'rateLimited'>;
  /** No other process writes posts: what is written while one is sent wakes this one again. */
  alone: boolean;
}) {
  const leases = openLeases(store, log);
  const natives = openNatives();
  const rate = openWorkspaceRate();
  const directChannels = new LRUCache<string, string>({ max: MOST_DIRECT_CHANNELS });

  /**
   * A post may be addressed to a person. Slack takes the person for the channel of a new message, and answers the channel;
   * asking for it first would cost a call of a narrower rate than posting's.
   */
  async function channelOf(post: TakenPost): Promise<string> {
    if (!/^[UW]/.test(post.channelId)) return post.channelId;
    if (!post.ts && post.tries === 0) return directChannels.get(post.channelId) ?? post.channelId;
    const known = directChannels.get(post.channelId);
    if (known) return known;
    const { channel } = await client.conversations.open({ users: post.channelId });
    const id = channel?.id;
    if (!id) throw new Error('conversations.open answered no channel');
    directChannels.set(post.channelId, id);
    return id;
  }

  /** The message of a post that may have arrived: its timestamp and the version it carries, or null. */
  async function find(post: TakenPost, channel: string): Promise<Sent | null> {
    const oldest = String(Math.floor(post.createdAt / 1000) - 60);
    for (let cursor: string | undefined; ; ) {
      const page = { channel, oldest, limit: 200, include_all_metadata: true, ...(cursor ? { cursor } : {}) };
      const answer = post.thread
        ? await client.conversations.replies({ ...page, ts: post.thread })
        : await client.conversations.history(page);
      for (const message of answer.messages ?? []) {
        const { metadata, ts, blocks } = message as {
          ts?: string;
          blocks?: readonly { type: string }[];
          metadata?: { event_type?: string; event_payload?: { post?: number; version?: number } };
        };
        if (ts && metadata?.event_type === EVENT_TYPE && metadata.event_payload?.post === post.id) {
          const drawn = (type: string) => type === 'image' || type === post.body.native?.block.type;
          const bare = post.body.picture !== undefined && !blocks?.some(({ type }) => drawn(type));
          return { ts, version: metadata.event_payload.version ?? 1, bare };
        }
      }
      cursor = answer.response_metadata?.next_cursor;
      if (!cursor) return null;
    }
  }

  async function send(post: TakenPost): Promise<Sent> {
    const channel = await channelOf(post);
    const found = !post.ts && post.tries > 0 ? await find(post, channel) : null;
    if (found) return found;
    const drawn = natives.of(post.body);
    if (drawn) {
      try {
        return { ...(await put(post, channel, drawn)), bare: false };
      } catch (error) {
        if (!isRefused(error, 'invalid_blocks')) throw error;
        log.info(
          { block: post.body.native?.block.type },
          'Slack refuses a block of its own; the plain one goes instead',
        );
        natives.refuse(post.body);
      }
    }
    const { blocks, pictured, notYet } = await withPicture(post.body);
    try {
      return { ...(await put(post, channel, blocks)), bare: notYet };
    } catch (error) {
      // Refused is not sent. A file that a block may not show after all stops no post: it goes without.
      if (!pictured || !isRefused(error, 'invalid_blocks')) throw error;
      return { ...(await put(post, channel, post.body.blocks as KnownBlock[])), bare: false };
    }
  }

  async function put(post: TakenPost, channel: string, blocks: KnownBlock[]): Promise<{ ts: string; version: number }> {
    const metadata = { event_type: EVENT_TYPE, event_payload: { post: post.id, version: post.version } };
    if (post.ts) {
      await client.chat.update({ channel, ts: post.ts, text: post.body.text, blocks, metadata });
      return { ts: post.ts, version: post.version };
    }
    const waited = meters.rateLimited.startTimer();
    await untilTurn(clock, post.turnAt);
    waited();
    if (!(await leases.held(post))) throw new RetryLater(1, 'another process took it while this one was held up');
    const answer = await readable(
      client.chat.postMessage({
        channel,
        text: post.body.text,
        blocks,
        metadata,
        unfurl_links: false,
        unfurl_media: false,
        ...(post.thread ? { thread_ts: post.thread } : {}),
      }),
    ).catch((error: unknown) => {
      // A search or an edit that was too fast says nothing of this: they have rates of their own.
      const failure = callFailure(error);
      if (failure.kind === 'limited') rate.refused(failure.seconds);
      throw error;
    });
    // It is there and is not known where: like an answer that was lost.
    if (!answer?.ts) throw new Closed('chat.postMessage answered no ts');
    rate.taken();
    if (answer.channel && /^[UW]/.test(channel)) directChannels.set(channel, answer.channel);
    return { ts: answer.ts, version: post.version };
  }

  /** What Slack refuses for good stops this post alone; the coordinators hear of it once for each channel and reason. */
  async function giveUp(post: TakenPost, error: string): Promise<void> {
    log.warn({ channel: post.channelId, post: post.id, error }, 'a post was refused');
    const program = post.programId;
    await store.transaction(async (tx) => {
      await tx.posts.failed(post.id, error);
      if (program === null || post.dedupeKey.startsWith('trouble:')) return;
      for (const coordinator of await tx.people.coordinators(program)) {
        if (!coordinator.slackUserId) continue;
        await tx.posts.write({
          workspaceId: post.workspaceId,
          programId: program,
          channelId: coordinator.slackUserId,
          dedupeKey: `trouble:${post.channelId}:${error}:${coordinator.id}`,
          body: troubleMessage(coordinator.language, post.channelId, error),
          at: clock.now(),
        });
        tx.deliver(coordinator.slackUserId);
      }
    });
  }

  async function noteFailure(post: TakenPost, failure: CallFailure): Promise<void> {
    meters.posts.inc({ outcome: failure.kind });
    if (isPermanent(failure)) return giveUp(post, failure.error);
    if (failure.kind === 'limited') {
      await insist(() => store.posts.release(post.id));
      throw new RetryLater(failure.seconds, 'rate limited');
    }
    await insist(() => store.posts.uncertain(post.id));
    throw new RetryLater(
      Math.min(MOST_SECONDS, 0.5 * 2 ** post.tries),
      failure.kind === 'lost' ? 'the answer was lost' : failure.error,
    );
  }

  async function deliver(channelId: string): Promise<void> {
    const began = performance.now();
    for (;;) {
      if (performance.now() - began > RUN_MS) throw new RetryLater(0, 'the next run goes on with the channel');
      const asked = performance.now();
      const post = await store.posts.take(channelId, { now: clock.now(), burst });
      if (!post) return;
      leases.begin(post, asked);
      try {
        const { ts, version, bare } = await send(post);
        meters.posts.inc({ outcome: post.ts ? 'edited' : 'sent' });
        if (bare && clock.now() - post.createdAt < PICTURE_WITHIN_MS) await pictureLater(post);
        await insist(() => store.posts.posted(post.id, ts, version));
        if (alone && !post.more) return;
      } catch (error) {
        if (error instanceof RetryLater) await insist(() => store.posts.uncertain(post.id));
        else await noteFailure(post, callFailure(error));
        if (error instanceof RetryLater) throw error;
      } finally {
        leases.end(post);
      }
    }
  }

  return { deliver, rate };
}

/** Says that this process is alive while it sends, so that others leave its posts alone, and find those of a dead one soon. */
function openLeases(store: Store, log: Logger) {
  /**
   * By id, since when a post is ours for sure: from before it was asked for, since a machine may stop this process until long
   * after the store has answered.
   */
  const open = new Map<number, { readonly post: TakenPost; since: number }>();
  let timer: NodeJS.Timeout | undefined;

  /** Answers the ids of those that are still ours. */
  async function renew(posts: readonly TakenPost[]): Promise<ReadonlySet<number>> {
    const asked = performance.now();
    const held = await store.posts.renew(posts);
    for (const id of held) {
      const lease = open.get(id);
      if (lease) lease.since = asked;
    }
    return held;
  }

  return {
    /** `since`: from before it was taken. */
    begin(post: TakenPost, since: number): void {
      open.set(post.id, { post, since });
      timer ??= setInterval(() => {
        renew([...open.values()].map((lease) => lease.post)).catch((error: unknown) =>
          log.debug({ err: error }, 'leases were not renewed'),
        );
      }, RENEW_EVERY_MS).unref();
    },

    end(post: TakenPost): void {
      open.delete(post.id);
      if (open.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    },

    /** Whether a post is still this process's to send: asked where the last renewal is long ago, after a pause above all. */
    async held(post: TakenPost): Promise<boolean> {
      const since = () => open.get(post.id)?.since ?? Number.NEGATIVE_INFINITY;
      while (performance.now() - since() > 2 * RENEW_EVERY_MS) if (!(await renew([post])).has(post.id)) return false;
      return true;
    },
  };
}
