import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { programBeside } from '../../thread.js';

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
    async end() {
      ending = true;
      await worker.terminate();
    },
  };
}

/** The same in this very thread, for those who open hundreds. `serve`: what the thread would do. */
export function receiveHere(serve: (port: Port) => void): BegunThread {
  const { port1, port2 } = new MessageChannel();
  serve(port2);
  return {
    port: port1,
    onEnd: () => {},
    async end() {
      port1.close();
    },
  };
}
