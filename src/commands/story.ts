import { fileURLToPath } from 'node:url';
import { createApp, type GongjianApp } from '../app.js';
import { readConfig } from '../config.js';
import { dayAt } from '../domain/day.js';
import { lastSlot } from '../domain/due.js';
import type { Plan } from '../domain/plan.js';
import type { Feature } from '../feature.js';
import { features } from '../features/index.js';
import type { Sandbox } from '../sandbox/index.js';
import type { Store as OpenStore } from '../store/home/open.js';
import { assembleStore } from '../store/index.js';
import { workCalendar } from '../time/calendar.js';
import { followClock } from '../time/clock.js';
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
 * From when on the bot asks and sums up. What came before is what people said alone: a message each morning to everybody
 * who owns something, half a year long, would cost the build minutes, and nobody scrolls back so far.
 */
const CLOCK_WORK_BEGINS = '2020-06-11T08:00:00+08:00';

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
  // Loaded where a story is told: an ordinary start needs neither.
  const [{ historyOf }, { play }] = await Promise.all([
    import('../tools/demo/history.js'),
    import('../tools/demo/play.js'),
  ]);
  const end = Date.parse(DEMO_NOW);
  const switchAt = Date.parse(CLOCK_WORK_BEGINS);
  const acts = historyOf(plan, dayAt(end, plan.timeZone), workCalendar(plan.calendar));
  const withoutClockWork = features.map(({ slots: _, timers: __, ...feature }): Feature => feature);
  for (const [played, from, until] of [
    [withoutClockWork, 0, switchAt],
    [features, switchAt, end],
  ] as const) {
    if (played === features) await letPass(plan, opened, switchAt);
    const app = await startBot(plan, sandbox, opened, played);
    try {
      const part = acts.filter((act) => act.at >= from && act.at < until);
      await play(part, until, { workspace: sandbox, bot: app, store: opened }, told);
    } finally {
      await app.stop();
    }
  }
}

/** What fell due before the bot's own work begins is neither made up for nor told as missed. */
async function letPass(plan: Plan, opened: OpenStore, turn: number): Promise<void> {
  const store = assembleStore(opened, async () => {});
  const calendar = workCalendar(plan.calendar);
  for (const program of await store.programs.running()) {
    for (const { name, slots = [] } of features) {
      for (const job of slots) {
        const slot = lastSlot(turn, job.time(program), program.timeZone, calendar);
        if (slot === null) continue;
        await store.slots.take(program.id, `${name}.${job.name}`, slot.day, slot.due, slot.due);
        await store.slots.done(program.id, `${name}.${job.name}`, slot.day, slot.due);
      }
    }
  }
}

async function startBot(
  plan: Plan,
  sandbox: Sandbox,
  opened: OpenStore,
  played: readonly Feature[],
): Promise<GongjianApp> {
  const config = {
    ...readConfig({ LOG_LEVEL: process.env.LOG_LEVEL ?? 'error' }),
    SLACK_API_URL: `${sandbox.url}/api/`,
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.appToken,
  };
  const log = openLog(config);
  const clock = await followClock(sandbox.url, log);
  const app = await createApp({ config, clock, opened, features: played, log, burst: BURST });
  await load(app.store, app.workspace, plan, clock.now());
  await app.receive();
  await app.begin();
  return app;
}
