import { type AddressInfo, createServer } from 'node:net';
import { inspect } from 'node:util';
import { createApp } from '../../src/app.js';
import { load, readPlan } from '../../src/commands/load-plan.js';
import { openSandbox } from '../../src/commands/sandbox.js';
import { type Config, readConfig } from '../../src/config.js';
import type { Plan } from '../../src/domain/plan.js';
import { features } from '../../src/features/index.js';
import { seedPlan } from '../../src/plan/index.js';
import type { Acted } from '../../src/sandbox/index.js';
import { receiveHere } from '../../src/slack/receive/begin-receiving.js';
import { serveReceiving } from '../../src/slack/receive/receiving.js';
import type { Store } from '../../src/store/home/open.js';
import { type Clock, followClock } from '../../src/time/clock.js';
import { keepingLog, openTestStore } from './store.js';

/** A message as a person sees it. */
export type Seen = {
  readonly ts: string;
  readonly from: string;
  readonly thread: string | null;
  readonly ephemeral: boolean;
  readonly edited: boolean;
  readonly lines: readonly string[];
  readonly files?: readonly unknown[];
};

type Screen = {
  readonly channels: readonly { readonly id: string; readonly name: string; readonly messages: readonly Seen[] }[];
  readonly modal: { readonly title: string; readonly lines: readonly string[] } | null;
};

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

let readSeed: Promise<Plan> | null = null;

/** The county's plan as it is delivered, read once a process. */
function seedOnce(): Promise<Plan> {
  readSeed ??= readPlan(seedPlan);
  return readSeed;
}

const SAID_WITHIN_MS = 20_000;

/** Dong'e county in a local workspace of its own, with the bot on the store under test. Wednesday 17 June 2020, 16:30, unless told. */
export async function openCounty(
  options: {
    now?: string;
    connections?: number;
    http?: boolean;
    prefix?: string;
    outside?: boolean;
    /** An act is over when all that it has the bot say is in Slack, however long Slack's rate takes. */
    said?: boolean;
    /** Faults are what is looked for: without it, an act at which the bot logs an error fails with what was logged. */
    faulty?: boolean;
    /** What the plan says otherwise than the seed. */
    plan?: (seed: Plan) => Plan;
  } = {},
) {
  const seed = await seedOnce();
  const plan = options.plan?.(seed) ?? seed;
  const port = options.http ? await freePort() : 0;
  const urlAt = (port: number) => `http://127.0.0.1:${port}/slack/events`;
  const sandbox = await openSandbox(plan, {
    port: 0,
    now: options.now ?? '2020-06-17T16:30:00+08:00',
    prefix: options.prefix,
    outside: options.outside,
    ...(options.http ? { requestUrl: urlAt(port) } : {}),
  });
  const log = keepingLog();
  const opened = await openTestStore(log);
  const config: Config = readConfig({
    SLACK_API_URL: `${sandbox.url}/api/`,
    SLACK_BOT_TOKEN: sandbox.botToken,
    ...(options.http
      ? { SLACK_SIGNING_SECRET: sandbox.signingSecret, PORT: String(port) }
      : { SLACK_APP_TOKEN: sandbox.appToken }),
    GONGJIAN_CONNECTIONS: String(options.connections ?? 2),
    GONGJIAN_PREFIX: options.prefix,
    GONGJIAN_UPKEEP_PORT: '0',
  });

  /** A bot beside the workspace; one more has its own connections to the same database, as replicas do, and its own address. */
  async function startBot() {
    const other = await opened.another();
    const otherPort = options.http ? await freePort() : 0;
    const bot = await startOn(other, options.http ? { ...config, PORT: otherPort } : config);
    return {
      ...bot,
      /** Where payloads come in over HTTP. */
      requestUrl: options.http ? urlAt(otherPort) : null,
      async stop() {
        await bot.stop();
        await other.close();
      },
    };
  }

  async function startOn(opened: Store, config: Config) {
    const clock: Clock = await followClock(sandbox.url, log);
    const thread = receiveHere(serveReceiving);
    const app = await createApp({ config, clock, opened, features, log: log as never, thread });
    await load(app.store, app.workspace, plan, clock.now());
    await app.receive();
    await app.begin();
    return app;
  }
  const app = await startOn(opened, config);

  async function allSaid(): Promise<void> {
    for (const began = performance.now(); performance.now() - began < SAID_WITHIN_MS; ) {
      if ((await app.store.posts.channelsWaiting('', 1)).length === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
      await app.rest();
    }
    throw new Error(`not all was said within ${SAID_WITHIN_MS} ms`);
  }

  const screen = async (as: string): Promise<Screen> => {
    await app.rest();
    return (await sandbox.screen(as)) as unknown as Screen;
  };

  return {
    plan,
    sandbox,
    /** Where payloads come in over HTTP. */
    requestUrl: options.http ? urlAt(port) : null,
    app,
    store: app.store,
    opened,
    log,
    startBot,

    /** Does what a person can do; fails the test when Slack would have shown them an error. */
    async act(as: string, act: Record<string, unknown>): Promise<Acted> {
      const before = log.lines.length;
      const acted = await sandbox.act({ as, ...act });
      if (!acted.ok) throw new Error(`${as} ${JSON.stringify(act)}: ${acted.error}`);
      await app.rest();
      if (options.said) await allSaid();
      const errors = log.lines.slice(before).filter(({ level }) => level === 'error');
      if (errors.length > 0 && !options.faulty)
        throw new Error(`${as} ${JSON.stringify(act)}: ${inspect(errors, { depth: 6 })}`);
      return acted;
    },

    /** The same where an error is what is looked for. */
    attempt: (as: string, act: Record<string, unknown>): Promise<Acted> => sandbox.act({ as, ...act }),

    screen,

    /** What a person sees in a channel (by name; `bot` for the direct messages), oldest first. */
    async seen(as: string, channel: string): Promise<readonly Seen[]> {
      const found = (await screen(as)).channels.find((each) =>
        channel === 'bot' ? each.id.startsWith('D') : each.name === channel,
      );
      return found?.messages ?? [];
    },

    /** The newest thing that a person sees in a channel, as lines. */
    async newest(as: string, channel: string): Promise<readonly string[]> {
      return (await this.seen(as, channel)).at(-1)?.lines ?? [];
    },

    /** Moves the clock: `18:00`, `+1h`, an instant. */
    async clock(move: { set?: string; advance?: string }): Promise<void> {
      const response = await fetch(`${sandbox.url}/_sandbox/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(move),
      });
      if (!response.ok) throw new Error(`the clock did not move: ${await response.text()}`);
    },

    async faults(faults: Record<string, unknown>): Promise<void> {
      await fetch(`${sandbox.url}/_sandbox/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(faults),
      });
    },

    async close(): Promise<void> {
      await app.stop();
      await sandbox.close();
      await opened.close();
    },
  };
}

export type County = Awaited<ReturnType<typeof openCounty>>;
