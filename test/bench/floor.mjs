// The floor: a bare Bolt app that acknowledges a command after one insert in a transaction, on the store that we use, and makes
// the calls that nobody is spared: an answer to the person, and a line in the channel at the rate that Slack allows.
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
  clientOptions: {
    slackApiUrl: process.env.SLACK_API_URL,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  },
});
let count = 0;
let kept = 0;
const lines = new Map();
/** A channel's lines, one after another. */
async function post(channel) {
  const waiting = lines.get(channel);
  while (waiting.length > 0) {
    const retryAfter = await app.client.chat
      .postMessage({ channel, text: waiting[0], blocks: [section(waiting[0])] })
      .then(
        () => waiting.shift() && 1,
        (error) => error.retryAfter ?? 1,
      );
    await new Promise((resolve) => setTimeout(resolve, retryAfter * 1000));
  }
  lines.delete(channel);
}
const section = (text) => ({ type: 'section', text: { type: 'mrkdwn', text } });
app.command('/progress', async ({ ack, body, respond }) => {
  count += 1;
  const key = `floor:${process.pid}:${count}`;
  await store.transaction((tx) =>
    tx.payload.create({
      data: { key, workspaceId: body.team_id, kind: 'command', body: { text: body.text }, receivedAt: new Date() },
    }),
  );
  await ack();
  await respond({ text: body.text, blocks: [section(body.text)] }).catch(() => {});
  kept += 1;
  const waiting = lines.get(body.channel_id);
  if (waiting) return waiting.push(body.text);
  lines.set(body.channel_id, [body.text]);
  void post(body.channel_id);
});
await app.start();
process.stdout.write(`${JSON.stringify({ ready: true, startMs: performance.now() - began })}\n`);
process.on('message', (message) => {
  if (message === 'kept') process.send({ kept });
  if (message === 'memory') process.send({ rss: process.memoryUsage().rss, cpu: process.cpuUsage() });
});
answerDrawing();
process.on('SIGTERM', async () => {
  await app.stop();
  await store.close();
  process.exit(0);
});
