import { createBirpc } from 'birpc';
import type { Logger } from 'pino';
import { enteringSurely, openEntering } from '../../store/entering.js';
import type { Store as OpenStore } from '../../store/home/open.js';
import type { Meters } from '../../upkeep/meters.js';
import type { SurfaceArrivals } from './arrivals.js';
import { type BegunThread, lineOf } from './begin-receiving.js';
import type { FormAskers } from './form-askers.js';
import type { ReceiverSettings } from './receiver.js';
import type { Receiving, ReceivingSettings, Working } from './receiving.js';

export type ReceivingParts = {
  readonly config: ReceiverSettings;
  readonly opened: Pick<OpenStore, 'executeSql' | 'checkpoint' | 'lost' | 'intakeHome'>;
  readonly formAskers: FormAskers;
  readonly working: SurfaceArrivals['working'];
  readonly meters: Pick<Meters, 'acknowledged' | 'kept'>;
  /** Whether work can be done: what `/health` says over HTTP. */
  readonly well: () => Promise<boolean>;
  /** Slack refuses the token for good, or the thread ended by itself: nothing comes in any more. */
  readonly onLost: (why: Error) => void;
  readonly log: Logger;
};

/** Ties the thread that receives to the one that works. Nothing comes in before `start`. */
export function openReceiving(begun: BegunThread, parts: ReceivingParts) {
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
  begun.onEnd(onLost);
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
      await receiving.open(settings);
      const refused = await receiving.start();
      if (refused) throw Object.assign(new Error(refused.message), refused.facts);
      begun.goesFirst();
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
