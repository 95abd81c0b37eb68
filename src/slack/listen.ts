import { createHash } from 'node:crypto';
import type { App, ReceiverEvent } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Clock } from '../clock.js';
import { dayAt } from '../domain/day.js';
import type { Program } from '../domain/program.js';
import type { WorkCalendar } from '../domain/workday.js';
import type { Action, Command, Ctx, Feature, Outcome, SaidMessage, SentView, SlackFile } from '../feature.js';
import type { Store } from '../store/index.js';
import { unescapeText } from '../text/escape.js';
import type { Language } from '../text/language.js';
import type { Answers } from './answer.js';
import { plain, refusalMessage, section } from './blocks.js';
import type { Inbox } from './inbox.js';
import { type Arrival, type InteractionBody, readPayload } from './payload.js';
import type { People } from './people.js';
import { refill } from './refill.js';
import { surfaceWords } from './words.js';

export type Surface = {
  readonly features: readonly Feature[];
  readonly store: Store;
  readonly inbox: Inbox;
  readonly people: People;
  readonly answers: Answers;
  readonly clock: Clock;
  readonly calendarOf: (program: Program) => WorkCalendar;
  readonly announce: Ctx['announce'];
  readonly botUserId: () => string;
  readonly log: Logger;
};

/** Slack waits 3 s for what a sent form answers. */
const FORM_PATIENCE_MS = 2_400;

/** How an arrival is to be worked, found by its name in the features' contents pages. */
type Work = {
  readonly run: (ctx: Ctx) => Promise<Outcome>;
  readonly opensForm: boolean;
  /** What the person typed, to be shown in a refusal. */
  readonly typed: string | null;
};

/**
 * Features to Slack. Every payload is written down, then acknowledged, then worked; what it causes carries its key, so
 * that a second delivery, or a second try after a crash, causes nothing twice.
 */
export function openSurface(surface: Surface) {
  const { features, store, inbox, people, answers, clock, log } = surface;
  const commands = new Map<string, Command>(
    features.flatMap((feature) => (feature.commands ?? []).map((command) => [command.name, command] as const)),
  );
  const actions = new Map<string, Action>(
    features.flatMap((feature) => (feature.actions ?? []).map((action) => [action.id, action] as const)),
  );
  const views = new Map(features.flatMap((feature) => (feature.views ?? []).map((view) => [view.id, view] as const)));
  const shortcuts = new Map(
    features.flatMap((feature) => (feature.shortcuts ?? []).map((shortcut) => [shortcut.id, shortcut] as const)),
  );
  const messages = features.find((feature) => feature.messages)?.messages;
  /** What people read, as last seen: for the one sentence that must not wait for the store. */
  const languages = new Map<string, Language>();
  const sentForms = new Map<string, Promise<object>>();

  const languageOf = (userId: string): Language => languages.get(userId) ?? 'zh';
  const working = new Set<Promise<void>>();

  /** Counts what is being worked on, so that somebody can wait for rest. */
  function gate(event: ReceiverEvent, bolt: App): Promise<void> {
    const work = pass(event, bolt).finally(() => working.delete(work));
    working.add(work);
    return work;
  }

  /** Between the receiver and Bolt: written down, acknowledged, handed on. */
  async function pass(event: ReceiverEvent, bolt: App): Promise<void> {
    const acknowledge = (answer?: unknown) =>
      Promise.resolve(event.ack(answer)).catch((error) =>
        log.info({ err: error }, 'an acknowledgement did not arrive'),
      );
    const arrival = readPayload(event.body);
    if (!arrival) return acknowledge();
    const form =
      opensForm(arrival) && arrival.triggerId
        ? answers.open(arrival.triggerId, loadingForm(languageOf(arrival.userId)))
        : null;
    let fresh: boolean;
    try {
      fresh = await inbox.receive({
        key: arrival.key,
        workspaceId: arrival.workspaceId,
        kind: arrival.kind,
        body: event.body,
      });
    } catch (error) {
      log.error({ err: error, kind: arrival.kind }, 'a payload could not be written down');
      return refuseWhileAway(arrival, acknowledge);
    }
    if (arrival.kind === 'view')
      return acknowledge(await (fresh ? answerForm(arrival, event, bolt) : (sentForms.get(arrival.key) ?? {})));
    await acknowledge();
    if (fresh) await bolt.processEvent({ ...event, ack: async () => {}, customProperties: { arrival, form } });
  }

  /** Nothing was kept: the person hears it at once, and Slack delivers events again. */
  async function refuseWhileAway(arrival: Arrival, acknowledge: (answer?: unknown) => Promise<unknown>): Promise<void> {
    const text = surfaceWords(languageOf(arrival.userId)).storeAway;
    if (arrival.kind === 'command') await acknowledge({ response_type: 'ephemeral', text });
    else if (arrival.kind === 'view') {
      const [block] = Object.keys(arrival.body.view?.state?.values ?? {});
      await acknowledge(block ? { response_action: 'errors', errors: { [block]: text } } : undefined);
    }
  }

  /** A sent form is answered with its outcome where that is there in time, else later and in its place. */
  function answerForm(arrival: Arrival, event: ReceiverEvent, bolt: App): Promise<object> {
    const answer = new Promise<object>((resolve) => {
      const late = setTimeout(
        () => resolve({ response_action: 'update', view: savingForm(languageOf(arrival.userId)) }),
        FORM_PATIENCE_MS,
      );
      const answered = (response: object) => {
        clearTimeout(late);
        resolve(response);
      };
      void bolt
        .processEvent({ ...event, ack: async () => {}, customProperties: { arrival, answered, form: null } })
        .finally(() => answered({}));
    });
    sentForms.set(arrival.key, answer);
    setTimeout(() => sentForms.delete(arrival.key), 60_000).unref();
    return answer;
  }

  function opensForm(arrival: Arrival): boolean {
    if (arrival.kind === 'command')
      return commands.get(arrival.body.command)?.opensForm?.((arrival.body.text ?? '').trim()) ?? false;
    if (arrival.kind === 'action') return actions.get(idOf(arrival.body.actions?.[0]?.action_id))?.opensForm ?? false;
    return false;
  }

  /** The work that an arrival asks for, or null where it is none of ours. */
  async function workOf(arrival: Arrival, program: Program): Promise<Work | null> {
    switch (arrival.kind) {
      case 'command': {
        const command = commands.get(arrival.body.command);
        const text = unescapeText(arrival.body.text ?? '').trim();
        return command
          ? { run: (ctx) => command.run(ctx, text), opensForm: opensForm(arrival), typed: text || null }
          : null;
      }
      case 'action': {
        const pressed = arrival.body.actions?.[0];
        const action = actions.get(idOf(pressed?.action_id));
        if (!action || !pressed) return null;
        const chosen = pressed.selected_option?.value ?? null;
        const view = arrival.body.view ? sentView(arrival.body.view) : null;
        return {
          run: (ctx) => action.run(ctx, { value: parse(pressed.value), chosen, view }),
          opensForm: action.opensForm ?? false,
          typed: null,
        };
      }
      case 'view': {
        const sent = arrival.body.view;
        const view = sent ? views.get(sent.callback_id) : undefined;
        return view && sent ? { run: (ctx) => view.run(ctx, sentView(sent)), opensForm: false, typed: null } : null;
      }
      case 'shortcut': {
        const shortcut = shortcuts.get(arrival.body.callback_id ?? '');
        const message = arrival.body.message;
        if (!shortcut || !message) return null;
        const said = await readMessage(
          arrival,
          program,
          message.text ?? '',
          'shortcut',
          message.files ?? [],
          message.ts,
        );
        return { run: (ctx) => shortcut.run(ctx, said), opensForm: false, typed: message.text ?? null };
      }
      case 'message': {
        const said = await heard(arrival, program);
        return messages && said ? { run: (ctx) => messages(ctx, said), opensForm: false, typed: said.text } : null;
      }
      default:
        return null;
    }
  }

  /** A message that is meant for us: direct, with a mention, or in a thread of ours. Other talk is none of our business. */
  async function heard(
    arrival: Arrival & { kind: 'message' | 'home' | 'person' },
    program: Program,
  ): Promise<SaidMessage | null> {
    const { event } = arrival.body;
    const mention = `<@${surface.botUserId()}>`;
    const text = event.text ?? '';
    const files = event.files ?? [];
    const direct = event.channel_type === 'im' || arrival.place.channelId?.startsWith('D');
    const where = direct ? 'direct' : text.includes(mention) ? 'mention' : 'thread';
    if (where === 'thread' && !arrival.place.threadTs) return null;
    const said = await readMessage(arrival, program, text.replaceAll(mention, ' '), where, files, event.ts ?? '');
    return where === 'thread' && !said.threadOf ? null : said;
  }

  async function readMessage(
    arrival: Arrival,
    program: Program,
    text: string,
    where: SaidMessage['where'],
    files: readonly {
      id: string;
      name?: string | null | undefined;
      mimetype?: string | null | undefined;
      size?: number | null | undefined;
    }[],
    ts: string,
  ): Promise<SaidMessage> {
    const { channelId, threadTs } = arrival.place;
    const root = threadTs ?? (where === 'shortcut' ? ts : null);
    const subject = channelId && root ? await store.posts.subjectAt(channelId, root) : null;
    const projectId = subject?.startsWith('project:') ? Number(subject.slice('project:'.length)) : null;
    const project =
      projectId === null ? undefined : (await store.projects.lines(program.id, [projectId])).get(projectId);
    return {
      text: unescapeText(text).trim(),
      where,
      threadOf: project ? { projectId: project.id, code: project.code } : null,
      files: files.map(
        (each): SlackFile => ({
          id: each.id,
          name: each.name ?? each.id,
          mimetype: each.mimetype ?? '',
          bytes: each.size ?? 0,
        }),
      ),
      ts,
    };
  }

  /** Works one arrival and says what came of it. The one place where a fault is caught. */
  async function work(
    arrival: Arrival,
    form: Promise<string | null> | null,
    answered: ((response: object) => void) | null,
  ): Promise<void> {
    try {
      if (arrival.kind === 'person') await people.refresh(arrival.workspaceId, arrival.userId);
      else await workForPerson(arrival, form, answered);
      await inbox.finish(arrival.key);
    } catch (error) {
      const reference = createHash('sha256').update(arrival.key).digest('hex').slice(0, 6).toUpperCase();
      log.error({ err: error, reference, kind: arrival.kind, key: arrival.key }, 'a fault');
      const message = plain(surfaceWords(languageOf(arrival.userId)).fault(reference));
      if (arrival.kind !== 'home')
        await tell(arrival, null, form, message).catch((lost) =>
          log.error({ err: lost, reference }, 'a fault could not be told'),
        );
    }
  }

  async function workForPerson(
    arrival: Arrival,
    form: Promise<string | null> | null,
    answered: ((response: object) => void) | null,
  ): Promise<void> {
    const program = await store.programs.current(arrival.workspaceId);
    if (!program) {
      if (arrival.kind === 'command')
        await tell(
          arrival,
          null,
          form,
          refused(surfaceWords(languageOf(arrival.userId)).noProgram, languageOf(arrival.userId), null),
        );
      return;
    }
    const work = await workOf(arrival, program);
    if (!work) return;
    const now = clock.now();
    const today = dayAt(now, program.timeZone);
    const who = await people.who(program, arrival.userId, today, now);
    const language = who.found?.language ?? ('language' in who ? who.language : 'zh');
    languages.set(arrival.userId, language);
    if (!who.found) {
      const inThread =
        arrival.kind === 'message' && !arrival.place.channelId?.startsWith('D') && arrival.place.threadTs !== null;
      if (!inThread) await tell(arrival, program.id, form, await strangerMessage(program, language, work.typed));
      return;
    }
    const ctx: Ctx = {
      now,
      today,
      person: who.found.person,
      program,
      calendar: surface.calendarOf(program),
      language,
      cause: arrival.key,
      place: arrival.place,
      store,
      announce: surface.announce,
    };
    await say(arrival, ctx, work, form, answered, await work.run(ctx));
  }

  async function say(
    arrival: Arrival,
    ctx: Ctx,
    work: Work,
    form: Promise<string | null> | null,
    answered: ((response: object) => void) | null,
    outcome: Outcome,
  ): Promise<void> {
    switch (outcome.kind) {
      case 'nothing':
        return;
      case 'say':
        return tell(arrival, ctx.program.id, form, outcome.message);
      case 'refuse':
        return tell(arrival, ctx.program.id, form, refusalMessage(outcome.refusal, ctx.language, work.typed));
      case 'replace':
        return answers.replace(arrival, ctx.program.id, outcome.message);
      case 'errors':
        answered?.({ response_action: 'errors', errors: outcome.errors });
        return lateForm(arrival, answered, (view) => refill(view, outcome.errors));
      case 'view': {
        answered?.({ response_action: 'update', view: outcome.view });
        const shown = (await form) ?? openViewOf(arrival);
        if (!answered && shown) return answers.update(shown, outcome.view);
        if (!answered && arrival.triggerId) await answers.open(arrival.triggerId, outcome.view);
      }
    }
  }

  /** The outcome of a form that came after Slack's patience: into the window, which still says that it is being saved. */
  async function lateForm(
    arrival: Arrival,
    answered: unknown,
    view: (sent: NonNullable<InteractionBody['view']>) => ModalView,
  ): Promise<void> {
    if (arrival.kind !== 'view' || !answered || !arrival.body.view) return;
    const answer = (await sentForms.get(arrival.key)) as { response_action?: string } | undefined;
    if (answer?.response_action === 'update') await answers.update(arrival.body.view.id, view(arrival.body.view));
  }

  const openViewOf = (arrival: Arrival): string | null =>
    arrival.kind === 'action' ? (arrival.body.view?.id ?? null) : null;

  /** To the person alone; where a loading form is open for it, into that form. */
  async function tell(
    arrival: Arrival,
    programId: number | null,
    form: Promise<string | null> | null,
    message: ReturnType<typeof plain>,
  ): Promise<void> {
    const viewId = await form;
    if (viewId) return answers.update(viewId, messageForm(languageOf(arrival.userId), message));
    const inForm = arrival.kind === 'action' ? arrival.body.view : null;
    await answers.say(
      inForm
        ? formPlace(arrival, inForm)
        : arrival.kind === 'view' && arrival.body.view
          ? formPlace(arrival, arrival.body.view)
          : arrival,
      programId,
      message,
    );
  }

  async function strangerMessage(program: Program, language: Language, typed: string | null) {
    const words = surfaceWords(language);
    const coordinators = await store.people.coordinators(program.id);
    const names = coordinators
      .map((each) => (language === 'zh' ? each.name : each.nameEn))
      .join(language === 'zh' ? '、' : ', ');
    return refused(words.stranger(names || words.nobody), language, typed);
  }

  return {
    gate,

    /** Resolves when nothing that arrived is being worked on. */
    async idle(): Promise<void> {
      while (working.size > 0) await Promise.allSettled(working);
      await inbox.settled();
    },

    /** Ties the gate's arrivals to Bolt: each kind has one listener, which finds the feature by name. */
    bind(bolt: App): void {
      const listener = async ({ context }: { context: Record<string, unknown> }) => {
        const { arrival, form, answered } = context as {
          arrival?: Arrival;
          form?: Promise<string | null> | null;
          answered?: (response: object) => void;
        };
        if (arrival) await work(arrival, form ?? null, answered ?? null);
      };
      for (const name of commands.keys()) bolt.command(name, listener);
      bolt.action(/.*/, listener);
      bolt.view(/.*/, listener);
      bolt.shortcut(/.*/, listener);
      for (const event of ['message', 'app_mention', 'app_home_opened', 'user_change', 'team_join'] as const)
        bolt.event(event, listener);
    },

    /** Works a payload again whose process died before it was answered. */
    async again(body: unknown): Promise<void> {
      const arrival = readPayload(body);
      if (!arrival) return;
      // A form that was not acknowledged showed the person an error: they send it again themselves.
      if (arrival.kind === 'view') await inbox.finish(arrival.key);
      else await work(arrival, null, null);
    },
  };
}

const refused = (
  refusal: { readonly wrong: string; readonly instead: string },
  language: Language,
  typed: string | null,
) => refusalMessage({ ...refusal, understood: null }, language, typed);

/** An action id as the feature named it: several buttons of one message carry a suffix after `#`. */
const idOf = (id: string | undefined): string => id?.split('#')[0] ?? '';

const parse = (text: string | null | undefined): unknown => {
  if (!text) return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

function sentView(view: NonNullable<InteractionBody['view']>): SentView {
  const fields = Object.entries(view.state?.values ?? {}).map(([block, elements]) => {
    const field = Object.values(elements)[0];
    const value =
      field?.selected_options?.map((each) => each.value) ??
      field?.files?.map((each) => each.id) ??
      field?.selected_option?.value ??
      field?.selected_date ??
      field?.selected_user ??
      field?.value ??
      null;
    return [block, value];
  });
  return { metadata: parse(view.private_metadata), fields: Object.fromEntries(fields) };
}

const placed = z.object({
  place: z.object({
    channelId: z.string().nullable(),
    threadTs: z.string().nullable(),
    messageTs: z.string().nullable(),
  }),
});

/** A form has no channel: it carries in its metadata where it was opened, and is answered there. */
function formPlace(arrival: Arrival, view: NonNullable<InteractionBody['view']>): Arrival {
  const read = placed.safeParse(parse(view.private_metadata));
  return {
    ...arrival,
    place: read.success ? read.data.place : { channelId: null, threadTs: null, messageTs: null },
    responseUrl: null,
  };
}

const bare = (title: string, close: string, blocks: ModalView['blocks']): ModalView => ({
  type: 'modal',
  callback_id: 'surface.plain',
  title: { type: 'plain_text', text: title },
  close: { type: 'plain_text', text: close },
  blocks,
});

function loadingForm(language: Language): ModalView {
  const words = surfaceWords(language);
  return bare(words.loading, words.close, [section(words.loadingBody)]);
}

function savingForm(language: Language): ModalView {
  const words = surfaceWords(language);
  return bare(words.saving, words.close, [section(words.savingBody)]);
}

const messageForm = (language: Language, message: { blocks: readonly unknown[] }): ModalView =>
  bare(language === 'zh' ? '攻坚' : 'Gongjian', surfaceWords(language).close, message.blocks as ModalView['blocks']);
