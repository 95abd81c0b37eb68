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
import { knowLanguages, type Turn, type Work } from './delivery.js';
import type { Files } from './files.js';
import { messageForm } from './forms.js';
import type { Inbox } from './inbox.js';
import { openGate } from './intake.js';
import { openHearing } from './message-filter.js';
import { type Arrival, type InteractionBody, readPayload } from './payload.js';
import type { People } from './people.js';
import { placeOf } from './place.js';
import { rememberBriefly } from './remember.js';
import { refill } from './restore-input.js';
import { openRoutes } from './routes.js';

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
  const routes = openRoutes(features, openHearing(surface));
  const gate = openGate({ inbox, answers, languages, opensForm: routes.opensForm, log });
  const currentProgram = rememberBriefly((workspaceId: string) => store.programs.current(workspaceId));

  /** Works one arrival and says what came of it. The one place where a fault is caught. */
  async function work(turn: Turn): Promise<void> {
    const { arrival } = turn;
    try {
      if (arrival.kind === 'person') await people.refresh(arrival.workspaceId, arrival.userId);
      else await workFor(turn);
      if (arrival.kind !== 'suggestion') await inbox.finish(arrival.key);
    } catch (error) {
      const reference = createHash('sha256').update(arrival.key).digest('hex').slice(0, 6).toUpperCase();
      log.error({ err: error, reference, kind: arrival.kind }, 'a fault');
      if (arrival.kind === 'suggestion') return;
      const message = plain(surfaceWords(languages.of(arrival.userId)).fault(reference));
      await tell(turn, null, message).catch((lost: unknown) =>
        log.error({ err: lost, reference }, 'a fault could not be told'),
      );
    }
  }

  /** Who is it, what is asked, may they: then the feature's own work. */
  async function workFor(turn: Turn): Promise<void> {
    const { arrival } = turn;
    const program = await currentProgram(arrival.workspaceId);
    if (!program) return tellNoProgram(turn);
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
      again: turn.again,
      place: arrival.kind === 'view' || arrival.kind === 'action' ? placeOf(arrival) : arrival.place,
      store,
    };
    if (who.found === null)
      return meetStranger(turn, { ...around, account: { id: arrival.userId, name: who.name } }, work);
    const { files, readPlan, sheets, announce } = surface;
    const ctx: Ctx = { ...around, person: who.found.person, readFile: files.read, readPlan, sheets, announce };
    await say(turn, ctx, work, await work.run(ctx));
  }

  async function tellNoProgram(turn: Turn): Promise<void> {
    if (turn.arrival.kind !== 'command') return;
    const language = languages.of(turn.arrival.userId);
    await tell(turn, null, refusalMessage({ ...surfaceWords(language).noProgram, understood: null }, language, null));
  }

  /**
   * Who talks in a thread of ours without being on the list is left alone. Everything else is answered by what was made for
   * those who are not on it, and by nothing else.
   */
  async function meetStranger(turn: Turn, ctx: StrangerCtx, work: Work): Promise<void> {
    const { kind, place } = turn.arrival;
    if (kind === 'message' && place.threadTs !== null && !place.channelId?.startsWith('D')) return;
    if (kind === 'suggestion') return;
    const answer = routes.strangersWork(turn.arrival, work);
    if (answer) await say(turn, ctx, work, await answer(ctx));
  }

  async function say(turn: Turn, ctx: Pick<Ctx, 'program' | 'language'>, work: Work, outcome: Outcome): Promise<void> {
    const { arrival, answered } = turn;
    switch (outcome.kind) {
      case 'nothing':
        return closeForm(turn, ctx.language);
      case 'say':
        await tell(turn, ctx.program.id, outcome.message);
        return closeForm(turn, ctx.language);
      case 'refuse':
        return refuse(turn, ctx, refusalMessage(outcome.refusal, ctx.language, work.typed));
      case 'file':
        return surface.files.hand(arrival.userId, outcome.file, outcome.comment);
      case 'options':
        return answered?.({ options: outcome.options.slice(0, MOST_OPTIONS) });
      case 'home':
        return tabs.publish(arrival.userId, outcome.blocks);
      case 'replace':
        return answers.replace(arrival, ctx.program.id, outcome.message);
      case 'errors':
        answered?.({ response_action: 'errors', errors: outcome.errors });
        return intoSavingForm(arrival, (sent) => refill(sent, outcome.errors));
      case 'view':
        if (answered) {
          answered({ response_action: 'update', view: outcome.view });
          return intoSavingForm(arrival, () => outcome.view);
        }
        return show(turn, outcome.view);
    }
  }

  /** A form that was asked for: into the loading form, into the form whose button was pressed, or a new one. */
  async function show({ arrival, form }: Turn, view: ModalView): Promise<void> {
    // A form cannot take the home tab's place.
    const under = arrival.kind === 'action' && arrival.body.view?.type !== 'home' ? arrival.body.view?.id : undefined;
    const open = (await form) ?? under;
    if (open) await answers.update(open, view);
    else if (arrival.triggerId) await answers.open(arrival.triggerId, view);
  }

  async function refuse(turn: Turn, ctx: Pick<Ctx, 'program' | 'language'>, message: Message): Promise<void> {
    await tell(turn, ctx.program.id, message);
    await closeForm(turn, ctx.language, message);
  }

  /** A form that was sent closes; one that says by now that it is being saved says what came of it. */
  async function closeForm(
    { arrival, answered }: Turn,
    language: Ctx['language'],
    message: Message = plain(surfaceWords(language).saved),
  ): Promise<void> {
    answered?.({});
    await intoSavingForm(arrival, () => messageForm(language, message));
  }

  /** The outcome of a form that came after Slack's patience: into the window that says that it is being saved. */
  async function intoSavingForm(
    arrival: Arrival,
    view: (sent: NonNullable<InteractionBody['view']>) => ModalView,
  ): Promise<void> {
    if (arrival.kind !== 'view' || !arrival.body.view) return;
    const answer = (await gate.answerOf(arrival)) as
      | { response_action?: string; view?: { callback_id?: string } }
      | undefined;
    if (answer?.view?.callback_id === 'surface.plain')
      await answers.update(arrival.body.view.id, view(arrival.body.view));
  }

  /** To the person alone; where a loading form is open for it, into that form. */
  async function tell({ arrival, form }: Turn, programId: number | null, message: Message): Promise<void> {
    if (arrival.kind === 'home' || arrival.kind === 'suggestion') return;
    const viewId = await form;
    if (viewId) return answers.update(viewId, messageForm(languages.of(arrival.userId), message));
    const inForm = (arrival.kind === 'view' || arrival.kind === 'action') && arrival.body.view;
    await answers.say(
      inForm ? { ...arrival, place: placeOf(arrival), responseUrl: null } : arrival,
      programId,
      message,
    );
  }

  return {
    gate: gate.gate,
    idle: gate.idle,

    /** Ties what the gate lets through to Bolt: each kind has one listener, which finds the feature by name. */
    bind(bolt: App): void {
      const listener = async ({ context }: { context: Record<string, unknown> }) => {
        const { turn } = context as { turn?: Turn };
        if (turn) await work(turn);
      };
      // One for all: Bolt tries every listener of a kind with each payload.
      bolt.command(/.*/, listener);
      bolt.action(/.*/, listener);
      bolt.view(/.*/, listener);
      bolt.shortcut(/.*/, listener);
      bolt.options(/.*/, listener);
      for (const event of ['message', 'app_mention', 'app_home_opened', 'user_change', 'team_join'] as const)
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
      if (!arrival) return;
      // A form that was not acknowledged showed the person an error: they send it again themselves.
      if (arrival.kind === 'view') await inbox.finish(arrival.key);
      else await work({ arrival, form: null, answered: null, again: true });
    },
  };
}
