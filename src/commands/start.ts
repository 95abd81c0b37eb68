import { readConfig } from '../config.js';
import type { BegunThread } from '../slack/receive/begin-receiving.js';
import { followClock, systemClock } from '../time/clock.js';
import { endWith, ready, startApp } from './running.js';
import { openConfiguredStore, openLog } from './store.js';

/**
 * Starts the bot in its workspace; without tokens, a local workspace with it. Resolves when it is ready and has said so.
 * `thread`: the one that receives, begun before all this was loaded.
 */
export async function start(thread: BegunThread): Promise<void> {
  const config = readConfig(process.env);
  if (!config.SLACK_BOT_TOKEN) return (await import('./demo.js')).startDemo(config, thread);
  const log = openLog(config);
  const clock = config.GONGJIAN_CLOCK ? await followClock(config.GONGJIAN_CLOCK, log) : systemClock;
  const opened = await openConfiguredStore(config, log);
  try {
    const app = await startApp({ config, clock, opened, thread });
    endWith(async () => {
      await app.stop();
      await opened.close();
    });
    ready({ workspace: app.workspace.id, store: opened.kind, receives: config.SLACK_APP_TOKEN ? 'socket' : 'http' });
  } catch (error) {
    clock.close();
    await opened.close();
    throw error;
  }
}
