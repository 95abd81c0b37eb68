// The bot as `npm start` runs it, and what the bench may ask of it: its memory, how many reports it kept, and to draw
// and read without a pause meanwhile.

import { beginReceivingThread } from '../../dist/slack/receive/begin-receiving.js';

const thread = beginReceivingThread();
const { startApp } = await import('../../dist/commands/running.js');
const { openConfiguredStore, openLog } = await import('../../dist/commands/store.js');
const { readConfig } = await import('../../dist/config.js');
const { followClock } = await import('../../dist/time/clock.js');
const { answerDrawing } = await import('./drawing.mjs');

const config = readConfig(process.env);
const opened = await openConfiguredStore(config, openLog(config));
const app = await startApp({ config, clock: await followClock(config.GONGJIAN_CLOCK, console), opened, thread });
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
