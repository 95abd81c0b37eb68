// The bot as `npm start` runs it, and what the bench may ask of it: its memory, how many reports it kept, and to draw
// and read without a pause meanwhile.

import { startApp } from '../../dist/commands/running.js';
import { openConfiguredStore, openLog } from '../../dist/commands/store.js';
import { readConfig } from '../../dist/config.js';
import { followClock } from '../../dist/time/clock.js';
import { answerDrawing } from './drawing.mjs';

const config = readConfig(process.env);
const opened = await openConfiguredStore(config, openLog(config));
const app = await startApp({ config, clock: await followClock(config.GONGJIAN_CLOCK, console), opened });
process.stdout.write(`${JSON.stringify({ ready: true })}\n`);
process.on('message', async (message) => {
  if (message === 'memory') process.send({ rss: process.memoryUsage().rss, cpu: process.cpuUsage() });
  if (message === 'kept') process.send({ kept: await opened.client.report.count() });
});
answerDrawing();
process.on('SIGTERM', async () => {
  await app.stop();
  await opened.close();
  process.exit(0);
});
