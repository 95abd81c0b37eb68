import type { Logger } from 'pino';
import { dayAt } from '../../domain/day.js';
import type { Program } from '../../domain/program.js';
import type { WorkCalendar } from '../../domain/workday.js';
import type { Ctx, Feature, UnlinkedCtx } from '../../feature.js';
import type { Papers } from '../../papers/paper.js';
import type { Sheets } from '../../sheets/door.js';
import type { Store } from '../../store/index.js';
import type { Clock } from '../../time/clock.js';
import { plain, refusalMessage } from '../blocks.js';
import type { Answers } from '../send/answer.js';
import type { Refreshed } from '../send/home-refresh.js';
import { openHomeViews } from '../send/home-view.js';
import { surfaceWords } from '../words.js';
import { openAnswering } from './answering.js';
import { openArrivals } from './arrivals.js';
import { type Delivery, knowLanguages, type Work } from './delivery.js';
import type { Files } from './files.js';
import { formAskers } from './form-askers.js';
import { savingForm } from './forms.js';
import { isGivenBack, openReopen, referenceOf } from './give-back.js';
import type { Inbox } from './inbox.js';
import { longFields, longRefusal } from './long-input.js';
import { openMessageFilter } from './message-filter.js';
import { type Account, type Arrival, type EventBody, inLog, readPayload } from './payload.js';
import type { People } from './people.js';
import { placeOf } from './place.js';
import { rememberBriefly } from './remember.js';
import { openRoutes } from './routes.js';
import { openWindow, type Waiting, type Worked } from './window.js';

/** What nobody asked for: of a fault in it nobody is told. */
const UNASKED: ReadonlySet<Arrival['kind']> = new Set(['person', 'channel', 'home', 'suggestion']);

/** That it will be tried again is told so often; the process may have died before the first. */
const TOLD_TRIES = 2;

export type Surface = {
  readonly features: readonly Feature[];
  readonly store: Store;
  readonly inbox: Inbox;
  readonly people: People;
  readonly answers: Answers;
  readonly files: Files;
  readonly sheets: Sheets;
  readonly papers: Papers;
  readonly readPlan: Ctx['readPlan'];
  readonly clock: Clock;
  readonly calendarOf: (program: Program) => WorkCalendar;
  readonly announce: Ctx['announce'];
  readonly botUserId: string;
  /** What stands before the commands of this installation: `gj-` makes `/gj-progress` of `/progress`. */
  readonly commandPrefix?: string | undefined;
  /** Told when no more is to be begun (receiving.ts), and when there is room again. */
  readonly onFull: (full: boolean) => void;
  /** Resolves when work may begin: until then what comes in is only kept. */
  readonly mayWork: Promise<void>;
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
  const homeViews = openHomeViews(answers);
  const own = [openReopen(store)];
  const routes = openRoutes(features, openMessageFilter(surface), own, surface.commandPrefix);
  const window = openWindow({ ...store.payloads, work: workAgain, onFull: surface.onFull, log });
  const arrivals = openArrivals({ ...surface, languages, opensForm: routes.opensForm, window, work });
  const { answer: say, notify: tell, giveBack } = openAnswering({ ...surface, homeViews, arrivals, languages });
  const currentProgram = rememberBriefly((workspaceId: string) => store.programs.current(workspaceId), store.touches);

  /** Works a payload that waited, or whose process died or met a fault before it was answered. */
  async function workAgain({ key, body, receivedAt, tries }: Waiting): Promise<Worked> {
    const arrival = readPayload(body);
    if (!arrival)
      return inbox.finish(key).then(
        () => 'answered',
        () => 'again',
      );
    // It was received by the machine's clock; a local workspace may show another day.
    const heardAt = clock.now() - (Date.now() - receivedAt.getTime());
    // What waited was never begun: there is nothing to be found of it.
    return work({ arrival, form: null, answered: null, retried: tries > 1, tries, heardAt });
  }

  /** Works one arrival and says what came of it. The one place where a fault is caught. */
  async function work(delivery: Delivery): Promise<Worked> {
    const { arrival } = delivery;
    await surface.mayWork;
    try {
      if (arrival.kind === 'person') await people.refresh(arrival.workspaceId, arrival.body.event.user as Account);
      else if (arrival.kind === 'channel') await channelChanged(arrival);
      else if (delivery.retried && (await isGivenBack(store, arrival)))
        return faultOfForm(delivery, referenceOf(arrival));
      else await workFor(delivery);
      if (arrival.kind !== 'suggestion') await inbox.finish(arrival.key);
      return 'answered';
    } catch (error) {
      const reference = referenceOf(arrival);
      log.error({ err: error, reference, ...inLog(arrival) }, 'a fault');
      if (UNASKED.has(arrival.kind)) return 'again';
      if (arrival.kind === 'view') return faultOfForm(delivery, reference);
      if (delivery.tries > TOLD_TRIES) return 'again';
      const message = plain(surfaceWords(languages.of(arrival.userId)).fault(reference));
      await tell(delivery, null, message).catch((lost: unknown) =>
        log.error({ err: lost, reference }, 'a fault could not be told'),
      );
      return 'again';
    }
  }

  /**
   * A form is held by its person, not by us: it is tried once more at once (what it did before the fault is found by its
   * cause), then given back with what was typed. While the store is away it can neither be kept nor ended: then it is left to
   * be worked again, as the window says.
   */
  async function faultOfForm(delivery: Delivery, reference: string): Promise<Worked> {
    if (!delivery.retried) return work({ ...delivery, retried: true });
    const { arrival, answered } = delivery;
    const why = surfaceWords(languages.of(arrival.userId)).faultOfForm(reference);
    try {
      await giveBack(delivery, why);
      return 'answered';
    } catch (error) {
      log.error({ err: error, reference }, 'a form could not be given back; it will be worked again');
      answered?.({ response_action: 'update', view: savingForm(languages.of(arrival.userId)) });
      return 'again';
    }
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
    if (who.found === null && isLeftAlone(arrival)) return;
    if (await refuseLong(delivery, { program, language }, work)) return;
    const base = {
      now,
      heardAt: delivery.heardAt ?? now,
      today,
      program,
      calendar: surface.calendarOf(program),
      language,
      cause: arrival.key,
      retried: delivery.retried,
      place: arrival.kind === 'view' || arrival.kind === 'action' ? placeOf(arrival) : arrival.place,
      store,
    };
    if (who.found === null)
      return meetUnlinked(delivery, { ...base, account: { id: arrival.userId, name: who.name } }, work);
    const { files, readPlan, sheets, papers, announce } = surface;
    const ctx: Ctx = { ...base, person: who.found.person, readFile: files.read, readPlan, sheets, papers, announce };
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

  /** Text that is too long is answered before anything reads it. What is deleted was never taken. */
  async function refuseLong(delivery: Delivery, ctx: Pick<Ctx, 'program' | 'language'>, work: Work): Promise<boolean> {
    if (delivery.arrival.kind === 'message' && delivery.arrival.change === 'deleted') return false;
    const errors = longFields(work.fields ?? {}, ctx.language);
    const long = longRefusal(work.typed, ctx.language);
    if (errors) await say(delivery, ctx, work, { kind: 'errors', errors });
    else if (long) await say(delivery, ctx, { ...work, typed: long.echoed }, { kind: 'refuse', refusal: long.refusal });
    return errors !== null || long !== null;
  }

  /** Everything but isLeftAlone is answered by what was made for those who are not on the list, and by nothing else. */
  async function meetUnlinked(delivery: Delivery, ctx: UnlinkedCtx, work: Work): Promise<void> {
    const answer = routes.unlinkedWork(delivery.arrival, work);
    if (answer) await say(delivery, ctx, work, await answer(ctx));
  }

  return {
    /** What the thread that receives asks about arrivals (receiving.ts). */
    working: arrivals.working,
    /** Resolves when nothing that came in is being worked on. */
    idle: arrivals.idle,
    /** Whom that thread is to ask before it writes down. */
    formAskers: formAskers(features, own, surface.commandPrefix ?? ''),

    /** Publishes a person's home tab again, where something that it shows has changed. */
    async refreshHome(program: Program, slackUserId: string): Promise<Refreshed> {
      const began = performance.now();
      const now = clock.now();
      const today = dayAt(now, program.timeZone);
      const [found] = await store.people.bySlackUsers(program.id, [slackUserId], today);
      if (!found || !routes.home) return { took: 0, published: false };
      const { files, readPlan, sheets, papers, announce } = surface;
      const place = { channelId: null, threadTs: null, messageTs: null };
      const base = {
        now,
        today,
        program,
        calendar: surface.calendarOf(program),
        store,
        readPlan,
        sheets,
        papers,
        announce,
      };
      const ctx: Ctx = {
        ...base,
        ...found,
        place,
        heardAt: now,
        cause: `home:${now}`,
        retried: false,
        readFile: files.read,
      };
      const outcome = await routes.home(ctx, 'changed');
      const took = performance.now() - began;
      return {
        took,
        published: outcome.kind === 'home' && (await homeViews.publishChanged(slackUserId, outcome.blocks)),
      };
    },

    /** Works what was begun and not said to be in work for so many seconds: its process died. */
    sweep: window.sweep,
    /** Begins nothing again that met a fault. */
    stop: window.stop,
  };
}

/** Of somebody who is not on the list: what they say in a thread of ours, look up, or change of what they said before. */
function isLeftAlone(arrival: Arrival): boolean {
  if (arrival.kind !== 'message') return arrival.kind === 'suggestion';
  const { channelId, threadTs } = arrival.place;
  return arrival.change !== null || (threadTs !== null && !channelId?.startsWith('D'));
}
