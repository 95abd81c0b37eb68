import type { ModalView } from '@slack/types';
import type { Ctx, Outcome } from '../../feature.js';
import type { Message } from '../../message.js';
import type { Store } from '../../store/index.js';
import { plain, refusalMessage } from '../blocks.js';
import { insist } from '../insist.js';
import type { Answers } from '../send/answer.js';
import type { openHomeViews } from '../send/home-view.js';
import { surfaceWords } from '../words.js';
import type { SurfaceArrivals } from './arrivals.js';
import type { Delivery, KnownLanguages, Work } from './delivery.js';
import type { Files } from './files.js';
import { messageForm, SAVING } from './forms.js';
import { givenBack, keepAnswer, keepForm, type SentForm, withNotice, withTyped } from './give-back.js';
import type { Inbox } from './inbox.js';
import { placeOf } from './place.js';
import { restoreInput } from './restore-input.js';

/** Slack shows no more in one menu. */
const MOST_OPTIONS = 100;

/** What answering needs of the surface. */
export type Answering = {
  readonly store: Store;
  readonly inbox: Inbox;
  readonly answers: Answers;
  readonly files: Files;
  readonly homeViews: ReturnType<typeof openHomeViews>;
  readonly arrivals: Pick<SurfaceArrivals, 'answerOf'>;
  readonly languages: KnownLanguages;
};

/** Says what came of an arrival to its person: beside what they typed, into the form that waits for it, or in its place. */
export function openAnswering({ store, inbox, answers, files, homeViews, arrivals, languages }: Answering) {
  /** An outcome, as its kind wants it said. */
  async function answer(
    delivery: Delivery,
    ctx: Pick<Ctx, 'program' | 'language'>,
    work: Work,
    outcome: Outcome,
  ): Promise<void> {
    const { arrival, answered } = delivery;
    switch (outcome.kind) {
      case 'nothing':
        return closeForm(delivery, ctx.language);
      case 'say':
        await notify(delivery, ctx.program.id, outcome.message);
        return closeForm(delivery, ctx.language);
      case 'refuse':
        return refuse(delivery, ctx, refusalMessage(outcome.refusal, ctx.language, work.typed));
      case 'files':
        return files.hand(arrival.userId, outcome.files, outcome.comment);
      case 'options':
        return answered?.({ options: outcome.options.slice(0, MOST_OPTIONS) });
      case 'home':
        return homeViews.publish(arrival.userId, outcome.blocks);
      case 'replace':
        return answers.replace(arrival, ctx.program.id, outcome.message);
      case 'errors':
        await answerForm(delivery, { response_action: 'errors', errors: outcome.errors });
        if (await intoSavingForm(delivery, (sent) => restoreInput(sent, outcome.errors))) return;
        return giveBack(delivery, surfaceWords(ctx.language).notTaken(Object.values(outcome.errors)), outcome.errors);
      case 'view':
        if (answered) {
          await answerForm(delivery, { response_action: 'update', view: outcome.view });
          await intoSavingForm(delivery, () => outcome.view);
          return;
        }
        if (arrival.kind === 'view' && (await intoSavingForm(delivery, () => outcome.view))) return;
        return show(delivery, ctx, outcome.view);
    }
  }

  /** A sent form stays open: what it is answered with is kept for whoever was handed it as well. */
  async function answerForm({ arrival, answered }: Delivery, response: object): Promise<void> {
    answered?.(response);
    if (answered && arrival.kind === 'view') await insist(() => keepAnswer(store, arrival, response));
  }

  /** A form that was asked for: into the loading form, into the form whose button was pressed, or a new one. */
  async function show(delivery: Delivery, ctx: Pick<Ctx, 'program' | 'language'>, view: ModalView): Promise<void> {
    const { arrival, form } = delivery;
    // A form cannot take the home tab's place.
    const under = arrival.kind === 'action' && arrival.body.view?.type !== 'home' ? arrival.body.view?.id : undefined;
    const open = (await form) ?? under;
    if (open) await answers.update(open, view);
    else if (!arrival.triggerId || (await answers.open(arrival.triggerId, view)) === null)
      await notify(delivery, ctx.program.id, plain(surfaceWords(ctx.language).notOpened));
  }

  async function refuse(delivery: Delivery, ctx: Pick<Ctx, 'program' | 'language'>, refusal: Message): Promise<void> {
    const { arrival } = delivery;
    const sent = arrival.kind === 'view' ? arrival.body.view : undefined;
    const message = sent ? withTyped(refusal, sent, ctx.language) : refusal;
    await notify(delivery, ctx.program.id, message);
    await closeForm(delivery, ctx.language, message);
  }

  /** A form that was sent closes; one that says by now that it is being saved says what came of it. */
  async function closeForm(
    delivery: Delivery,
    language: Ctx['language'],
    message: Message = plain(surfaceWords(language).saved),
  ): Promise<void> {
    delivery.answered?.({});
    await intoSavingForm(delivery, () => messageForm(language, message));
  }

  /**
   * The outcome of a form that came after Slack's patience, or in a later process: into the window that says that it is
   * being saved. False where that window is gone.
   */
  async function intoSavingForm({ arrival }: Delivery, view: (sent: SentForm) => ModalView): Promise<boolean> {
    if (arrival.kind !== 'view' || !arrival.body.view) return true;
    const answer = (await arrivals.answerOf(arrival)) as { view?: { callback_id?: string } } | undefined;
    const saving = answer === undefined || answer.view?.callback_id === SAVING;
    return saving ? answers.update(arrival.body.view.id, view(arrival.body.view)) : true;
  }

  /** To the person alone; where a loading form is open for it, into that form. */
  async function notify({ arrival, form }: Delivery, programId: number | null, message: Message): Promise<void> {
    if (arrival.kind === 'home' || arrival.kind === 'suggestion') return;
    const viewId = await form;
    if (viewId) {
      await answers.update(viewId, messageForm(languages.of(arrival.userId), message));
      return;
    }
    const inForm = (arrival.kind === 'view' || arrival.kind === 'action') && arrival.body.view;
    await answers.notify(
      inForm ? { ...arrival, place: placeOf(arrival), responseUrl: null } : arrival,
      programId,
      message,
    );
  }

  /**
   * Ends a form without effect: back into its window, or as a message where that is gone. Kept first, ended last: who has a form back
   * sends it again, so no later try may work this one; and where this process dies between, the next gives it back.
   */
  async function giveBack(
    delivery: Delivery,
    why: string,
    errors: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const { arrival, answered } = delivery;
    if (arrival.kind !== 'view' || !arrival.body.view) return;
    const { view } = arrival.body;
    await keepForm(store, arrival);
    answered?.({ response_action: 'update', view: withNotice(view, why, errors) });
    if (!(await intoSavingForm(delivery, () => withNotice(view, why, errors)))) {
      const message = givenBack({ ...arrival, body: { ...arrival.body, view } }, why, languages.of(arrival.userId));
      const directly = { ...arrival, place: { channelId: null, threadTs: null, messageTs: null }, responseUrl: null };
      await answers.notify(directly, null, message);
    }
    await inbox.finish(arrival.key);
  }

  return { answer, notify, giveBack };
}
