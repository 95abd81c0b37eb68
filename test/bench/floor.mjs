// The floor: a bare Bolt app that acknowledges a command after one insert in a transaction, on the store that we use.
import { App } from '@slack/bolt';
import pino from 'pino';
import { openStore } from '../../dist/store/home/open.js';
import { answerDrawing } from './drawing.mjs';

const began = performance.now();
const store = await openStore({
  databaseUrl: process.env.DATABASE_URL || null,
  folder: process.env.DATABASE_URL ? null : process.env.GONGJIAN_DATA,
  log: pino({ level: 'silent' }),
});
const app = new App({
  token: process.env.SLACK_BOT_TOKEN,
  appToken: process.env.SLACK_APP_TOKEN,
  socketMode: true,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
});
let count = 0;
app.command('/progress', async ({ ack, body }) => {
  count += 1;
  const key = `floor:${process.pid}:${count}`;
  await store.transaction((tx) =>
    tx.payload.create({
      data: { key, workspaceId: body.team_id, kind: 'command', body: { text: body.text }, receivedAt: new Date() },
    }),
  );
  await ack('noted');
});
await app.start();
process.stdout.write(`${JSON.stringify({ ready: true, startMs: performance.now() - began })}\n`);
process.on('message', (message) => {
  if (message === 'memory') process.send({ rss: process.memoryUsage().rss, cpu: process.cpuUsage() });
});
answerDrawing();
process.on('SIGTERM', async () => {
  await app.stop();
  await store.close();
  process.exit(0);
});
