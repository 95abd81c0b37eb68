import { batched } from '../../store/batch.js';
import type { Store } from '../../store/index.js';
import type { Payload } from '../../store/payloads.js';
import type { Clock } from '../../time/clock.js';

/** What was answered within this is written down together. */
const GATHER_MS = 50;

/** Writes payloads down before they are acknowledged, and ends them when they were answered. */
export function openInbox(store: Store, clock: Clock) {
  let ended: string[] = [];
  let ending: Promise<void> | null = null;
  /** How many wait for rest: then nothing more is gathered. */
  let waiting = 0;
  let endNow = (): void => {};

  async function end(): Promise<void> {
    await new Promise<void>((resolve) => {
      endNow = resolve;
      setTimeout(resolve, waiting === 0 ? GATHER_MS : 0);
    });
    const keys = ended;
    ended = [];
    ending = null;
    await store.payloads.finish(keys);
  }

  return {
    /** True where the payload is new and was written down; false where it had arrived before. Rejects when the store is away. */
    receive: batched<Payload, boolean>(async (payloads) => {
      const fresh = new Set(await store.payloads.receive(payloads, clock.now()));
      // The same payload twice in one batch is new once.
      return payloads.map((payload) => fresh.delete(payload.key));
    }),

    /** Resolves when everything that was answered is written so. */
    async settled(): Promise<void> {
      while (ending) await ending;
    },

    /** Somebody waits until all is at rest; called again when they wait no more. */
    hurry(): () => void {
      waiting += 1;
      endNow();
      return () => {
        waiting -= 1;
      };
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
