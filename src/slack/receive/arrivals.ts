import { setTimeout as wait } from 'node:timers/promises';
import type { Store } from '../../store/index.js';
import type { Language } from '../../text/language.js';
import type { Answers } from '../send/answer.js';
import { surfaceWords } from '../words.js';
import type { Delivery, KnownLanguages } from './delivery.js';
import { loadingForm, savingForm } from './forms.js';
import { isGivenBack, keptAnswer, referenceOf, withNotice } from './give-back.js';
import type { Inbox } from './inbox.js';
import type { Arrival, InteractionBody } from './payload.js';
import type { Receiving, Working } from './receiving.js';
import type { Worked, WorkWindow } from './window.js';

/** Slack waits 3 s for what a sent form answers; later, the window says that it is being saved. */
const FORM_PATIENCE_MS = 2_400;

/** Longer than that, and still within Slack's: by then another process that works the same form has answered it. */
const OTHERS_PATIENCE_MS = 2_600;

/** A sent form that is delivered twice is answered the same twice. */
const REMEMBER_FORMS_MS = 60_000;

export type ArrivalsParts = {
  readonly store: Pick<Store, 'payloads'>;
  readonly inbox: Inbox;
  readonly answers: Answers;
  readonly languages: KnownLanguages;
  readonly opensForm: (arrival: Arrival) => boolean;
  readonly window: WorkWindow;
  /** Works one arrival and says what came of it; it does not reject. */
  readonly work: (delivery: Delivery) => Promise<Worked>;
};

/** Takes what the thread that receives hands on (`receiving.ts`): begins its work, and answers what Slack waits for. */
export function openArrivals({ store, inbox, answers, languages, opensForm, window, work }: ArrivalsParts) {
  const sentForms = new Map<string, Promise<object>>();
  const openedForms = new Set<string>();

  const begin = (arrival: Arrival, owed: Pick<Delivery, 'form' | 'answered'>): Promise<void> =>
    window.run(arrival.key, () => work({ arrival, ...owed, retried: false, tries: 1, heardAt: null }));

  /**
   * Asking for a form causes nothing that could be lost: it is acknowledged and opened before the store is touched, so
   * that the window is there within Slack's three seconds however slow the store is.
   */
  function openForm(arrival: Arrival): void {
    if (openedForms.has(arrival.key)) return;
    openedForms.add(arrival.key);
    setTimeout(() => openedForms.delete(arrival.key), REMEMBER_FORMS_MS).unref();
    const form = arrival.triggerId ? answers.open(arrival.triggerId, loadingForm(languages.of(arrival.userId))) : null;
    void begin(arrival, { form, answered: null });
  }

  /** A sent form is answered with its outcome where that is there in time, else later and in its window. */
  function answerForm(arrival: Arrival): Promise<object> {
    const answer = new Promise<object>((resolve) => {
      const late = setTimeout(
        () => resolve({ response_action: 'update', view: savingForm(languages.of(arrival.userId)) }),
        FORM_PATIENCE_MS,
      );
      const answered = (response: object) => {
        clearTimeout(late);
        resolve(response);
      };
      void begin(arrival, { form: null, answered }).finally(() => answered({}));
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
    const language = languages.of(arrival.userId);
    return (
      (await endOf(arrival, language).catch(() => null)) ?? { response_action: 'update', view: savingForm(language) }
    );
  }

  /** What a form is answered with that another process worked; null: it is not worked yet. */
  async function endOf(arrival: Arrival, language: Language): Promise<object | null> {
    if (!(await inbox.isDone(arrival.key))) return null;
    const { view } = arrival.body as InteractionBody;
    if (!view || !(await isGivenBack(store, arrival))) return (await keptAnswer(store, arrival)) ?? {};
    const why = surfaceWords(language).faultOfForm(referenceOf(arrival));
    return { response_action: 'update', view: withNotice(view, why) };
  }

  return {
    /** What the thread that receives asks of this one about arrivals. */
    working: {
      asksForForm(arrival) {
        if (!opensForm(arrival)) return false;
        openForm(arrival);
        return true;
      },

      /** What a menu offers causes nothing: it is looked up at once, and a person who got nothing types on. */
      menu: (arrival) =>
        new Promise((answered) => {
          const none = setTimeout(() => answered({ options: [] }), FORM_PATIENCE_MS);
          void begin(arrival, { form: null, answered }).finally(() => {
            clearTimeout(none);
            answered({ options: [] });
          });
        }),

      form: (arrival, fresh) =>
        fresh ? answerForm(arrival) : (sentForms.get(arrival.key) ?? answeredElsewhere(arrival)),

      waits: window.waits,

      arrived(arrival, { fresh, waits }) {
        if (waits) window.waits();
        else if (fresh) void begin(arrival, { form: null, answered: null });
      },

      /** Nothing was kept: the person hears it at once, and Slack delivers events again by itself. */
      async refused(arrival) {
        const text = surfaceWords(languages.of(arrival.userId)).storeAway;
        if (arrival.kind === 'command') return { acknowledge: true, answer: { response_type: 'ephemeral', text } };
        if (arrival.kind === 'view') {
          const [block] = Object.keys(arrival.body.view?.state?.values ?? {});
          return { acknowledge: true, answer: block && { response_action: 'errors', errors: { [block]: text } } };
        }
        if (arrival.kind !== 'action' || !arrival.responseUrl) return { acknowledge: false };
        // Where it cannot be told, Slack's own mark on the button says that nothing happened.
        return { acknowledge: await answers.respond(arrival.responseUrl, { text, blocks: [] }, false) };
      },
    } satisfies Partial<Working>,

    /** What a sent form was answered with, where it is remembered. */
    answerOf: (arrival: Arrival): Promise<object> | undefined => sentForms.get(arrival.key),

    /** Resolves when nothing that `receiving` was given, and acknowledged, is being worked on. */
    async idle(receiving: Pick<Receiving, 'settle'>): Promise<void> {
      const rested = inbox.hurry();
      for (;;) {
        await receiving.settle();
        if (window.idle()) break;
        await Promise.race(window.underWay());
      }
      await inbox.settled();
      rested();
    },
  };
}

export type SurfaceArrivals = ReturnType<typeof openArrivals>;
