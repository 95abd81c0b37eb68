import type { Logger } from 'pino';

/** How long one job answers for what is written down after it: another process may have taken and ended it already. */
const ASK_AGAIN_MS = 1000;

/**
 * Asks for the delivery of a channel's posts: one job a channel, however many posts wait in it. The posts themselves are
 * what must not be lost; they are in the store, and whoever ticks finds a channel whose job was never sent.
 */
export function openWake(send: (channelId: string) => Promise<void>, log: Logger) {
  /** Channels whose job was sent and did not run here yet; `more`: something was written down since. */
  const asked = new Map<string, { more: boolean; timer: NodeJS.Timeout }>();
  const sending = new Set<Promise<void>>();

  function wake(channelId: string): void {
    const before = asked.get(channelId);
    if (before) {
      before.more = true;
      return;
    }
    const timer = setTimeout(() => {
      const more = asked.get(channelId)?.more ?? false;
      awake(channelId);
      if (more) wake(channelId);
    }, ASK_AGAIN_MS);
    timer.unref();
    asked.set(channelId, { more: false, timer });
    const sent = send(channelId)
      .catch((error: unknown) => {
        awake(channelId);
        log.error({ err: error, channelId }, 'a delivery could not be asked for');
      })
      .finally(() => sending.delete(sent));
    sending.add(sent);
  }

  /** Its job runs here: what is written down from now on needs another. */
  function awake(channelId: string): void {
    clearTimeout(asked.get(channelId)?.timer);
    asked.delete(channelId);
  }

  return {
    wake,
    awake,

    /** Resolves when every job that was asked for is written down. */
    async idle(): Promise<void> {
      while (sending.size > 0) await Promise.allSettled(sending);
    },
  };
}
