// How much of Slack's rate a digest for 300 channels uses, beside a bare loop that posts the same messages; and messages to as many
// people, each in a direct conversation of their own. The workspace
// allows a message a second and channel (bursts of 4), and 600 a minute in all (src/sandbox/limits.ts, rates.ts).
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import pino from 'pino';
import { readPlan } from '../../dist/commands/load-plan.js';
import { startApp } from '../../dist/commands/running.js';
import { openSandbox } from '../../dist/commands/sandbox.js';
import { readConfig } from '../../dist/config.js';
import { seedPlan } from '../../dist/plan/index.js';
import { openStore } from '../../dist/store/home/open.js';
import { followClock } from '../../dist/time/clock.js';

const BURST = 600;
const A_SECOND = 10;
const CHANNEL_BURST = 4;
/** The units of which each channel has one's digest. */
const UNITS = 10;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function openWorkspace(plan, channels) {
  const sandbox = await openSandbox(plan, { port: 0, now: '2020-06-17T17:55:00+08:00' });
  const control = async (path, body) => {
    const response = await fetch(`${sandbox.url}/_sandbox/${path}`, {
      ...(body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return response.json();
  };
  const ids = Array.from({ length: channels }, (_, index) => `CB${String(index).padStart(6, '0')}`);
  await control('people', {
    channels: ids.map((id, index) => ({ id, name: `digest-${index}`, members: [plan.commander], bot: true })),
    announce: false,
  });
  return { sandbox, control, ids };
}

/** Messages in the channels, and seconds from the first that was taken to the last, by the workspace's own log. */
async function timesOf({ control, ids }) {
  const own = new Set(ids);
  const calls = (await control('calls?since=0')).filter(
    ({ method, channel }) => method === 'chat.postMessage' && own.has(channel),
  );
  const taken = calls.filter(({ outcome }) => outcome === 'ok');
  const perChannel = new Map();
  for (const { channel } of taken) perChannel.set(channel, (perChannel.get(channel) ?? 0) + 1);
  const messages = taken.length;
  const most = Math.max(0, ...perChannel.values());
  // No sooner can it be over, whoever sends.
  const least = Math.max((messages - BURST) / A_SECOND, most - CHANNEL_BURST);
  const seconds = ((taken.at(-1)?.epochMs ?? 0) - (taken[0]?.epochMs ?? 0)) / 1000;
  return { messages, seconds, least, refused: calls.length - messages };
}

/** Each unit's digest tells of a report: four messages a channel. */
async function reportSome(plan, { sandbox }) {
  for (const { key, channel } of plan.units.slice(0, UNITS)) {
    const project = plan.projects.find(({ unit, owner, milestones }) => unit === key && owner && milestones.length > 0);
    if (!project || !channel) continue;
    const text = `/progress ${project.code} ${project.milestones.at(-1).name} 40%`;
    await sandbox.act({ as: project.owner, do: 'command', channel, text });
  }
}

/** A bot of its own in a workspace, on a store of its own; `close` ends all of it, the workspace too. */
async function startBot(sandbox, databaseUrl) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-deliver-'));
  const opened = await openStore({ databaseUrl, folder: databaseUrl ? null : folder, log: pino({ level: 'silent' }) });
  const config = readConfig({
    SLACK_API_URL: `${sandbox.url}/api/`,
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.appToken,
    LOG_LEVEL: 'error',
  });
  const app = await startApp({ config, clock: await followClock(sandbox.url, console), opened });
  await app.rest();
  const close = async () => {
    await app.stop();
    await opened.close();
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { app, opened, close };
}

async function ours(plan, channels, databaseUrl) {
  const workspace = await openWorkspace(plan, channels);
  const { sandbox, control, ids } = workspace;
  const { app, opened, close } = await startBot(sandbox, databaseUrl);
  try {
    const program = await app.store.programs.current(sandbox.teamId);
    for (const [index, channelId] of ids.entries())
      await app.store.subscriptions.add({
        programId: program.id,
        channelId,
        cadence: 'daily',
        scope: { of: 'unit', key: plan.units[index % UNITS].key },
        language: 'zh',
        personId: null,
        sinceAt: sandbox.clock.now(),
      });
    // What the plan's own channels get is no part of it.
    await opened.client.subscription.deleteMany({ where: { channelId: { notIn: ids } } });
    await reportSome(plan, workspace);
    const moved = control('clock', { set: '18:00' });
    const bodies = () =>
      opened.client.post.findMany({ where: { dedupeKey: { startsWith: 'digest:' } }, orderBy: { id: 'asc' } });
    const due = async () => (await opened.client.activity.count({ where: { action: 'digest-posted' } })) === channels;
    const open = () => opened.client.post.count({ where: { standing: { not: 'posted' } } });
    while (!(await due()) || (await open()) > 0) await sleep(250);
    const times = await timesOf(workspace);
    const posts = await bodies();
    await moved;
    return { ...times, posts: posts.map(({ id, channelId, parentId, body }) => ({ id, channelId, parentId, body })) };
  } finally {
    await close();
  }
}

/** Each channel's messages one after another, waiting as long as it is told to. */
async function floor(plan, channels, posts) {
  const workspace = await openWorkspace(plan, channels);
  const { sandbox, ids } = workspace;
  const client = new WebClient(sandbox.botToken, {
    slackApiUrl: `${sandbox.url}/api/`,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  const queues = new Map(ids.map((id) => [id, []]));
  for (const post of posts) queues.get(post.channelId)?.push(post);
  const stamps = new Map();
  const say = async ({ id, channelId, parentId, body }) => {
    for (;;) {
      const thread = parentId === null ? {} : { thread_ts: stamps.get(parentId) };
      const message = { channel: channelId, text: body.text, blocks: body.blocks, ...thread };
      const answer = await client.chat
        .postMessage(message)
        .catch(({ retryAfter }) => ({ retryAfter: retryAfter ?? 1 }));
      if (answer.ts) return stamps.set(id, answer.ts);
      await sleep(answer.retryAfter * 1000);
    }
  };
  try {
    await Promise.all(
      [...queues.values()].map(async (queue) => {
        for (const post of queue) await say(post);
      }),
    );
    return await timesOf(workspace);
  } finally {
    await sandbox.close();
  }
}

/** The share of the rate that is used (percent): the least time that it can take over the time that it took. */
const share = ({ least, seconds }) => (least * 100) / seconds;

export async function measureDelivery({ databaseUrl, channels }) {
  const plan = await readPlan(seedPlan);
  const { posts, ...own } = await ours(plan, channels, databaseUrl);
  const bare = await floor(plan, channels, posts);
  return { channels, ours: { ...own, percent: share(own) }, floor: { ...bare, percent: share(bare) } };
}

/** As many messages as people, each to one of them: seconds by the workspace's own log, beyond the first minute's worth. */
export async function measureDirect({ databaseUrl, people }) {
  const plan = await readPlan(seedPlan);
  const { sandbox, control } = await openWorkspace(plan, 0);
  const ids = Array.from({ length: people }, (_, index) => `UB${String(index).padStart(6, '0')}`);
  await control('people', {
    people: ids.map((id, index) => ({ id, handle: `direct-${index}`, name: `干部 ${index}` })),
    channels: [],
  });
  const { app, opened, close } = await startBot(sandbox, databaseUrl);
  try {
    const program = await app.store.programs.current(sandbox.teamId);
    const before = process.memoryUsage().heapUsed;
    let most = before;
    const message = { text: '今天的事项', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '今天的事项' } }] };
    await app.store.transaction((tx) =>
      tx.notifyAll(
        { program, now: sandbox.clock.now() },
        ids.map((to) => ({ to, dedupeKey: `direct:${to}`, message })),
      ),
    );
    const open = () => opened.client.post.count({ where: { channelId: { in: ids }, standing: { not: 'posted' } } });
    while ((await open()) > 0) {
      most = Math.max(most, process.memoryUsage().heapUsed);
      await sleep(250);
    }
    const calls = await control('calls?since=0');
    const posted = calls.filter(({ method }) => method === 'chat.postMessage');
    const taken = posted.filter(({ outcome }) => outcome === 'ok');
    const seconds = ((taken.at(-1)?.epochMs ?? 0) - (taken[0]?.epochMs ?? 0)) / 1000;
    const least = (taken.length - BURST) / A_SECOND;
    return {
      people,
      seconds,
      percent: share({ least, seconds }),
      refused: posted.length - taken.length,
      megabytes: (most - before) / 1e6,
    };
  } finally {
    await close();
  }
}
