import type { ReceiverEvent } from '@slack/bolt';
import { createBirpc } from 'birpc';
import type { Arriving } from '../../store/entering.js';
import type { IntakeHome } from '../../store/home/intake-home.js';
import { type Intake, openIntake, type Received, type StoreOfIntake } from '../../store/intake.js';
import { lineOf, type Port } from './begin-receiving.js';
import { type FormAskers, openFormAskers } from './form-askers.js';
import { type Arrival, cleaned, readPayload } from './payload.js';
import { openReceiver, type ReceiverSettings } from './receiver.js';

/** What the thread that receives has to know before it does. */
export type ReceivingSettings = {
  readonly receiver: ReceiverSettings;
  readonly home: IntakeHome;
  readonly formAskers: FormAskers;
};

/** What an error was, for the other thread: `facts` are its own properties, such as Slack's answer. */
export type Fault = { readonly message: string; readonly facts: Readonly<Record<string, unknown>> };

type Level = 'debug' | 'info' | 'warn' | 'error';

/** What the thread that receives asks of the one that works. */
export type Working = StoreOfIntake & {
  /** Whether it asks for a form; if it does, the form is opened. */
  readonly asksForForm: (arrival: Arrival) => boolean;
  /** What a menu offers. */
  readonly menu: (arrival: Arrival) => Promise<object>;
  /** What a sent form is answered with; `fresh` as written down. */
  readonly form: (arrival: Arrival, fresh: boolean) => Promise<object>;
  /** It was written down and acknowledged. */
  readonly arrived: (arrival: Arrival, how: { readonly fresh: boolean; readonly waits: boolean }) => void;
  /** It could not be written down: whether it is acknowledged all the same, and with what. */
  readonly refused: (arrival: Arrival) => Promise<{ readonly acknowledge: boolean; readonly answer?: unknown }>;
  readonly well: () => Promise<boolean>;
  /** Whether payloads can come in. */
  readonly opened: (open: boolean) => void;
  readonly revoked: (why: string) => void;
  readonly measured: (what: 'acknowledged' | 'kept', kind: string, seconds: number) => void;
  readonly log: (level: Level, fields: object, text: string) => void;
};

/** What it answers, and is told. */
export type Receiving = {
  /** Opens what payloads are written down in; what an earlier process left there is entered into the store meanwhile. */
  readonly open: (settings: ReceivingSettings) => Promise<void>;
  /** Resolves when payloads can come in; with why, where Slack or the system refuses it. */
  readonly start: () => Promise<Fault | null>;
  /** Nothing comes in any more. */
  readonly stop: () => Promise<void>;
  /** Resolves when all that has come in so far is with the thread that works. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
  /** No more is to be begun: what comes now waits in the store. */
  readonly full: (full: boolean) => void;
};

/**
 * Receives, in a thread of its own so that no acknowledgement waits for work: every payload is written down, then acknowledged,
 * then handed on once.
 */
export function serveReceiving(port: Port): void {
  const passing = new Set<Promise<void>>();
  let mayAskForForm: ReturnType<typeof openFormAskers> = () => false;
  let full = false;
  let intake: Intake | null = null;
  let receiver: ReturnType<typeof openReceiver> | null = null;

  const working = createBirpc<Working, Receiving>(
    {
      async open({ receiver: settings, home, formAskers }) {
        mayAskForForm = openFormAskers(formAskers);
        const { enter, enterSurely, checkpoint } = working;
        const waits = () => void working.waits.asEvent();
        intake = await openIntake(home, { enter, enterSurely, checkpoint, waits }, log);
        receiver = openReceiver({
          settings,
          arrive,
          log,
          well: () => working.well(),
          onOpen: (open) => void working.opened.asEvent(open),
          onRevoked: (why) => void working.revoked.asEvent(why.message),
        });
      },
      start: async () =>
        receiver?.start().then(
          () => null,
          (error: unknown) => faultOf(error),
        ) ?? null,
      stop: async () => receiver?.stop(),
      async settle() {
        while (passing.size > 0) await Promise.allSettled(passing);
      },
      close: async () => intake?.close(),
      full(now) {
        full = now;
      },
    },
    { ...lineOf(port), timeout: -1 },
  );
  const tell = (level: Level) => (fields: object, text: string) =>
    void working.log.asEvent(level, cloneable(fields), text);
  const log = { debug: tell('debug'), info: tell('info'), warn: tell('warn'), error: tell('error') };

  function arrive(event: ReceiverEvent): Promise<void> {
    const passed = pass(event).finally(() => passing.delete(passed));
    passing.add(passed);
    return passed;
  }

  async function pass(event: ReceiverEvent): Promise<void> {
    const began = performance.now();
    const body = cleaned(event.body);
    const arrival = readPayload(body);
    const kind = arrival?.kind ?? 'other';
    const measured = (what: 'acknowledged' | 'kept') =>
      void working.measured.asEvent(what, kind, (performance.now() - began) / 1000);
    const acknowledge = (answer?: unknown) =>
      Promise.resolve(event.ack(answer)).then(
        () => measured('acknowledged'),
        (error) => log.info({ err: error }, 'an acknowledgement did not arrive'),
      );
    if (!arrival) return acknowledge();
    if (arrival.kind === 'suggestion') return acknowledge(await working.menu(arrival));
    if (mayAskForForm(arrival) && (await working.asksForForm(arrival))) return acknowledge();
    // A form is waited for by its person, and Slack lets nobody send many.
    const waits = arrival.kind !== 'view' && full;
    let kept: Received;
    try {
      kept = await written({
        key: arrival.key,
        workspaceId: arrival.workspaceId,
        kind,
        body: body as object,
        receivedAt: Date.now(),
        waits,
      });
      measured('kept');
    } catch (error) {
      log.error({ err: error, kind }, 'a payload could not be written down');
      const refused = await working.refused(arrival);
      return refused.acknowledge ? acknowledge(refused.answer) : undefined;
    }
    if (arrival.kind === 'view') return acknowledge(await working.form(arrival, await kept.fresh));
    await acknowledge();
    await working.arrived(arrival, { fresh: await kept.fresh, waits });
  }

  function written(payload: Arriving): Promise<Received> {
    if (!intake) throw new Error('the intake is not open');
    return intake.receive(payload);
  }
}

/** What another thread can be sent of an error. */
function faultOf(error: unknown): Fault {
  const { message = String(error) } = (error ?? {}) as { message?: string };
  return { message, facts: JSON.parse(JSON.stringify(error ?? {})) as Record<string, unknown> };
}

/** Fields of a line of the log with their errors bare: what hangs on one may be what no other thread can be sent. */
const cloneable = (fields: object): object =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (!(value instanceof Error)) return [name, value];
      return [name, Object.assign(new Error(value.message), { name: value.name, stack: value.stack })];
    }),
  );
