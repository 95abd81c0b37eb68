import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp, type GongjianApp } from '../app.js';
import type { Config } from '../config.js';
import { features } from '../features/index.js';
import { seedPlan } from '../plan/seed.js';
import type { BegunThread } from '../slack/receive/begin-receiving.js';
import type { Store as OpenStore } from '../store/home/open.js';
import type { Clock } from '../time/clock.js';
import { openLog } from './store.js';

/**
 * Makes the app, gives an empty store its plan, and starts it: resolves when it receives, which does not wait for what it has to
 * do before it works. `onLost` hears as well where that fails.
 */
export async function startApp({
  config,
  clock,
  opened,
  thread,
  onLost = endedBy,
}: {
  config: Config;
  clock: Clock;
  opened: OpenStore;
  thread?: BegunThread;
  onLost?: (why: Error) => void;
}): Promise<GongjianApp> {
  const log = openLog(config);
  const app = await createApp({ config, clock, opened, features, log, onLost, ...(thread && { thread }) });
  // A workspace at another address than slack.com is for trying: it gets the seed's plan where none was named.
  const file = config.GONGJIAN_PLAN ?? (config.SLACK_API_URL ? seedPlan : undefined);
  const plan = async () => {
    if (!file || (await app.store.programs.current(app.workspace.id))) return;
    const { load, readPlan } = await import('./load-plan.js');
    log.info(await load(app.store, app.workspace, await readPlan(file), clock.now()));
  };
  // A plan that cannot be read is told before anything is acknowledged.
  if ((await opened.executeSql('SELECT 1 FROM program LIMIT 1')).rows.length === 0) await plan();
  await app.receive();
  app.begin(plan).catch(onLost);
  return app;
}

/** The one line on standard output that says that everything is ready. */
export function ready(facts: object): void {
  process.stdout.write(`${JSON.stringify({ ready: true, ...facts })}\n`);
}

/** Says why and ends: nothing that goes on would be of use. What was acknowledged is in the store. */
function endedBy(why: Error): never {
  process.stderr.write(`${why.message}\n`);
  process.exit(1);
}

/** What is not done by then is in the store, and is done by the next start. Service managers kill soon after. */
const DRAIN_MS = 9_000;

/** Ends in order on SIGINT and SIGTERM; a second signal ends at once. */
export function endWith(stop: () => Promise<void>, patienceMs = DRAIN_MS): void {
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (ending) process.exit(1);
      ending = true;
      setTimeout(() => {
        process.stderr.write(
          'Not everything ended in time; what was acknowledged is in the store, and is done by the next start.\n',
        );
        process.exit(1);
      }, patienceMs).unref();
      void stop().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`${String(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
}

/** The built page of the local workspace: beside the program as built, or in dist/ when it is run from its source. */
export const pageDirectory = (): string | undefined =>
  ['../page', '../../dist/page']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((folder) => existsSync(join(folder, 'index.html')));
