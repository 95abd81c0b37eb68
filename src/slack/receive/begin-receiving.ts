import { getPriority, platform, setPriority } from 'node:os';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { programBeside } from '../../thread.js';

/** The priority of what works (0 as others, 19 last): a third of the turns of what receives, where both want one. */
const STEPS_BACK = 5;

/** A port to the other side, which may be in the same thread. */
export type Port = Pick<MessagePort, 'postMessage'> & {
  on(event: 'message', hear: (message: unknown) => void): unknown;
};

/** It as the two sides call each other over it. */
export const lineOf = (port: Port) => ({
  post: (message: unknown) => port.postMessage(message),
  on: (hear: (message: unknown) => void) => void port.on('message', hear),
});

/** The thread that receives (receiving.ts), on its way: it reads its modules while this one reads its own. */
export type BegunThread = {
  readonly port: Port;
  /** Told when it ends by itself: nothing comes in any more. */
  readonly onEnd: (lost: (why: Error) => void) => void;
  /** From now on the thread that works lets it go first: called when it receives, so that a start takes no longer. */
  readonly goesFirst: () => void;
  readonly end: () => Promise<void>;
};

/** Begins it. It keeps nobody from going before it is told to receive. */
export function beginReceivingThread(): BegunThread {
  const worker = new Worker(programBeside(import.meta.url, 'receiving-worker'));
  worker.unref();
  let ending = false;
  return {
    port: worker,
    onEnd: (lost) =>
      void worker
        .on('error', lost)
        .on('exit', (code) => ending || lost(new Error(`The thread that receives ended with ${code}.`))),
    goesFirst: letItGoFirst,
    async end() {
      ending = true;
      await worker.terminate();
    },
  };
}

/**
 * Where both want a processor, what is to be acknowledged goes before what is worked. Linux knows the priority of a thread; elsewhere
 * it is that of the whole process, and both have the same turn, as they have where the system forbids it.
 */
function letItGoFirst(): void {
  if (platform() !== 'linux') return;
  try {
    if (getPriority() < STEPS_BACK) setPriority(STEPS_BACK);
  } catch {
    // Forbidden: acknowledgements wait for their turn as everything else does.
  }
}

/** The same in this very thread, for those who open hundreds. `serve`: what the thread would do. */
export function receiveHere(serve: (port: Port) => void): BegunThread {
  const { port1, port2 } = new MessageChannel();
  serve(port2);
  return {
    port: port1,
    onEnd: () => {},
    goesFirst: () => {},
    async end() {
      port1.close();
    },
  };
}
