import { setTimeout as wait } from 'node:timers/promises';
import type { App, ReceiverEvent } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Received } from '../../store/intake.js';
import type { Meters } from '../../upkeep/meters.js';
import type { Answers } from '../send/answer.js';
import { surfaceWords } from '../words.js';
import type { Delivery, KnownLanguages } from './delivery.js';
import { loadingForm, savingForm } from './forms.js';
import type { Inbox } from './inbox.js';
import { type Arrival, cleaned, readPayload } from './payload.js';
import type { WorkWindow } from './window.js';

/** Slack waits 3 s for what a sent form answers; later, the window says that it is being saved. */
const FORM_PATIENCE_MS = 2_400;

/** Longer than that, and still within Slack's: by then another process that works the same form has answered it. */
const OTHERS_PATIENCE_MS = 2_600;

/** A sent form that is delivered twice is answered the same twice. */
const REMEMBER_FORMS_MS = 60_000;

export type IntakeParts = {
  readonly inbox: Inbox;
  readonly meters: Pick<Meters, 'acknowledged' | 'kept'>;
  readonly answers: Answers;
  readonly languages: KnownLanguages;
  readonly opensForm: (arrival: Arrival) => boolean;
  readonly window: WorkWindow;
  readonly log: Logger;
};

/**
 * Between the receiver and Bolt: every payload is written down, then acknowledged, then handed on once. What Bolt is
 * handed carries its delivery in the context.
 */
export function openIntake({ inbox, meters, answers, languages, opensForm, window, log }: IntakeParts) {
  const sentForms = new Map<string, Promise<object>>();
  const openedForms = new Set<string>();
  const passing = new Set<Promise<void>>();

  async function pass(received: ReceiverEvent, bolt: App): Promise<void> {
    const event = { ...received, body: cleaned(received.body) as ReceiverEvent['body'] };
    const arrival = readPayload(event.body);
    const kind = arrival?.kind ?? 'other';
    const acknowledged = meters.acknowledged.startTimer({ kind });
    const written = meters.kept.startTimer({ kind });
    const acknowledge = (answer?: unknown) =>
      Promise.resolve(event.ack(answer)).then(
        () => void acknowledged(),
        (error) => log.info({ err: error }, 'an acknowledgement did not arrive'),
      );
    if (!arrival) return acknowledge();
    if (arrival.kind === 'suggestion') return acknowledge(await answerMenu(arrival, event, bolt));
    if (opensForm(arrival)) return openForm(arrival, acknowledge, event, bolt);
    // A form is waited for by its person, and Slack lets nobody send many.
    const waits = arrival.kind !== 'view' && window.full();
    let kept: Received;
    try {
      kept = await inbox.receive({
        key: arrival.key,
        workspaceId: arrival.workspaceId,
        kind: arrival.kind,
        body: event.body,
        waits,
      });
      written();
    } catch (error) {
      log.error({ err: error, kind: arrival.kind }, 'a payload could not be written down');
      return refuseWhileAway(arrival, acknowledge);
    }
    if (arrival.kind === 'view')
      return acknowledge(
        await ((await kept.fresh)
          ? answerForm(arrival, event, bolt)
          : (sentForms.get(arrival.key) ?? answeredElsewhere(arrival))),
      );
    await acknowledge();
    const fresh = await kept.fresh;
    if (waits) return window.waits();
    if (fresh)
      await hand(event, bolt, { arrival, form: null, answered: null, retried: false, tries: 1, heardAt: null });
  }

  const hand = (event: ReceiverEvent, bolt: App, delivery: Delivery) =>
    window.run(delivery.arrival.key, () =>
      bolt.processEvent({ ...event, ack: async () => {}, customProperties: { delivery } }),
    );

  /**
   * Asking for a form causes nothing that could be lost: it is acknowledged and opened before the store is touched, so
   * that the window is there within Slack's three seconds however slow the store is.
   */
  async function openForm(
    arrival: Arrival,
    acknowledge: () => Promise<unknown>,
    event: ReceiverEvent,
    bolt: App,
  ): Promise<void> {
    await acknowledge();
    if (openedForms.has(arrival.key)) return;
    openedForms.add(arrival.key);
    setTimeout(() => openedForms.delete(arrival.key), REMEMBER_FORMS_MS).unref();
    const form = arrival.triggerId ? answers.open(arrival.triggerId, loadingForm(languages.of(arrival.userId))) : null;
    await hand(event, bolt, { arrival, form, answered: null, retried: false, tries: 1, heardAt: null });
  }

  /** Nothing was kept: the person hears it at once, and Slack delivers events again by itself. */
  async function refuseWhileAway(arrival: Arrival, acknowledge: (answer?: unknown) => Promise<unknown>): Promise<void> {
    const text = surfaceWords(languages.of(arrival.userId)).storeAway;
    if (arrival.kind === 'command') await acknowledge({ response_type: 'ephemeral', text });
    else if (arrival.kind === 'view') {
      const [block] = Object.keys(arrival.body.view?.state?.values ?? {});
      await acknowledge(block ? { response_action: 'errors', errors: { [block]: text } } : undefined);
    } else if (arrival.kind === 'action') {
      // Where it cannot be told, Slack's own mark on the button says that nothing happened.
      if (arrival.responseUrl && (await answers.respond(arrival.responseUrl, { text, blocks: [] }, false)))
        await acknowledge();
    }
  }

  /** What a menu offers causes nothing: it is looked up at once, and a person who got nothing types on. */
  function answerMenu(arrival: Arrival, event: ReceiverEvent, bolt: App): Promise<object> {
    return new Promise((answered) => {
      const none = setTimeout(() => answered({ options: [] }), FORM_PATIENCE_MS);
      void hand(event, bolt, { arrival, form: null, answered, retried: false, tries: 1, heardAt: null }).finally(() => {
        clearTimeout(none);
        answered({ options: [] });
      });
    });
  }

  /** A sent form is answered with its outcome where that is there in time, else later and in its window. */
  function answerForm(arrival: Arrival, event: ReceiverEvent, bolt: App): Promise<object> {
    const answer = new Promise<object>((resolve) => {
      const late = setTimeout(
        () => resolve({ response_action: 'update', view: savingForm(languages.of(arrival.userId)) }),
        FORM_PATIENCE_MS,
      );
      const answered = (response: object) => {
        clearTimeout(late);
        resolve(response);
      };
      void hand(event, bolt, { arrival, form: null, answered, retried: false, tries: 1, heardAt: null }).finally(() =>
        answered({}),
      );
    });
    sentForms.set(arrival.key, answer);
    setTimeout(() => sentForms.delete(arrival.key), REMEMBER_FORMS_MS).unref();
    return answer;
  }

  /**
   * A form that another process was handed as well, or before it died. Slack goes by whoever answers first, and an empty
   * answer closes the window with what was typed: the other has its time, and only where it is silent the window says that
   * the form is being saved.
   */
  async function answeredElsewhere(arrival: Arrival): Promise<object> {
    await wait(OTHERS_PATIENCE_MS);
    if (await inbox.isDone(arrival.key).catch(() => false)) return {};
    return { response_action: 'update', view: savingForm(languages.of(arrival.userId)) };
  }

  return {
    arrive(event: ReceiverEvent, bolt: App): Promise<void> {
      const work = pass(event, bolt).finally(() => passing.delete(work));
      passing.add(work);
      return work;
    },

    /** What a sent form was answered with, where it is remembered. */
    answerOf: (arrival: Arrival): Promise<object> | undefined => sentForms.get(arrival.key),

    /** Resolves when nothing that arrived is being worked on. */
    async idle(): Promise<void> {
      const rested = inbox.hurry();
      while (passing.size > 0 || !window.idle()) await Promise.race([...passing, ...window.underWay()]);
      await inbox.settled();
      rested();
    },
  };
}

export type Intake = ReturnType<typeof openIntake>;
