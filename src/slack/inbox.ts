import type { Clock } from '../clock.js';
import type { Store } from '../store/index.js';
import type { Payload } from '../store/payloads.js';

type Waiting = {
  readonly payload: Payload;
  readonly resolve: (fresh: boolean) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Writes payloads down before they are acknowledged. What arrives while a write is under way goes with the next one:
 * a burst costs few commits, a single payload none extra.
 */
export function openInbox(store: Store, clock: Clock) {
  let waiting: Waiting[] = [];
  let writing = false;
  let ended: string[] = [];
  let ending: Promise<void> | null = null;

  async function write(): Promise<void> {
    if (writing) return;
    writing = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        const fresh = new Set(
          await store.payloads.receive(
            batch.map((each) => each.payload),
            clock.now(),
          ),
        );
        // The same payload twice in one batch is new once.
        for (const each of batch) each.resolve(fresh.delete(each.payload.key));
      } catch (error) {
        for (const each of batch) each.reject(error);
      }
    }
    writing = false;
  }

  async function end(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const keys = ended;
    ended = [];
    ending = null;
    await store.payloads.finish(keys);
  }

  return {
    /** True where the payload is new and was written down; false where it had arrived before. Rejects when the store is away. */
    receive(payload: Payload): Promise<boolean> {
      return new Promise((resolve, reject) => {
        waiting.push({ payload, resolve, reject });
        void write();
      });
    },

    /** Resolves when everything that was answered is written so. */
    async settled(): Promise<void> {
      while (ending) await ending;
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
