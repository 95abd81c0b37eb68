import { fileURLToPath } from 'node:url';
import { createApp } from '../app.js';
import { workCalendar } from '../calendar/index.js';
import { followClock } from '../clock.js';
import { readConfig } from '../config.js';
import { dayAt } from '../domain/day.js';
import type { Plan } from '../domain/plan.js';
import { features } from '../features/index.js';
import type { Sandbox } from '../sandbox/index.js';
import type { Store as OpenStore } from '../store/open.js';
import { load } from './load-plan.js';
import { openLog } from './store.js';

/** The first look: Wednesday 17 June 2020, an hour and a half before the day's digest. */
export const DEMO_NOW = '2020-06-17T16:30:00+08:00';
/** When the plan is loaded and the story begins: the first working morning of 2020. */
export const DEMO_BEGINS = '2020-01-02T08:30:00+08:00';

/** What the build made of the year so far (commands/make-demo.ts): the store's folder and the workspace's messages. */
export const demoFolder = fileURLToPath(new URL('../demo', import.meta.url));
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
    // Loaded where a story is told: an ordinary start needs neither.
    const [{ historyOf }, { play }] = await Promise.all([import('../demo/history.js'), import('../demo/play.js')]);
    const end = Date.parse(DEMO_NOW);
    const acts = historyOf(plan, dayAt(end, plan.timeZone), workCalendar(plan.calendar));
    await play(acts, end, { workspace: sandbox, bot: app, store: opened }, told);
  } finally {
    await app.stop();
  }
}
