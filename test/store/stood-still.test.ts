import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { features } from '../../src/features/index.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { openClient } from '../../src/slack/calls.js';
import { manifest } from '../../src/slack/manifest.js';
import { openDelivery } from '../../src/slack/send/deliver.js';
import { openPictures } from '../../src/slack/send/pictures.js';
import { assembleStore } from '../../src/store/index.js';
import { followClock } from '../../src/time/clock.js';
import { openMeters } from '../../src/upkeep/meters.js';
import { openTestStore } from '../support/store.js';

const log = pino({ level: 'silent' });
type Replica = ReturnType<typeof assembleStore>;

let opened: Awaited<ReturnType<typeof openTestStore>>;
let other: Awaited<ReturnType<typeof opened.another>>;
let sandbox: Sandbox;
beforeAll(async () => {
  opened = await openTestStore();
  other = await opened.another();
  await opened.client.workspace.create({ data: { id: 'T1', name: 'county' } });
  sandbox = await startSandbox({
    manifest: manifest(features, { receives: 'socket' }),
    people: [{ handle: 'li', name: '李', email: 'li@example.com' }],
    channels: [{ name: '全县调度', members: 'all', bot: true }],
  });
});
afterAll(async () => {
  await sandbox.close();
  await other.close();
  await opened.close();
});

async function sender(store: Replica) {
  const client = openClient(sandbox.botToken, `${sandbox.url}/api/`);
  const clock = await followClock(sandbox.url, log);
  const { deliver } = openDelivery({
    client,
    store,
    clock,
    log,
    withPicture: openPictures({ client, draw: () => Promise.reject(new Error('nothing is drawn')), log }),
    pictureLater: () => Promise.resolve(),
    meters: openMeters(() => store.health.ages(clock.now())),
    alone: false,
  });
  return { client, clock, deliver };
}

/** Its machine stops it for so long, right after the store has answered. */
const stopped =
  <Given extends unknown[], Answer>(ask: (...given: Given) => Promise<Answer>, ms: number) =>
  async (...given: Given): Promise<Answer> => {
    const answer = await ask(...given);
    await sleep(ms);
    return answer;
  };

test('who stands still after a post was given to it, until another has sent that, does not send it when it goes on', {
  timeout: 40_000,
}, async () => {
  const [one, twin] = [opened, other].map((each) => assembleStore(each, () => Promise.resolve())) as [Replica, Replica];
  const still = await sender({ ...one, posts: { ...one.posts, take: stopped(one.posts.take, 7_500) } });
  const awake = await sender(twin);
  const { channels = [] } = await still.client.conversations.list();
  const channelId = channels.find(({ name }) => name === '全县调度')?.id ?? '';
  await one.posts.write({
    workspaceId: 'T1',
    programId: null,
    channelId,
    dedupeKey: 'line',
    body: { text: 'said once', blocks: [] },
    at: still.clock.now(),
  });

  const held = still.deliver(channelId).catch((error: unknown) => error);
  const began = performance.now();
  while (performance.now() - began < 7_400 && !(await twin.posts.channelsAbandoned()).includes(channelId))
    await sleep(200);
  await awake.deliver(channelId);
  expect(await held).toMatchObject({ message: 'another process took it while this one was held up' });
  const { messages = [] } = await awake.client.conversations.history({ channel: channelId });
  expect(messages.filter(({ text }) => text === 'said once')).toHaveLength(1);
  for (const { clock } of [still, awake]) clock.close();
});
