import type { IncomingMessage, RequestListener } from 'node:http';
import { type App, HTTPReceiver, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt';
import { z } from 'zod';
import type { Config } from '../../config.js';
import { Closed, quiet, repeatable, START_TRIES } from '../calls.js';
import { tokenPatience } from '../token-watch.js';

/** Slack refreshes connections by their age: the second is renewed once, so that both never go at the same moment. */
const STAGGER_MS = 10 * 60_000;

const hello = z.object({ type: z.literal('hello'), num_connections: z.number() });

/** What a payload is given to; it acknowledges by `ack`. */
export type Arrive = (event: ReceiverEvent) => Promise<void>;

/** What receiving needs of the settings. */
export type ReceiverSettings = Pick<
  Config,
  'SLACK_APP_TOKEN' | 'SLACK_SIGNING_SECRET' | 'SLACK_API_URL' | 'PORT' | 'GONGJIAN_CONNECTIONS'
>;

export type ReceiverParts = {
  readonly settings: ReceiverSettings;
  readonly arrive: Arrive;
  readonly log: Record<'debug' | 'warn', (facts: object, text: string) => void>;
  /** Whether work can be done: what `/health` says over HTTP. */
  readonly well: () => Promise<boolean>;
  /** Told whether payloads can come in. */
  readonly onOpen: (open: boolean) => void;
  /** Slack refuses the App-Level Token for good. */
  readonly onRevoked?: (why: Error) => void;
};

export type Receives = { readonly start: () => Promise<void>; readonly stop: () => Promise<void> };

/** Receives over Socket Mode (several connections) or, with a signing secret, over HTTP. */
export const openReceiver = (parts: ReceiverParts): Receives =>
  parts.settings.SLACK_APP_TOKEN ? socketReceiver(parts, parts.settings.SLACK_APP_TOKEN) : httpReceiver(parts);

/** The SDK rejects with nothing when a socket closes before Slack has greeted. */
const opened = <T>(start: Promise<T>): Promise<T> =>
  start.catch((error: unknown) => {
    throw error ?? new Closed('the socket closed before Slack greeted');
  });

/** A receiver calls `processEvent` and nothing else of an app: the intake stands in its place. */
const handedOver = (arrive: Arrive) => ({ processEvent: arrive }) as unknown as App;

function httpReceiver({ settings, arrive, well, onOpen }: ReceiverParts): Receives {
  const port = settings.PORT ?? 3000;
  const receiver = new HTTPReceiver({
    signingSecret: settings.SLACK_SIGNING_SECRET ?? '',
    port,
    endpoints: ['/slack/events'],
    logger: quiet,
    customRoutes: [
      {
        path: '/health',
        method: 'GET',
        handler: (_request, response) =>
          void well().then((yes) => response.writeHead(yes ? 200 : 503).end(yes ? 'ok\n' : 'not ready\n')),
      },
    ],
  });
  receiver.requestListener = sound(receiver.requestListener);
  receiver.init(handedOver(arrive));
  return {
    async start() {
      await receiver.start(port);
      onOpen(true);
    },
    async stop() {
      onOpen(false);
      await receiver.stop();
    },
  };
}

/** Slack sends far less. */
const MOST_BYTES = 4_000_000;
/** So far may Slack's clock be ahead of ours; Bolt asks for the other side alone. */
const AHEAD_SECONDS = 300;

/** Lets through what Bolt can read: a body that is no object, such as null, would end the process inside it. */
function sound(listen: RequestListener): RequestListener {
  return (request, response) => {
    if (request.method !== 'POST') return listen(request, response);
    const refuse = (status: number) => response.writeHead(status).end();
    const ahead = Number(request.headers['x-slack-request-timestamp'] ?? 0) - Date.now() / 1000;
    if (ahead > AHEAD_SECONDS) return refuse(401);
    return void bytesOf(request)
      .then((bytes) => {
        if (bytes === null) return refuse(413);
        if (!holdsObject(request, bytes)) return refuse(400);
        return listen(Object.assign(request, { rawBody: bytes }), response);
      })
      .catch(() => refuse(404));
  };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** A slash command is a form of fields; everything else an object of JSON, by itself or in the field `payload`. */
function holdsObject(request: IncomingMessage, bytes: Buffer): boolean {
  const text = bytes.toString();
  const isForm = request.headers['content-type'] === 'application/x-www-form-urlencoded';
  const json = isForm ? new URLSearchParams(text).get('payload') : text;
  return json === null || /^\s*\{/.test(json);
}

/**
 * Socket Mode over several connections. The SDK's own reconnect waits 5 s, in which a command is lost where there is no
 * other connection: here a closed connection is opened again at once.
 */
function socketReceiver(
  { settings, arrive, log, onOpen, onRevoked = () => {} }: ReceiverParts,
  appToken: string,
): Receives {
  const token = tokenPatience('SLACK_APP_TOKEN', onRevoked);
  const connections = Array.from({ length: settings.GONGJIAN_CONNECTIONS }, () => {
    const receiver = new SocketModeReceiver({
      appToken,
      autoReconnectEnabled: false,
      logger: quiet,
      installerOptions: {
        clientOptions: {
          ...(settings.SLACK_API_URL ? { slackApiUrl: settings.SLACK_API_URL } : {}),
          retryConfig: { retries: 0 },
          timeout: 10_000,
        },
      },
    });
    return { receiver, opening: false, open: false };
  });
  let stopped = false;
  let stagger: NodeJS.Timeout | undefined;

  async function reopen(connection: (typeof connections)[number] | undefined): Promise<void> {
    if (!connection || connection.opening) return;
    connection.opening = true;
    for (let tries = 0; !stopped; tries += 1) {
      try {
        await connection.receiver.client.start();
        token.taken();
        break;
      } catch (error) {
        token.failed(error);
        log.warn({ err: error, tries }, 'a Socket Mode connection could not be opened; trying again');
        await new Promise((resolve) => setTimeout(resolve, Math.min(10_000, 200 * 2 ** tries)));
      }
    }
    connection.opening = false;
  }

  for (const connection of connections) {
    connection.receiver.init(handedOver(arrive));
    const { client } = connection.receiver;
    // The SDK's own reader rejects at what is no envelope (null), and nobody would catch it.
    for (const read of client.listeners('ws_message')) {
      client.off('ws_message', read as never);
      client.on('ws_message', (...frame) =>
        Promise.resolve(read(...frame)).catch((error: unknown) =>
          log.warn({ err: error }, 'a frame could not be read'),
        ),
      );
    }
    const stands = (open: boolean) => {
      connection.open = open;
      onOpen(connections.some((each) => each.open));
    };
    client.on('connected', () => stands(true));
    client.on('disconnected', () => {
      stands(false);
      void reopen(connection);
    });
    client.on('ws_message', (data: unknown) => warnOfOthers(data));
  }

  return {
    async start() {
      const [first, ...others] = connections;
      // The first one decides whether the tokens are right: what Slack refuses is the caller's.
      if (first) {
        first.opening = true;
        await repeatable(log, () => opened(first.receiver.client.start()), START_TRIES);
        first.opening = false;
      }
      await Promise.all(others.map(reopen));
      stagger = setTimeout(
        () => void others[0]?.receiver.client.disconnect().then(() => reopen(others[0])),
        STAGGER_MS,
      );
      stagger.unref();
    },
    async stop() {
      stopped = true;
      clearTimeout(stagger);
      await Promise.all(connections.map(({ receiver }) => receiver.client.disconnect()));
    },
  };

  function warnOfOthers(data: unknown): void {
    let read: unknown;
    try {
      read = JSON.parse(String(data));
    } catch {
      return;
    }
    const greeting = hello.safeParse(read);
    if (greeting.success && greeting.data.num_connections > connections.length) {
      log.warn(
        { connections: greeting.data.num_connections, ours: connections.length },
        'more Socket Mode connections than this process opened: another process with the same app token takes part of the traffic',
      );
    }
  }
}
