import type { AddressInfo } from 'node:net';
import { Agenda } from './agenda.js';
import { CallLog } from './call-log.js';
import { Changes } from './changes.js';
import { Clock } from './clock.js';
import { actAs } from './control/act.js';
import { type Acted, personNamed } from './control/fault.js';
import { screenOf } from './control/screen.js';
import { setUp } from './control/set-up.js';
import { wallTime } from './control/wall-time.js';
import { Delivery } from './delivery/delivery.js';
import { HttpDelivery } from './delivery/http.js';
import { SocketMode } from './delivery/socket-mode.js';
import { Faults } from './faults.js';
import { appId, botId, Counter, credentials, personId, teamId } from './ids.js';
import { LIMITS } from './limits.js';
import { readManifest } from './manifest.js';
import { Moves } from './moves.js';
import { seeded } from './random.js';
import { Rates } from './rates.js';
import { ResponseAddresses } from './response-addresses.js';
import { createSandboxServer } from './server.js';
import { keepState, loadState } from './state-file.js';
import { Triggers } from './triggers.js';
import { Channels, type SandboxChannel } from './workspace/channels.js';
import { Files } from './workspace/files.js';
import type { News } from './workspace/news.js';
import { People, type SandboxPerson } from './workspace/people.js';
import { Views } from './workspace/views.js';
import type { Identity, World } from './world.js';

export type { Acted, News, SandboxChannel, SandboxPerson };

export interface SandboxOptions {
  /** Default 0: a free port. Binds to 127.0.0.1. */
  port?: number;
  /** Instant that the clock shows at first (ISO, or `YYYY-MM-DD HH:mm` in the zone); it runs on from there. Default: the machine's time. */
  now?: string;
  /** The clock stands between moves, and rates are not counted: a story that is played twice is the same twice. */
  still?: boolean;
  /** Hears of every message as it comes, is edited, or goes. */
  onNews?: (news: News) => void;
  /** For the page and for times of day given to the clock. Default Asia/Shanghai. */
  timeZone?: string;
  /** Name of the workspace. */
  workspace?: string;
  people: SandboxPerson[];
  channels: SandboxChannel[];
  /** Slack app manifest, version 2: the bot's name, scopes, commands, shortcuts, events and home tab come from it. */
  manifest: object;
  signingSecret?: string;
  /** With this, payloads come by HTTP to it, signed, instead of over Socket Mode. */
  requestUrl?: string;
  /** Of the fault generator. */
  seed?: number;
  /** A file: the workspace is read from it when it exists, and written to it (whole, about a second after a change, and on close). */
  state?: string;
  /** Folder with the built page. */
  pageDirectory?: string;
}

/** A running sandbox. */
export interface Sandbox {
  /** `http://127.0.0.1:port`; the Web API is under `/api/`. */
  url: string;
  botToken: string;
  appToken: string;
  /** For `apps.manifest.validate`. */
  configurationToken: string;
  signingSecret: string;
  teamId: string;
  botUserId: string;
  /** Epoch milliseconds of the workspace's time. */
  clock: { now(): number };
  /** Moves the clock by milliseconds; resolves when all that fell due is done. */
  advance(ms: number): Promise<void>;
  /** The control face's `POST act`, in process. */
  act(request: Record<string, unknown>): Promise<Acted>;
  /** The control face's `GET screen`, in process. @param settled wait until the bot is quiet. */
  screen(as: string, settled?: boolean): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

/** Starts a workspace with these people, channels and the one app of the manifest. Resolves when it listens. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const world = build(options);
  if (options.state !== undefined) await loadState(world, options.state);
  // Channels that the state file brought back keep the members that they had.
  const channels = options.channels.filter((channel) => world.channels.find(channel.name) === undefined);
  setUp(world, { people: options.people, channels }, true);
  const keeper = options.state === undefined ? undefined : keepState(world, options.state);
  const server = createSandboxServer(world, options.pageDirectory);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  world.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { identity } = world;
  return {
    url: world.url,
    botToken: identity.botToken,
    appToken: identity.appToken,
    configurationToken: identity.configurationToken,
    signingSecret: identity.signingSecret,
    teamId: identity.teamId,
    botUserId: identity.botUserId,
    clock: { now: () => world.clock.now() },
    advance: (ms) => world.moves.to((now) => now + ms),
    act: (request) => actAs(world, request),
    async screen(as, settled = false) {
      if (settled) await world.moves.settled();
      return screenOf(world, personNamed(world, as));
    },
    async close() {
      world.faults.close();
      world.agenda.close();
      world.moves.close();
      world.socketMode.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      await keeper?.close();
    },
  };
}

function build(options: SandboxOptions): World {
  const manifest = readManifest(options.manifest);
  const seed = options.seed ?? 1;
  const clock = new Clock(
    options.now === undefined ? Date.now() : wallTime(options.now, options.timeZone ?? 'Asia/Shanghai'),
    options.still,
  );
  const seconds = () => Math.floor(clock.now() / 1000);
  const agenda = new Agenda(clock);
  const counter = new Counter(seconds());
  const identity = identityOf(options, manifest.appName, manifest.botName, seed);
  const people = new People((team) => (team === undefined ? identity.teamId : teamId(team)), seconds);
  const bot = people.put(
    { id: identity.botUserId, handle: botHandle(manifest.botName), name: manifest.botName },
    true,
  ).person;
  // Where time stands, a machine that is busy is no reason for another story.
  const patience = clock.still ? 20 * LIMITS.acknowledgeMs.limit : undefined;
  const socketMode = new SocketMode(identity.appId, seeded(seed + 1), patience);
  const faults = new Faults(seed, (politely) => socketMode.disconnect(politely));
  const transport =
    options.requestUrl === undefined
      ? socketMode
      : new HttpDelivery(options.requestUrl, identity.signingSecret, identity.verificationToken, () =>
          Math.floor(Date.now() / 1000),
        );
  const calls = new CallLog();
  const delivery = new Delivery(transport, faults, clock, agenda, () => calls.stir());
  const changes = new Changes();
  return {
    identity,
    manifest,
    manifestSource: options.manifest,
    url: '',
    clock,
    agenda,
    counter,
    people,
    bot,
    channels: new Channels(identity.botUserId, seconds, (id) => people.isMember(id)),
    files: new Files(clock, counter),
    views: new Views(clock, counter),
    triggers: new Triggers(clock, counter),
    addresses: new ResponseAddresses(clock),
    delivery,
    moves: new Moves({ clock, agenda, calls, delivery, changes }),
    socketMode,
    faults,
    rates: new Rates(() => clock.now(), options.still),
    calls,
    changes,
    toasts: new Map(),
    onNews: options.onNews,
  };
}

function identityOf(options: SandboxOptions, appName: string, botName: string, seed: number): Identity {
  const secrets = credentials(appName, seed);
  const teamName = options.workspace ?? 'Sandbox';
  return {
    ...secrets,
    ...(options.signingSecret !== undefined && { signingSecret: options.signingSecret }),
    teamId: teamId(teamName),
    teamName,
    appId: appId(appName),
    botId: botId(botName),
    botUserId: personId(`bot ${botName}`),
    timeZone: options.timeZone ?? 'Asia/Shanghai',
  };
}

function botHandle(name: string): string {
  return name.toLowerCase().replaceAll(/\s+/g, '-');
}
