import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../../store/index.js';

/** What was answered within this is written down together. */
const GATHER_MS = 50;
/** What was answered is not answered again because the store is away for a moment. */
const END_AGAIN_MS = 500;
const END_TRIES = 10;

/** Ends payloads when they were answered. */
export function openInbox(store: Store) {
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
    await finished(keys);
  }

  async function finished(keys: readonly string[]): Promise<void> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await store.payloads.finish(keys);
      } catch (error) {
        if (tried === END_TRIES) throw error;
        await sleep(END_AGAIN_MS);
      }
    }
  }

  return {
    /** Whether it was answered, by whichever process. */
    isDone: store.payloads.isDone,

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
