import { createHash } from 'node:crypto';
import { existsSync, openAsBlob } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config.js';
import { seedPlan } from '../plan/index.js';
import type { BegunThread } from '../slack/receive/begin-receiving.js';
import { followClock } from '../time/clock.js';
import { readPlan } from './load-plan.js';
import { makeDemo } from './make-demo.js';
import { endWith, ready, startApp } from './running.js';
import { openSandbox } from './sandbox.js';
import { openConfiguredStore, openLog } from './store.js';
import { DEMO_BEGINS, DEMO_NOW, demoFolder, playStory } from './story.js';

const made = { store: join(demoFolder, 'store.tgz'), workspace: join(demoFolder, 'workspace.json') };

/**
 * A local workspace and the bot in one process, with the county's year so far. Without GONGJIAN_DATA or DATABASE_URL it
 * begins anew at every start, in a temporary folder; with either it goes on where it was. The first start after an install plays
 * the year, which takes a minute and is kept for the next; an empty server has it played into it. A plan of one's own has no
 * story: it opens empty.
 */
export async function startDemo(config: Config, thread: BegunThread): Promise<void> {
  const log = openLog(config);
  const folder = await workspaceFolder(config);
  const state = join(folder, 'workspace.json');
  const anew = !existsSync(state) && config.GONGJIAN_PLAN === undefined;
  const snapshot = anew && !config.DATABASE_URL && (await madeDemo(log));
  const opened = await openConfiguredStore(
    { ...config, GONGJIAN_DATA: folder },
    log,
    snapshot ? { snapshot: await openAsBlob(made.store) } : {},
  );
  const played = anew && config.DATABASE_URL !== undefined && (await opened.client.program.count()) === 0;
  if (snapshot) await cp(made.workspace, state);
  const plan = await readPlan(config.GONGJIAN_PLAN ?? seedPlan);
  const sandbox = await openSandbox(plan, {
    port: config.PORT ?? 3000,
    now: played ? DEMO_BEGINS : await momentToOpen(state),
    state,
  });
  if (played) await playStory(plan, sandbox, opened, tellDay);
  const clock = await followClock(sandbox.url, log);
  const local: Config = {
    ...config,
    SLACK_API_URL: `${sandbox.url}/api/`,
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.appToken,
  };
  const app = await startApp({ config: local, clock, opened, thread });
  await app.rest();
  endWith(async () => {
    await app.stop();
    await sandbox.close();
    await opened.close();
  });
  ready({
    url: sandbox.url,
    store: opened.kind,
    data: folder,
    SLACK_API_URL: local.SLACK_API_URL,
    GONGJIAN_CLOCK: sandbox.url,
  });
  process.stderr.write(
    `\n  攻坚 · Gongjian  ${sandbox.url}\n  打开网页，选一个人，就可以上报了。Open the page, choose a person, and report.\n\n`,
  );
}

const tellDay = (day: string): void => {
  process.stderr.write(`  正在演到${day} · playing the year so far${process.stderr.isTTY ? '\r' : '\n'}`);
};

/** Whether there is the year so far to open on. Where it cannot be made or kept, the workspace opens on a county without reports. */
async function madeDemo(log: ReturnType<typeof openLog>): Promise<boolean> {
  const there = () => existsSync(made.store) && existsSync(made.workspace);
  if (there()) return true;
  try {
    await makeDemo(demoFolder, tellDay);
  } catch (error) {
    log.warn({ err: error }, 'the year so far could not be played; the workspace opens without reports');
  }
  return there();
}

/** Where the workspace's messages are kept. Those that belong to a server's store are found again at the next start. */
async function workspaceFolder(config: Config): Promise<string> {
  if (config.GONGJIAN_DATA === undefined && config.DATABASE_URL === undefined)
    return mkdtemp(join(tmpdir(), 'gongjian-'));
  const server = createHash('sha256')
    .update(config.DATABASE_URL ?? '')
    .digest('hex')
    .slice(0, 12);
  const folder = config.GONGJIAN_DATA ?? join(homedir(), '.gongjian', `workspace-${server}`);
  await mkdir(folder, { recursive: true });
  return folder;
}

/** DEMO_NOW, or the moment of the newest message where the workspace has gone on: its clock never goes back. */
async function momentToOpen(state: string): Promise<string> {
  if (!existsSync(state)) return DEMO_NOW;
  const { channels } = JSON.parse(await readFile(state, 'utf8')) as { channels: { messages: { ts: string }[] }[] };
  const newest = channels.reduce(
    (latest, { messages }) => messages.reduce((most, { ts }) => Math.max(most, Number(ts) * 1000), latest),
    Date.parse(DEMO_NOW),
  );
  return new Date(Math.ceil(newest)).toISOString();
}
