import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { createBirpc } from 'birpc';
import type { Logger } from 'pino';
import { enteringSurely, openEntering } from '../../store/entering.js';
import type { IntakeHome } from '../../store/home/intake-home.js';
import type { Store as OpenStore } from '../../store/home/open.js';
import { programBeside } from '../../thread.js';
import type { Meters } from '../../upkeep/meters.js';
import type { FormAskers } from './form-askers.js';
import type { SurfaceIntake } from './intake.js';
import type { ReceiverSettings } from './receiver.js';
import { type Receiving, type ReceivingSettings, serveReceiving, type Working } from './receiving.js';

type Port = Pick<MessagePort, 'postMessage'> & { on(event: 'message', hear: (message: unknown) => void): unknown };

/** The thread that receives, on its way: it reads its modules while the store is opened and Slack is asked. */
export type BegunThread = { readonly port: Port; readonly end: () => Promise<void> };

/**
 * Begins the thread that receives (receiving.ts). `onLost`: Slack refuses the token for good, or the thread ended by itself, and
 * nothing comes in any more. `here`: in this very thread, for tests, which open hundreds.
 */
export function beginReceivingThread(
  config: ReceiverSettings,
  home: IntakeHome,
  { here, onLost }: { readonly here: boolean; readonly onLost: (why: Error) => void },
): BegunThread {
  const settings: ReceivingSettings = {
    receiver: {
      SLACK_APP_TOKEN: config.SLACK_APP_TOKEN,
      SLACK_SIGNING_SECRET: config.SLACK_SIGNING_SECRET,
      SLACK_API_URL: config.SLACK_API_URL,
      PORT: config.PORT,
      GONGJIAN_CONNECTIONS: config.GONGJIAN_CONNECTIONS,
    },
    home,
  };
  return here ? inThisThread(settings) : inItsOwn(settings, onLost);
}

export type ReceivingParts = {
  readonly opened: Pick<OpenStore, 'executeSql' | 'checkpoint' | 'lost'>;
  readonly formAskers: FormAskers;
  readonly working: SurfaceIntake['working'];
  readonly meters: Pick<Meters, 'acknowledged' | 'kept'>;
  /** Whether work can be done: what `/health` says over HTTP. */
  readonly well: () => Promise<boolean>;
  readonly onLost: (why: Error) => void;
  readonly log: Logger;
};

/** Ties the thread that receives to the one that works. Nothing comes in before `start`. */
export function openReceiving(begun: BegunThread, parts: ReceivingParts) {
  const { opened, meters, onLost, log } = parts;
  const enter = openEntering(opened.executeSql);
  let open = false;
  const working: Working = {
    ...parts.working,
    enter,
    enterSurely: enteringSurely(enter, opened.lost),
    checkpoint: opened.checkpoint,
    well: parts.well,
    opened(now) {
      open = now;
    },
    revoked: (why) => onLost(new Error(why)),
    measured: (what, kind, seconds) => meters[what].observe({ kind }, seconds),
    log: (level, facts, text) => log[level](facts, text),
  };
  const receiving = createBirpc<Receiving, Working>(working, { ...lineOf(begun.port), timeout: -1 });

  return {
    /** Resolves when all that has come in so far was handed on. */
    settle: async (): Promise<void> => (receiving.$closed ? undefined : receiving.settle()),
    full: (full: boolean) => void receiving.full.asEvent(full),
    /** Whether payloads can come in. */
    open: () => open,

    /** Resolves when payloads can come in. Throws what Slack or the system refuses. */
    async start(): Promise<void> {
      await receiving.open(parts.formAskers);
      const refused = await receiving.start();
      if (refused) throw Object.assign(new Error(refused.message), refused.facts);
    },

    /** Nothing comes in any more; what came in is still answered. */
    stop: async (): Promise<void> => (receiving.$closed ? undefined : receiving.stop()),

    async close(): Promise<void> {
      if (receiving.$closed) return;
      await receiving.close();
      receiving.$close();
      await begun.end();
    },
  };
}

const lineOf = (port: Port) => ({
  post: (message: unknown) => port.postMessage(message),
  on: (hear: (message: unknown) => void) => void port.on('message', hear),
});

function inItsOwn(settings: ReceivingSettings, onLost: (why: Error) => void): BegunThread {
  const worker = new Worker(programBeside(import.meta.url, 'receiving-worker'), { workerData: settings });
  let ending = false;
  worker
    .on('error', onLost)
    .on('exit', (code) => ending || onLost(new Error(`The thread that receives ended with ${code}.`)));
  return {
    port: worker,
    async end() {
      ending = true;
      await worker.terminate();
    },
  };
}

function inThisThread(settings: ReceivingSettings): BegunThread {
  const { port1, port2 } = new MessageChannel();
  serveReceiving(lineOf(port2), settings);
  return {
    port: port1,
    async end() {
      port1.close();
    },
  };
}
