import { copyFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { createApp } from '../app.js';
import { workCalendar } from '../calendar/index.js';
import { followClock } from '../clock.js';
import { readConfig } from '../config.js';
import { historyOf } from '../demo/history.js';
import { play } from '../demo/play.js';
import { dayAt } from '../domain/day.js';
import type { Plan } from '../domain/plan.js';
import { features } from '../features/index.js';
import type { Sandbox } from '../sandbox/index.js';
import type { Store as OpenStore } from '../store/open.js';
import { openStore } from '../store/open.js';
import { DEMO_NOW, demoFolder } from './demo.js';
import { load, readPlan } from './load-plan.js';
import { openSandbox } from './sandbox.js';
import { seedPlan } from './start.js';
import { openLog } from './store.js';

/** When the plan is loaded and the story begins: the first working morning of 2020. */
export const DEMO_BEGINS = '2020-01-02T08:30:00+08:00';

/** As many messages at once as a channel of the local workspace takes: nobody's rate is at stake while the story is played. */
const BURST = 4;

/**
 * Plays the year so far through a workspace, from DEMO_BEGINS up to DEMO_NOW, into a store whose plan is loaded here.
 * Throws where the bot makes something else of a line than the story says.
 */
export async function playStory(
  plan: Plan,
  sandbox: Sandbox,
  opened: OpenStore,
  told: (day: string) => void,
): Promise<void> {
  const config = {
    ...readConfig({ LOG_LEVEL: process.env.LOG_LEVEL ?? 'error' }),
    SLACK_API_URL: `${sandbox.url}/api/`,
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.appToken,
  };
  const clock = await followClock(sandbox.url);
  const app = await createApp({ config, clock, opened, features, log: openLog(config), burst: BURST });
  await load(app.store, app.workspace, plan, clock.now());
  await app.start();
  try {
    const end = Date.parse(DEMO_NOW);
    const acts = historyOf(plan, dayAt(end, plan.timeZone), workCalendar(plan.calendar));
    await play(acts, end, { workspace: sandbox, bot: app, store: opened }, told);
  } finally {
    await app.stop();
  }
}

/** `make-demo`: plays the year so far and keeps the store and the workspace, so that `npm start` opens on them. For the build. */
export async function makeDemo(target = demoFolder): Promise<void> {
  const began = performance.now();
  const plan = await readPlan(seedPlan);
  const folder = await mkdtemp(join(tmpdir(), 'gongjian-demo-'));
  // In memory: what is lost with the power is made anew by the next build.
  const opened = await openStore({ databaseUrl: null, folder: null, log: openLog(readConfig({})) });
  try {
    const state = join(folder, 'workspace.json');
    const sandbox = await openSandbox(plan, { port: 0, now: DEMO_BEGINS, state });
    try {
      await playStory(plan, sandbox, opened, () => {});
    } finally {
      await sandbox.close();
    }
    await opened.client.$executeRawUnsafe('VACUUM');
    const store = await promisify(gzip)(Buffer.from(await (await opened.snapshot()).arrayBuffer()), { level: 1 });
    await writeFile(join(folder, 'store.tgz'), store);
    await mkdir(target, { recursive: true });
    for (const file of ['workspace.json', 'store.tgz']) await move(join(folder, file), join(target, file));
    process.stderr.write(`the year so far was played in ${Math.round((performance.now() - began) / 1000)} s\n`);
  } finally {
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Beside its place first: a build that is cut off leaves no half file, and the temporary folder may be another disk. */
async function move(from: string, to: string): Promise<void> {
  await copyFile(from, `${to}.half`);
  await rename(`${to}.half`, to);
}
