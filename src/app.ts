import type { Logger } from 'pino';
import { type Charts, openCharts } from './charts/open.js';
import type { Config } from './config.js';
import { dayAt, type Instant } from './domain/day.js';
import type { Program } from './domain/program.js';
import { openEvents } from './events.js';
import type { Feature, JobCtx } from './feature.js';
import { openJobs } from './jobs/open.js';
import { openPapers } from './papers/door.js';
import { openSheets } from './sheets/door.js';
import { lookForAbandoned } from './slack/abandoned.js';
import { openClient, repeatable, START_TRIES } from './slack/calls.js';
import { type BegunThread, beginReceivingThread } from './slack/receive/begin-receiving.js';
import { openFiles } from './slack/receive/files.js';
import { openInbox } from './slack/receive/inbox.js';
import { linkProgram } from './slack/receive/link.js';
import { openSurface } from './slack/receive/listen.js';
import { openPeople } from './slack/receive/people.js';
import { openReceiving } from './slack/receive/receiving-thread.js';
import { openAnswers } from './slack/send/answer.js';
import { openDelivery } from './slack/send/deliver.js';
import { deliverJob, openDispatcher } from './slack/send/dispatch.js';
import { openHomeRefresh } from './slack/send/home-refresh.js';
import { PICTURE_AFTER_SECONDS, pictureJob, pictureLater } from './slack/send/picture-later.js';
import { openPictures } from './slack/send/pictures.js';
import { watchToken } from './slack/token-watch.js';
import { openHousekeeping } from './store/home/housekeeping.js';
import type { Store as OpenStore } from './store/home/open.js';
import { assembleStore } from './store/index.js';
import { rememberRevision } from './store/remember-revision.js';
import { workCalendar } from './time/calendar.js';
import type { Clock } from './time/clock.js';
import { openSchedule } from './time/schedule.js';
import { openMeters } from './upkeep/meters.js';
import { type Checks, isWell, serveUpkeep } from './upkeep/serve.js';

/** A process says every three seconds what it has in work: after so long without a word it counts as dead. */
const ABANDONED_SECONDS = 10;

/** Ticks come every minute. */
const TICK_WITHIN_MS = 180_000;

/**
 * The whole bot, wired by hand: what is made here is handed to who needs it, and nothing is reached otherwise.
 * Throws where Slack refuses the token.
 */
export async function createApp(options: {
  config: Config;
  clock: Clock;
  opened: OpenStore;
  features: readonly Feature[];
  log: Logger;
  /** See slack/send/rate-limit.ts. */
  burst?: number;
  /** Draws pictures; in a thread of its own where it is left out. */
  charts?: Charts;
  /** Told when nothing comes in any more, such as where Slack has not taken our token for a minute: the program should end. */
  onLost?: (why: Error) => void;
  /** The thread that receives, where it was begun before or is this very one. */
  thread?: BegunThread;
}) {
  const { config, clock, opened, features, log } = options;
  const onLost = options.onLost ?? ((why) => log.error({ err: why }, 'nothing comes in any more'));
  const thread = options.thread ?? beginReceivingThread();
  const client = openClient(config.SLACK_BOT_TOKEN ?? '', config.SLACK_API_URL);
  const identity = await repeatable(log, () => client.auth.test(), START_TRIES);
  const botUserId = identity.user_id ?? '';
  const workspace = { id: identity.team_id ?? identity.enterprise_id ?? '', name: identity.team ?? '' };

  const jobs = await openJobs({ store: opened, log });
  let letWork = () => {};
  const mayWork = new Promise<void>((resolve) => {
    letWork = resolve;
  });
  let beginning: Promise<void> | null = null;
  let receivingSince = 0;
  // Delivery reads the store that wakes it: the one is made before the other, and called after both.
  const store = assembleStore(
    opened,
    jobs.send,
    (channelId) => dispatcher.dispatch(channelId),
    (acts) => homeRefresh.changed(acts),
  );
  const calendarOf = rememberRevision(({ policy }: Program) => workCalendar(policy.calendar));

  const jobCtx = (program: Program, cause: string, now = clock.now()): JobCtx => ({
    now,
    today: dayAt(now, program.timeZone),
    program,
    calendar: calendarOf(program),
    cause,
    store,
    announce: events.announce,
  });
  const links: Pick<Feature, 'name' | 'subscriptions'> = {
    name: 'slack',
    subscriptions: { 'links-changed': ({ program }) => linkProgram({ client, store, people, clock, log }, program) },
  };
  const events = openEvents({ features: [...features, links], store, jobCtx });

  const people = openPeople({
    client,
    store,
    home: { teamId: identity.team_id ?? '', enterpriseId: identity.enterprise_id ?? null },
    log,
  });
  const meters = openMeters(() => store.health.ages(clock.now()));
  const inbox = openInbox(store);
  const charts = options.charts ?? openCharts();
  const withPicture = openPictures({ client, draw: charts.draw, log });
  const answers = openAnswers({ client, store, clock, withPicture, log });
  const files = openFiles({ client, token: config.SLACK_BOT_TOKEN ?? '', apiUrl: config.SLACK_API_URL, log });
  const delivery = openDelivery({
    client,
    store,
    clock,
    log,
    withPicture,
    pictureLater: ({ id, channelId }) =>
      jobs.send(null, pictureJob, { id, channelId }, { key: String(id), after: PICTURE_AFTER_SECONDS }),
    burst: options.burst,
    meters,
    alone: opened.kind === 'embedded',
  });
  const dispatcher = openDispatcher({
    ...delivery,
    waiting: (after, most) => store.posts.channelsWaiting(after, most),
    later: (channelId, seconds) => jobs.send(null, deliverJob, { channelId }, { key: channelId, after: seconds }),
    left: store.posts.firstsLeft,
    putOff: () => jobs.waiting(deliverJob),
    log,
  });
  const schedule = openSchedule({
    features,
    store,
    clock,
    calendarOf,
    jobCtx,
    late: () => meters.lateSlots.inc(),
    log,
  });
  const surface = openSurface({
    features,
    store,
    inbox,
    people,
    answers,
    files,
    sheets: openSheets(),
    papers: openPapers(),
    // A plan is read once a year: what reads it is not loaded before.
    readPlan: async ({ name, bytes }) => (await import('./plan/index.js')).readPlanBytes(name, bytes),
    clock,
    calendarOf,
    announce: events.announce,
    botUserId,
    commandPrefix: config.GONGJIAN_PREFIX,
    onFull: (full) => receiving.full(full),
    mayWork,
    link: (program) => store.transaction((tx) => events.announce(tx, 'links-changed', { programId: program.id })),
    log,
  });
  const homeRefresh = openHomeRefresh({ store, clock, publish: surface.refreshHome, log });
  const receiving = openReceiving(thread, {
    config,
    opened,
    formAskers: surface.formAskers,
    working: surface.working,
    meters,
    well: () => isWell(checks),
    onLost,
    log,
  });

  /** What a process that died left behind. */
  async function sweep(staleSeconds: number): Promise<void> {
    await surface.sweep(staleSeconds);
    dispatcher.dispatchAll();
  }

  let stopWatching = () => {};
  let upkeep: Awaited<ReturnType<typeof serveUpkeep>> | null = null;
  const checks: Checks = {
    store: async () => (await opened.executeSql('SELECT 1 AS well')).rows.length === 1 && !opened.lost(),
    slack: async () => receiving.open(),
    // A minute's tick that is long over came to nothing: what falls due is not sent.
    jobs: async () => performance.now() - tickedAt < TICK_WITHIN_MS,
  };

  let stopLooking = () => {};
  async function takeUpAbandoned(): Promise<void> {
    for (const channelId of await store.posts.channelsAbandoned()) dispatcher.dispatch(channelId);
    await Promise.all([jobs.takeUpAbandoned(), dispatcher.lookForLeft()]);
    await surface.sweep(ABANDONED_SECONDS);
  }

  let tickedAt = performance.now();
  const keepHouse = openHousekeeping({
    backups: config.GONGJIAN_BACKUPS ? { folder: config.GONGJIAN_BACKUPS, kept: config.GONGJIAN_BACKUPS_KEPT } : null,
    opened,
    store,
    clock,
    log,
  });

  async function releasePatient(now: Instant): Promise<void> {
    for (const channelId of await store.posts.releasePatient(now)) dispatcher.dispatch(channelId);
  }

  async function tick(): Promise<void> {
    await schedule.tick(clock.now());
    tickedAt = performance.now();
    await releasePatient(clock.now());
    await sweep(ABANDONED_SECONDS);
    await keepHouse();
  }

  /** Does all that is due at `now` and comes to rest; answers the next moment at which something falls due. */
  async function runDue(now: Instant): Promise<Instant | null> {
    await schedule.tick(now);
    await rest();
    await releasePatient(now);
    await rest();
    return schedule.next();
  }

  const rest = async (): Promise<void> => {
    await beginning;
    do {
      await surface.idle(receiving);
      await jobs.idle();
      // What was delivered may have been waited for by more work.
    } while (await dispatcher.idle());
  };

  async function begin(): Promise<void> {
    await jobs.work(dispatcher.job);
    await jobs.work(pictureLater(store.posts.sendAgain, dispatcher.dispatch));
    await jobs.work(schedule.dueJob);
    await jobs.work(schedule.slotJob);
    await jobs.work(events.job);
    if (opened.kind === 'embedded') await store.posts.abandonAll();
    const program = await store.programs.current(workspace.id);
    if (program) await linkProgram({ client, store, people, clock, log }, program);
    if (config.GONGJIAN_UPKEEP_PORT !== undefined)
      upkeep = await serveUpkeep(config.GONGJIAN_UPKEEP_PORT, checks, meters);
    if (options.onLost) stopWatching = watchToken(() => client.auth.test(), options.onLost);
    letWork();
    if (opened.kind === 'server') stopLooking = lookForAbandoned(takeUpAbandoned, log);
    jobs.everyMinute(tick);
    await schedule.tick(clock.now());
    // On the embedded store nobody else can be working on what was open before anything came in.
    await sweep(opened.kind === 'embedded' ? (performance.now() - receivingSince) / 1000 : ABANDONED_SECONDS);
  }

  return {
    workspace,
    store,
    /** Nothing is being worked on: no payload, no job that is ready. */
    rest,
    runDue,
    sweep,
    /** The account as which we are in the workspace. */
    botUserId,
    /** The port of /live, /ready and /metrics; null where there is none. */
    upkeepPort: () => upkeep?.port ?? null,

    /** From here on what comes in is written down and acknowledged. Throws what Slack or the system refuses. */
    async receive(): Promise<void> {
      receivingSince = performance.now();
      await receiving.start();
      clock.onMove((now) => mayWork.then(() => runDue(now)), schedule.next);
    },

    /** Begins to work what came in, and all that falls due. `prepare`: what the store is given before. */
    begin(prepare = async () => {}): Promise<void> {
      beginning = prepare().then(begin);
      return beginning;
    },

    async stop(): Promise<void> {
      await beginning?.catch(() => {});
      letWork();
      stopLooking();
      stopWatching();
      await upkeep?.close();
      clock.close();
      await receiving.stop();
      surface.stop();
      await surface.idle(receiving);
      await receiving.close();
      await homeRefresh.stop();
      await dispatcher.stop();
      await jobs.stop();
      await charts.close();
    },
  };
}

export type GongjianApp = Awaited<ReturnType<typeof createApp>>;
