import type { Store } from '../../store/index.js';
import { insist } from '../insist.js';

/** What was answered within this is written down together. */
const GATHER_MS = 50;

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
    await insist(() => store.payloads.finish(keys));
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
