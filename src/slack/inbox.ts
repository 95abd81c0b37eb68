import type { Clock } from '../clock.js';
import type { Store } from '../store/index.js';
import type { Payload } from '../store/payloads.js';
import { together } from '../store/together.js';

/** Writes payloads down before they are acknowledged, and ends them when they were answered. */
export function openInbox(store: Store, clock: Clock) {
  let ended: string[] = [];
  let ending: Promise<void> | null = null;

  let hurry: (() => void) | null = null;

  async function end(): Promise<void> {
    await new Promise<void>((resolve) => {
      hurry = resolve;
      setTimeout(resolve, 50);
    });
    const keys = ended;
    ended = [];
    ending = null;
    await store.payloads.finish(keys);
  }

  return {
    /** True where the payload is new and was written down; false where it had arrived before. Rejects when the store is away. */
    receive: together<Payload, boolean>(async (payloads) => {
      const fresh = new Set(await store.payloads.receive(payloads, clock.now()));
      // The same payload twice in one batch is new once.
      return payloads.map((payload) => fresh.delete(payload.key));
    }),

    /** Resolves when everything that was answered is written so. */
    async settled(): Promise<void> {
      while (ending) {
        // Somebody waits for it: nothing more is gathered.
        hurry?.();
        await ending;
      }
    },

    /** It was answered. Written with the next others; when the process dies first it is answered twice, never lost. */
    finish(key: string): Promise<void> {
      ended.push(key);
      ending ??= end();
      return ending;
    },
  };
}

export type Inbox = ReturnType<typeof openInbox>;
