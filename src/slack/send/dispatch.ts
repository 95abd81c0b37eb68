import pLimit from 'p-limit';
import type { Logger } from 'pino';
import { Again } from './deliver.js';

/** How many channels are delivered at the same time: at about a message a second each, well under what Slack takes. */
const CHANNELS_AT_ONCE = 40;

/**
 * Delivers a channel's posts as soon as they are written down: one run a channel at a time, whatever is written meanwhile
 * goes with it or with the next. What has to wait (a rate limit, a lost answer) becomes a job. A run that dies with its
 * process loses nothing: whoever ticks finds the posts in the store.
 */
export function openWake(parts: {
  readonly deliver: (channelId: string) => Promise<void>;
  readonly later: (channelId: string, seconds: number) => Promise<void>;
  readonly log: Logger;
}) {
  const limit = pLimit(CHANNELS_AT_ONCE);
  const waiting = new Set<string>();
  const runs = new Map<string, Promise<void>>();
  let stopped = false;

  async function run(channelId: string): Promise<void> {
    while (!stopped && waiting.delete(channelId)) {
      try {
        await parts.deliver(channelId);
      } catch (error) {
        const seconds = error instanceof Again ? error.seconds : 5;
        if (!(error instanceof Again)) parts.log.error({ err: error, channelId }, 'a delivery met a fault');
        if (seconds === 0) waiting.add(channelId);
        else
          await parts
            .later(channelId, seconds)
            .catch((lost: unknown) => parts.log.error({ err: lost, channelId }, 'a delivery could not be put off'));
      }
    }
  }

  return {
    wake(channelId: string): void {
      waiting.add(channelId);
      if (runs.has(channelId)) return;
      const done = limit(() => run(channelId)).finally(() => {
        runs.delete(channelId);
        if (!stopped && waiting.has(channelId)) this.wake(channelId);
      });
      runs.set(channelId, done);
    },

    /** Lets the runs that are under way end, and begins no more: what is left is in the store. */
    async stop(): Promise<void> {
      stopped = true;
      await Promise.allSettled(runs.values());
    },

    /** Resolves when no channel is being delivered; false where none was. */
    async idle(): Promise<boolean> {
      if (runs.size === 0) return false;
      while (runs.size > 0) await Promise.allSettled(runs.values());
      return true;
    },
  };
}
