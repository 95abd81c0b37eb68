import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { createBirpc } from 'birpc';
import { programBeside } from '../../thread.js';
import { type Receiving, type ReceivingSettings, serveReceiving, type Working } from './receiving.js';

type Side = Pick<MessagePort, 'postMessage'> & { on(event: 'message', hear: (message: unknown) => void): unknown };

const lineOf = (side: Side) => ({
  post: (message: unknown) => side.postMessage(message),
  on: (hear: (message: unknown) => void) => void side.on('message', hear),
});

/**
 * Begins the thread that receives; `onLost` is told where it ends by itself: nothing comes in any more then. `here`: in this very
 * thread, for tests, which open hundreds.
 */
export function openReceivingThread(
  settings: ReceivingSettings,
  working: Working,
  { here, onLost }: { readonly here: boolean; readonly onLost: (why: Error) => void },
) {
  const begun = here ? inThisThread(settings) : inItsOwn(settings, onLost);
  const receiving = createBirpc<Receiving, Working>(working, { ...lineOf(begun.side), timeout: -1 });
  return {
    receiving,
    async close(): Promise<void> {
      await receiving.close();
      receiving.$close();
      await begun.end();
    },
  };
}

function inItsOwn(settings: ReceivingSettings, onLost: (why: Error) => void) {
  const worker = new Worker(programBeside(import.meta.url, 'receiving-worker'), { workerData: settings });
  let ending = false;
  worker
    .on('error', onLost)
    .on('exit', (code) => ending || onLost(new Error(`The thread that receives ended with ${code}.`)));
  return {
    side: worker as Side,
    async end() {
      ending = true;
      await worker.terminate();
    },
  };
}

function inThisThread(settings: ReceivingSettings) {
  const { port1, port2 } = new MessageChannel();
  serveReceiving(lineOf(port2), settings);
  return {
    side: port1 as Side,
    async end() {
      port1.close();
    },
  };
}
