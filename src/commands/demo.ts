import { existsSync, openAsBlob } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { followClock } from '../clock.js';
import type { Config } from '../config.js';
import { readPlan } from './load-plan.js';
import { openSandbox } from './sandbox.js';
import { endWith, ready, seedPlan, startApp } from './start.js';
import { openConfiguredStore, openLog } from './store.js';

/** The first look: Wednesday 17 June 2020, an hour and a half before the day's digest. */
export const DEMO_NOW = '2020-06-17T16:30:00+08:00';

/** What the build made of the year so far (commands/make-demo.ts): the store's folder and the workspace's messages. */
export const demoFolder = fileURLToPath(new URL('../demo', import.meta.url));

/**
 * A local workspace and the bot in one process, with the county's year so far. Without GONGJIAN_DATA or DATABASE_URL it
 * begins anew at every start, in a temporary folder.
 */
export async function startDemo(config: Config): Promise<void> {
  const log = openLog(config);
  const folder = config.GONGJIAN_DATA ?? (await mkdtemp(join(tmpdir(), 'gongjian-')));
  const state = join(folder, 'workspace.json');
  const made = { store: join(demoFolder, 'store.tgz'), workspace: join(demoFolder, 'workspace.json') };
  const fresh = !config.DATABASE_URL && !existsSync(state) && existsSync(made.store) && existsSync(made.workspace);
  const opened = await openConfiguredStore(
    { ...config, GONGJIAN_DATA: folder },
    log,
    fresh ? await openAsBlob(made.store) : undefined,
  );
  if (fresh) await cp(made.workspace, state);
  const sandbox = await openSandbox(await readPlan(config.GONGJIAN_PLAN ?? seedPlan), {
    port: config.PORT ?? 3000,
    now: DEMO_NOW,
    state,
  });
  const clock = await followClock(sandbox.url);
  const local: Config = {
    ...config,
    SLACK_API_URL: `${sandbox.url}/api/`,
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.appToken,
  };
  const app = await startApp({ config: local, clock, opened });
  endWith(async () => {
    await app.stop();
    await sandbox.close();
    await opened.close();
  });
  ready({
    url: sandbox.url,
    store: opened.kind,
    data: config.DATABASE_URL ? undefined : folder,
    SLACK_API_URL: local.SLACK_API_URL,
    GONGJIAN_CLOCK: sandbox.url,
  });
  process.stderr.write(
    `\n  攻坚 · Gongjian  ${sandbox.url}\n  打开网页，选一个人，就可以上报了。Open the page, choose a person, and report.\n\n`,
  );
}
