import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { programBeside } from '../../thread.js';

type Port = Pick<MessagePort, 'postMessage'> & { on(event: 'message', hear: (message: unknown) => void): unknown };

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
