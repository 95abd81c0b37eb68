import { createHash } from 'node:crypto';
import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Logger } from 'pino';
import { dayAt } from '../../domain/day.js';
import type { Program } from '../../domain/program.js';
import type { WorkCalendar } from '../../domain/workday.js';
import type { Ctx, Feature, Outcome, StrangerCtx } from '../../feature.js';
import type { Message } from '../../message.js';
import type { Sheets } from '../../sheets/door.js';
import type { Store } from '../../store/index.js';
import type { Clock } from '../../time/clock.js';
import { plain, refusalMessage } from '../blocks.js';
import type { Answers } from '../send/answer.js';
import type { Refreshed } from '../send/home-refresh.js';
import { openTabs } from '../send/home-view.js';
import { surfaceWords } from '../words.js';
import { type Delivery, knowLanguages, type Work } from './delivery.js';
import type { Files } from './files.js';
import { messageForm, SAVING, savingForm } from './forms.js';
import { givenBack, keepForm, openReopen, type SentForm, withNotice } from './give-back.js';
import type { Inbox } from './inbox.js';
import { openIntake } from './intake.js';
import { openHearing } from './message-filter.js';
import { type Account, type Arrival, CHANNEL_CHANGES, type EventBody, readPayload } from './payload.js';
import type { People } from './people.js';
import { placeOf } from './place.js';
import { rememberBriefly } from './remember.js';
import { restoreInput } from './restore-input.js';
import { openRoutes } from './routes.js';

/** What nobody asked for: of a fault in it nobody is told. */
const UNASKED: ReadonlySet<Arrival['kind']> = new Set(['person', 'channel', 'home', 'suggestion']);

/** Slack shows no more in one menu. */
const MOST_OPTIONS = 100;

export type Surface = {
  readonly features: readonly Feature[];
  readonly store: Store;
  readonly inbox: Inbox;
  readonly people: People;
  readonly answers: Answers;
  readonly files: Files;
  readonly sheets: Sheets;
  readonly readPlan: Ctx['readPlan'];
  readonly clock: Clock;
  readonly calendarOf: (program: Program) => WorkCalendar;
  readonly announce: Ctx['announce'];
  readonly botUserId: string;
  /** What stands before the commands of this installation: `gj-` makes `/gj-progress` of `/progress`. */
  readonly commandPrefix?: string | undefined;
  /** Ties a program to its workspace's channels and accounts anew, soon. */
  readonly link: (program: Program) => Promise<void>;
  readonly log: Logger;
};

/**
 * Features to Slack. What an arrival causes carries its key, so that a second delivery, or a second try after a crash,
 * causes nothing twice.
 */
export function openSurface(surface: Surface) {
  const { features, store, inbox, people, answers, clock, log } = surface;
  const languages = knowLanguages();
  const tabs = openTabs(answers);
  const routes = openRoutes(features, openHearing(surface), [openReopen(store)], surface.commandPrefix);
  const intake = openIntake({ inbox, answers, languages, opensForm: routes.opensForm, log });
  const currentProgram = rememberBriefly((workspaceId: string) => store.programs.current(workspaceId));

  /** Works one arrival and says what came of it. The one place where a fault is caught. */
  async function work(delivery: Delivery): Promise<void> {
    const { arrival } = delivery;
    try {
      if (arrival.kind === 'person') await people.refresh(arrival.workspaceId, arrival.body.event.user as Account);
      else if (arrival.kind === 'channel') await channelChanged(arrival);
      else await workFor(delivery);
      if (arrival.kind !== 'suggestion') await inbox.finish(arrival.key);
    } catch (error) {
      const reference = createHash('sha256').update(arrival.key).digest('hex').slice(0, 6).toUpperCase();
      log.error({ err: error, reference, kind: arrival.kind }, 'a fault');
      if (UNASKED.has(arrival.kind)) return;
      if (arrival.kind === 'view') return faultOfForm(delivery, reference);
      const message = plain(surfaceWords(languages.of(arrival.userId)).fault(reference));
      await tell(delivery, null, message).catch((lost: unknown) =>
        log.error({ err: lost, reference }, 'a fault could not be told'),
      );
    }
  }

  /**
   * A form is held by its person, not by us: it is tried once more at once (what it did before the fault is found by its
   * cause), then given back with what was typed. While the store is away it can neither be kept nor ended: then it is left to
   * be worked again, as the window says.
   */
  async function faultOfForm(delivery: Delivery, reference: string): Promise<void> {
    if (!delivery.again) return work({ ...delivery, again: true });
    const { arrival, answered } = delivery;
    const why = surfaceWords(languages.of(arrival.userId)).faultOfForm(reference);
    try {
      await giveBack(delivery, why);
    } catch (error) {
      log.error({ err: error, reference }, 'a form could not be given back; it will be worked again');
      answered?.({ response_action: 'update', view: savingForm(languages.of(arrival.userId)) });
    }
  }

  /** Ends a form without effect: back into its window, or as a message where that is gone. */
  async function giveBack(
    delivery: Delivery,
    why: string,
    errors: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const { arrival, answered } = delivery;
    if (arrival.kind !== 'view' || !arrival.body.view) return;
    const { view } = arrival.body;
    // Ended first: a form that is worked again after its person has it back would be done twice.
    await keepForm(store, arrival);
    await inbox.finish(arrival.key);
    answered?.({ response_action: 'update', view: withNotice(view, why, errors) });
    if (await intoSavingForm(delivery, () => withNotice(view, why, errors))) return;
    const message = givenBack({ ...arrival, body: { ...arrival.body, view } }, why, languages.of(arrival.userId));
    const directly = { ...arrival, place: { channelId: null, threadTs: null, messageTs: null }, responseUrl: null };
    await answers.say(directly, null, message);
  }

  /** The bot came into a channel, or a channel is another one now: the program's channels are looked for again. */
  async function channelChanged({ workspaceId, userId, body }: Arrival & { readonly body: EventBody }): Promise<void> {
    if (body.event.type === 'member_joined_channel' && userId !== surface.botUserId) return;
    const program = await currentProgram(workspaceId);
    if (program) await surface.link(program);
  }

  /** Who is it, what is asked, may they: then the feature's own work. */
  async function workFor(delivery: Delivery): Promise<void> {
    const { arrival } = delivery;
    const program = await currentProgram(arrival.workspaceId);
    if (!program) return tellNoProgram(delivery);
    const work = await routes.workOf(arrival, program);
    if (!work) return;
    const now = clock.now();
    const today = dayAt(now, program.timeZone);
    const who = await people.who(program, arrival.userId, today, now);
    const language = who.found === null ? who.language : who.found.language;
    languages.learn(arrival.userId, language);
    const around = {
      now,
      today,
      program,
      calendar: surface.calendarOf(program),
      language,
      cause: arrival.key,
      again: delivery.again,
      place: arrival.kind === 'view' || arrival.kind === 'action' ? placeOf(arrival) : arrival.place,
      store,
    };
    if (who.found === null)
      return meetStranger(delivery, { ...around, account: { id: arrival.userId, name: who.name } }, work);
    const { files, readPlan, sheets, announce } = surface;
    const ctx: Ctx = { ...around, person: who.found.person, readFile: files.read, readPlan, sheets, announce };
    await say(delivery, ctx, work, await work.run(ctx));
  }

  async function tellNoProgram(delivery: Delivery): Promise<void> {
    if (delivery.arrival.kind !== 'command') return;
    const language = languages.of(delivery.arrival.userId);
    await tell(
      delivery,
      null,
      refusalMessage({ ...surfaceWords(language).noProgram, understood: null }, language, null),
    );
  }

  /**
   * Who talks in a thread of ours without being on the list is left alone. Everything else is answered by what was made for
   * those who are not on it, and by nothing else.
   */
  async function meetStranger(delivery: Delivery, ctx: StrangerCtx, work: Work): Promise<void> {
    const { kind, place } = delivery.arrival;
    if (kind === 'message' && place.threadTs !== null && !place.channelId?.startsWith('D')) return;
    if (kind === 'suggestion') return;
    // What they said was answered when they said it.
    if (kind === 'message' && delivery.arrival.change !== null) return;
    const answer = routes.strangersWork(delivery.arrival, work);
    if (answer) await say(delivery, ctx, work, await answer(ctx));
  }

  async function say(
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
        await tell(delivery, ctx.program.id, outcome.message);
        return closeForm(delivery, ctx.language);
      case 'refuse':
        return refuse(delivery, ctx, refusalMessage(outcome.refusal, ctx.language, work.typed));
      case 'files':
        return surface.files.hand(arrival.userId, outcome.files, outcome.comment);
      case 'options':
        return answered?.({ options: outcome.options.slice(0, MOST_OPTIONS) });
      case 'home':
        return tabs.publish(arrival.userId, outcome.blocks);
      case 'replace':
        return answers.replace(arrival, ctx.program.id, outcome.message);
      case 'errors':
        answered?.({ response_action: 'errors', errors: outcome.errors });
        if (await intoSavingForm(delivery, (sent) => restoreInput(sent, outcome.errors))) return;
        return giveBack(delivery, surfaceWords(ctx.language).notTaken(Object.values(outcome.errors)), outcome.errors);
      case 'view':
        if (answered) {
          answered({ response_action: 'update', view: outcome.view });
          await intoSavingForm(delivery, () => outcome.view);
          return;
        }
        if (arrival.kind === 'view' && (await intoSavingForm(delivery, () => outcome.view))) return;
        return show(delivery, outcome.view);
    }
  }

  /** A form that was asked for: into the loading form, into the form whose button was pressed, or a new one. */
  async function show({ arrival, form }: Delivery, view: ModalView): Promise<void> {
    // A form cannot take the home tab's place.
    const under = arrival.kind === 'action' && arrival.body.view?.type !== 'home' ? arrival.body.view?.id : undefined;
    const open = (await form) ?? under;
    if (open) await answers.update(open, view);
    else if (arrival.triggerId) await answers.open(arrival.triggerId, view);
  }

  async function refuse(delivery: Delivery, ctx: Pick<Ctx, 'program' | 'language'>, message: Message): Promise<void> {
    await tell(delivery, ctx.program.id, message);
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
    const answer = (await intake.answerOf(arrival)) as { view?: { callback_id?: string } } | undefined;
    const saving = answer === undefined || answer.view?.callback_id === SAVING;
    return saving ? answers.update(arrival.body.view.id, view(arrival.body.view)) : true;
  }

  /** To the person alone; where a loading form is open for it, into that form. */
  async function tell({ arrival, form }: Delivery, programId: number | null, message: Message): Promise<void> {
    if (arrival.kind === 'home' || arrival.kind === 'suggestion') return;
    const viewId = await form;
    if (viewId) {
      await answers.update(viewId, messageForm(languages.of(arrival.userId), message));
      return;
    }
    const inForm = (arrival.kind === 'view' || arrival.kind === 'action') && arrival.body.view;
    await answers.say(
      inForm ? { ...arrival, place: placeOf(arrival), responseUrl: null } : arrival,
      programId,
      message,
    );
  }

  return {
    arrive: intake.arrive,
    idle: intake.idle,

    /** Ties what the intake lets through to Bolt: each kind has one listener, which finds the feature by name. */
    bind(bolt: App): void {
      const listener = async ({ context }: { context: Record<string, unknown> }) => {
        const { delivery } = context as { delivery?: Delivery };
        if (delivery) await work(delivery);
      };
      // One for all: Bolt tries every listener of a kind with each payload.
      bolt.command(/.*/, listener);
      bolt.action(/.*/, listener);
      bolt.view(/.*/, listener);
      bolt.shortcut(/.*/, listener);
      bolt.options(/.*/, listener);
      for (const event of ['message', 'app_mention', 'app_home_opened', 'user_change', 'team_join', ...CHANNEL_CHANGES])
        bolt.event(event, listener);
    },

    /** Publishes a person's home tab again, where something that it shows has changed. */
    async refreshHome(program: Program, slackUserId: string): Promise<Refreshed> {
      const began = performance.now();
      const now = clock.now();
      const today = dayAt(now, program.timeZone);
      const [found] = await store.people.bySlackUsers(program.id, [slackUserId], today);
      if (!found || !routes.home) return { took: 0, published: false };
      const { files, readPlan, sheets, announce } = surface;
      const place = { channelId: null, threadTs: null, messageTs: null };
      const around = { now, today, program, calendar: surface.calendarOf(program), store, readPlan, sheets, announce };
      const ctx: Ctx = { ...around, ...found, place, cause: `home:${now}`, again: false, readFile: files.read };
      const outcome = await routes.home(ctx, 'changed');
      const took = performance.now() - began;
      return { took, published: outcome.kind === 'home' && (await tabs.publishChanged(slackUserId, outcome.blocks)) };
    },

    /** Works a payload again whose process died, or met a fault, before it was answered. */
    async again(body: unknown): Promise<void> {
      const arrival = readPayload(body);
      if (arrival) await work({ arrival, form: null, answered: null, again: true });
    },
  };
}
