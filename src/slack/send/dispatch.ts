import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { WorkedJob } from '../../job.js';
import type { LeftPost } from '../../store/post-sending.js';
import { RetryLater } from './deliver.js';
import type { WorkspaceRate } from './rate-limit.js';

/** How many channels are delivered at the same time: at about a message a second each, well under what Slack takes. */
const CHANNELS_AT_ONCE = 40;

/** Where Slack's rate for the workspace is spent (ten a second): each more is refused. */
const SPENT_AT_ONCE = 12;

/** As many channels are remembered as waiting; of more, the store is asked page by page. Half a million take no more memory. */
const MOST_WAITING = 500;

/** A fault is mostly that of a connection that is there again by then. */
const FAULT_SECONDS = 2;

/** What may be sent and is sent by nobody for so long was left: its sender died, or never heard that it had been written down. */
const LEFT_AFTER_MS = 4_000;

/** A channel is delivered later: Slack's rate, or an answer that was lost. */
export const deliverJob = { name: 'deliver', data: z.object({ channelId: z.string() }), concurrency: 2 };

/**
 * Delivers a channel's posts as soon as they are written down: one run a channel at a time, whatever is written meanwhile
 * goes with it or with the next. What has to wait (a rate limit, a lost answer) becomes a job. A run that dies with its
 * process loses nothing: another finds the posts in the store (`lookForLeft`, and whoever ticks).
 */
export function openDispatcher(parts: {
  readonly deliver: (channelId: string) => Promise<void>;
  readonly later: (channelId: string, seconds: number) => Promise<void>;
  /** The channels after `after`, in their order, at most `most`, in which something waits. */
  readonly waiting: (after: string, most: number) => Promise<readonly string[]>;
  /** Of channels in which something may be sent and nobody sends, the first post; at most `most`. */
  readonly left: (most: number) => Promise<readonly LeftPost[]>;
  /** The channels that were put off until later. */
  readonly putOff: () => Promise<ReadonlySet<string>>;
  readonly rate: Pick<WorkspaceRate, 'restMs' | 'isSpent'>;
  readonly log: Logger;
}) {
  const waiting = new Set<string>();
  const runs = new Map<string, Promise<void>>();
  /** More wait in the store than are remembered. */
  let more = false;
  let after = '';
  let looking: Promise<void> | null = null;
  let resting: Promise<void> | null = null;
  let stopped = false;
  /** By channel, the first post that nobody was sending at the last look, and since when. */
  let left: ReadonlyMap<string, { readonly id: number; readonly since: number }> = new Map();

  async function run(channelId: string): Promise<void> {
    try {
      await parts.deliver(channelId);
    } catch (error) {
      const seconds = error instanceof RetryLater ? error.seconds : FAULT_SECONDS;
      if (!(error instanceof RetryLater)) parts.log.error({ err: error, channelId }, 'a delivery met a fault');
      if (seconds === 0) dispatch(channelId);
      else
        await parts.later(channelId, seconds).catch((lost: unknown) => {
          parts.log.error({ err: lost, channelId }, 'a delivery could not be put off');
          // The store is away: no job keeps it, so this process does, as long as it lives.
          setTimeout(() => stopped || dispatch(channelId), seconds * 1000).unref();
        });
    }
  }

  const mayBegin = () =>
    !stopped && resting === null && runs.size < (parts.rate.isSpent() ? SPENT_AT_ONCE : CHANNELS_AT_ONCE);

  /** Slack takes nothing new for a while: what waits goes on waiting. */
  function restWhileAsked(): void {
    const ms = parts.rate.restMs();
    if (ms === 0 || resting) return;
    resting = sleep(ms, undefined, { ref: false }).then(() => {
      resting = null;
      begin();
    });
  }

  function begin(): void {
    restWhileAsked();
    for (const channelId of waiting) {
      if (!mayBegin()) return;
      if (runs.has(channelId)) continue;
      waiting.delete(channelId);
      runs.set(
        channelId,
        run(channelId).finally(() => {
          runs.delete(channelId);
          begin();
        }),
      );
    }
    if (more && !stopped && !looking && waiting.size < CHANNELS_AT_ONCE) {
      looking = look().finally(() => {
        looking = null;
        begin();
      });
    }
  }

  /** The next page of what waits in the store. */
  async function look(): Promise<void> {
    try {
      const page = await parts.waiting(after, MOST_WAITING);
      after = page.at(-1) ?? '';
      more = page.length === MOST_WAITING;
      for (const channelId of page) waiting.add(channelId);
    } catch (error) {
      more = false;
      parts.log.error({ err: error }, 'what waits was not found; the next tick looks again');
    }
  }

  function lookFrom(start: string): void {
    after = start;
    more = true;
  }

  function dispatch(channelId: string): void {
    if (waiting.size < MOST_WAITING) waiting.add(channelId);
    // From the beginning, unless a look that is under way comes by it.
    else if (!more || channelId <= after) lookFrom('');
    begin();
  }

  const busy = () => runs.size > 0 || looking !== null || (waiting.size > 0 && !stopped);

  return {
    dispatch,

    job: {
      ...deliverJob,
      run: async ({ channelId }) => dispatch(channelId),
    } satisfies WorkedJob<z.infer<typeof deliverJob.data>>,

    /** Everything that waits in the store: what a process that died left behind. */
    dispatchAll(): void {
      if (!more) lookFrom('');
      begin();
    },

    /** Sends what waits though nobody sends it and nothing was put off: for replicas, which ask every few seconds. */
    async lookForLeft(): Promise<void> {
      const now = performance.now();
      const found = await parts.left(MOST_WAITING);
      left = new Map(
        found.map(({ channelId, id }) => {
          const known = left.get(channelId);
          return [channelId, known?.id === id ? known : { id, since: now }];
        }),
      );
      const long = [...left].flatMap(([channelId, { since }]) => (now - since < LEFT_AFTER_MS ? [] : [channelId]));
      if (long.length === 0) return;
      const putOff = await parts.putOff();
      for (const channelId of long) if (!putOff.has(channelId)) dispatch(channelId);
    },

    /** Lets the runs that are under way end, and begins no more: what is left is in the store. */
    async stop(): Promise<void> {
      stopped = true;
      await Promise.allSettled(runs.values());
    },

    /** Resolves when no channel is being delivered; false where none was. */
    async idle(): Promise<boolean> {
      if (!busy()) return false;
      while (busy()) {
        await Promise.allSettled([...runs.values(), looking, resting]);
        await new Promise((resolve) => setImmediate(resolve));
      }
      return true;
    },
  };
}
