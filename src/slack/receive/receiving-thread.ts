import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { createBirpc } from 'birpc';
import type { Logger } from 'pino';
import { enteringSurely, openEntering } from '../../store/entering.js';
import type { Store as OpenStore } from '../../store/home/open.js';
import { programBeside } from '../../thread.js';
import type { Meters } from '../../upkeep/meters.js';
import type { FormAskers } from './form-askers.js';
import type { SurfaceIntake } from './intake.js';
import type { ReceiverSettings } from './receiver.js';
import { type Receiving, type ReceivingSettings, serveReceiving, type Working } from './receiving.js';

export type ReceivingParts = {
  readonly config: ReceiverSettings;
  readonly opened: Pick<OpenStore, 'executeSql' | 'checkpoint' | 'intakeHome' | 'lost'>;
  readonly formAskers: FormAskers;
  readonly working: SurfaceIntake['working'];
  readonly meters: Pick<Meters, 'acknowledged' | 'kept'>;
  /** Whether work can be done: what `/health` says over HTTP. */
  readonly well: () => Promise<boolean>;
  /** Nothing comes in any more: Slack refuses the token for good, or the thread ended by itself. */
  readonly onLost: (why: Error) => void;
  /** In this very thread, for tests, which open hundreds. */
  readonly here: boolean;
  readonly log: Logger;
};

/** Begins the thread that receives (receiving.ts). Resolves when it is ready to; nothing comes in before `start`. */
export async function openReceivingThread(parts: ReceivingParts) {
  const { config, opened, meters, onLost, log } = parts;
  const settings: ReceivingSettings = {
    receiver: {
      SLACK_APP_TOKEN: config.SLACK_APP_TOKEN,
      SLACK_SIGNING_SECRET: config.SLACK_SIGNING_SECRET,
      SLACK_API_URL: config.SLACK_API_URL,
      PORT: config.PORT,
      GONGJIAN_CONNECTIONS: config.GONGJIAN_CONNECTIONS,
    },
    home: opened.intakeHome,
    formAskers: parts.formAskers,
  };
  const side = parts.here ? inThisThread(settings) : inItsOwn(settings, onLost);
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
  const receiving = createBirpc<Receiving, Working>(working, { ...lineOf(side.port), timeout: -1 });
  await receiving.open();

  return {
    /** Resolves when all that has come in so far was handed on. */
    settle: async (): Promise<void> => (receiving.$closed ? undefined : receiving.settle()),
    full: (full: boolean) => void receiving.full.asEvent(full),
    /** Whether payloads can come in. */
    open: () => open,

    /** Resolves when payloads can come in. Throws what Slack or the system refuses. */
    async start(): Promise<void> {
      const refused = await receiving.start();
      if (refused) throw Object.assign(new Error(refused.message), refused.facts);
    },

    /** Nothing comes in any more; what came in is still answered. */
    stop: async (): Promise<void> => (receiving.$closed ? undefined : receiving.stop()),

    async close(): Promise<void> {
      if (receiving.$closed) return;
      await receiving.close();
      receiving.$close();
      await side.end();
    },
  };
}

type Port = Pick<MessagePort, 'postMessage'> & { on(event: 'message', hear: (message: unknown) => void): unknown };

const lineOf = (port: Port) => ({
  post: (message: unknown) => port.postMessage(message),
  on: (hear: (message: unknown) => void) => void port.on('message', hear),
});

function inItsOwn(settings: ReceivingSettings, onLost: (why: Error) => void) {
  const worker = new Worker(programBeside(import.meta.url, 'receiving-worker'), { workerData: settings });
  let ending = false;
  worker
    .on('error', onLost)
    .on('exit', (code) => ending || onLost(new Error(`The thread that receives ended with ${code}.`)));
  return {
    port: worker as Port,
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
    port: port1 as Port,
    async end() {
      port1.close();
    },
  };
}
