import { type App, HTTPReceiver, type Receiver, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Config } from '../../config.js';
import { Closed, quiet, repeatable, START_TRIES } from '../calls.js';
import type { Intake } from './intake.js';

/** Slack refreshes connections by their age: the second is renewed once, so that both never go at the same moment. */
const STAGGER_MS = 10 * 60_000;

const hello = z.object({ type: z.literal('hello'), num_connections: z.number() });

/** Receives over Socket Mode (several connections) or, with a signing secret, over HTTP. */
export function openReceiver(config: Config, arrive: Intake['arrive'], log: Logger): Receiver {
  return config.SLACK_APP_TOKEN
    ? socketReceiver(config, config.SLACK_APP_TOKEN, arrive, log)
    : httpReceiver(config, arrive);
}

/** The SDK rejects with nothing when a socket closes before Slack has greeted. */
const opened = <T>(start: Promise<T>): Promise<T> =>
  start.catch((error: unknown) => {
    throw error ?? new Closed('the socket closed before Slack greeted');
  });

/** A receiver calls `processEvent` and nothing else of the app: the intake stands in its place. */
const handedOver = (bolt: App, arrive: Intake['arrive']) =>
  ({ processEvent: (event: ReceiverEvent) => arrive(event, bolt) }) as unknown as App;

function httpReceiver(config: Config, arrive: Intake['arrive']): Receiver {
  const receiver = new HTTPReceiver({
    signingSecret: config.SLACK_SIGNING_SECRET ?? '',
    port: config.PORT ?? 3000,
    endpoints: ['/slack/events'],
    logger: quiet,
    customRoutes: [
      { path: '/health', method: 'GET', handler: (_request, response) => response.writeHead(200).end('ok\n') },
    ],
  });
  return {
    init: (bolt) => receiver.init(handedOver(bolt, arrive)),
    start: () => receiver.start(config.PORT ?? 3000),
    stop: () => receiver.stop(),
  };
}

/**
 * Socket Mode over several connections. The SDK's own reconnect waits 5 s, in which a command is lost where there is no
 * other connection: here a closed connection is opened again at once.
 */
function socketReceiver(config: Config, appToken: string, arrive: Intake['arrive'], log: Logger): Receiver {
  const connections = Array.from({ length: config.GONGJIAN_CONNECTIONS }, () => {
    const receiver = new SocketModeReceiver({
      appToken,
      autoReconnectEnabled: false,
      logger: quiet,
      installerOptions: {
        clientOptions: {
          ...(config.SLACK_API_URL ? { slackApiUrl: config.SLACK_API_URL } : {}),
          retryConfig: { retries: 0 },
          timeout: 10_000,
        },
      },
    });
    return { receiver, opening: false };
  });
  let stopped = false;
  let stagger: NodeJS.Timeout | undefined;

  async function reopen(connection: (typeof connections)[number] | undefined): Promise<void> {
    if (!connection || connection.opening) return;
    connection.opening = true;
    for (let tries = 0; !stopped; tries += 1) {
      try {
        await connection.receiver.client.start();
        break;
      } catch (error) {
        log.warn({ err: error, tries }, 'a Socket Mode connection could not be opened; trying again');
        await new Promise((resolve) => setTimeout(resolve, Math.min(10_000, 200 * 2 ** tries)));
      }
    }
    connection.opening = false;
  }

  return {
    init(bolt) {
      for (const connection of connections) {
        connection.receiver.init(handedOver(bolt, arrive));
        connection.receiver.client.on('disconnected', () => void reopen(connection));
        connection.receiver.client.on('ws_message', (data: unknown) => warnOfOthers(data));
      }
    },
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
    const told = hello.safeParse(read);
    if (told.success && told.data.num_connections > connections.length) {
      log.warn(
        { connections: told.data.num_connections, ours: connections.length },
        'more Socket Mode connections than this process opened: another process with the same app token takes part of the traffic',
      );
    }
  }
}
