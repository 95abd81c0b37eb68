import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type Jobs, openJobs } from '../../src/jobs/open.js';
import type { Store } from '../../src/store/home/open.js';
import { keepingLog, openTestStore } from '../support/store.js';

const kind = (name: string) => ({ name, data: z.record(z.string(), z.unknown()) });
const [deliver, later, keyed, free, slow] = [kind('deliver'), kind('later'), kind('keyed'), kind('free'), kind('slow')];

let store: Store;
let jobs: Jobs;
let log: ReturnType<typeof keepingLog>;

beforeEach(async () => {
  log = keepingLog();
  store = await openTestStore(log);
  jobs = await openJobs({ store, log });
});

afterEach(async () => {
  await jobs.stop();
  await store.close();
});

/** A handler that keeps what it was given, and a promise of the next one. */
function collector() {
  const seen: { data: object; at: number }[] = [];
  return {
    seen,
    handler: async (data: object) => {
      seen.push({ data, at: performance.now() });
    },
    async until(count: number, within = 5_000) {
      for (const end = performance.now() + within; seen.length < count && performance.now() < end; ) await sleep(2);
      expect(seen).toHaveLength(count);
    },
  };
}

test('a job is run within milliseconds of the commit that sent it', async () => {
  const { handler, seen, until } = collector();
  await jobs.work({ ...deliver, concurrency: 3, run: handler });
  await sleep(50);
  const waits: number[] = [];
  for (let round = 1; round <= 20; round++) {
    await store.transaction(async (tx) => {
      await tx.workspace.create({ data: { id: `W${round}`, name: 'Dong’e' } });
      await jobs.send(tx, deliver, { round }, { key: 'C1' });
    });
    const committed = performance.now();
    await until(round);
    waits.push((seen.at(-1)?.at ?? 0) - committed);
  }
  // The next look at the store would come after a second; on an idle machine a nudge takes a few milliseconds.
  waits.sort((a, b) => a - b);
  expect(waits[10], `waits in ms: ${waits}`).toBeLessThan(200);
});

test('a transaction that rolls back takes its job along', async () => {
  const { handler, seen } = collector();
  await jobs.work({ ...deliver, run: handler });
  await expect(
    store.transaction(async (tx) => {
      await tx.workspace.create({ data: { id: 'W1', name: 'Dong’e' } });
      await jobs.send(tx, deliver, { post: 1 });
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  await jobs.send(null, deliver, { post: 2 });
  await jobs.idle();
  expect(seen.map((each) => each.data)).toEqual([{ post: 2 }]);
  expect(await store.client.workspace.count()).toBe(0);
});

test('a job that was sent before anybody worked its name is run once somebody does', async () => {
  await store.transaction((tx) => jobs.send(tx, later, { plan: 'sent early' }));
  const { handler, seen } = collector();
  await jobs.work({ ...later, run: handler });
  await jobs.idle();
  expect(seen.map((each) => each.data)).toEqual([{ plan: 'sent early' }]);
});

test('while one with its key waits, another is not added; without keys, each is run', async () => {
  for (const post of [1, 2, 3]) await jobs.send(null, keyed, { post }, { key: 'C1' });
  await jobs.send(null, keyed, { post: 4 }, { key: 'C2' });
  for (const post of [1, 2, 3]) await jobs.send(null, free, { post });
  const withKey = collector();
  const without = collector();
  await jobs.work({ ...keyed, run: withKey.handler });
  await jobs.work({ ...free, run: without.handler });
  await jobs.idle();
  expect(withKey.seen.map((each) => each.data)).toEqual([{ post: 1 }, { post: 4 }]);
  expect(without.seen).toHaveLength(3);
});

test('jobs with one key follow one another, those with different keys run side by side', async () => {
  let most = 0;
  let overlaps = 0;
  const now = new Map<string, number>();
  const toChannel = { name: 'deliver', data: z.object({ channel: z.string() }) };
  await jobs.work({
    ...toChannel,
    concurrency: 4,
    run: async ({ channel }) => {
      now.set(channel, (now.get(channel) ?? 0) + 1);
      if (now.get(channel) !== 1) overlaps++;
      most = Math.max(
        most,
        [...now.values()].reduce((sum, each) => sum + each, 0),
      );
      await sleep(30);
      now.set(channel, 0);
    },
  });
  for (let round = 0; round < 4; round++) {
    await Promise.all(['C1', 'C2', 'C3'].map((channel) => jobs.send(null, toChannel, { channel }, { key: channel })));
    await sleep(12);
  }
  await jobs.idle();
  expect(overlaps).toBe(0);
  expect(most).toBeGreaterThan(1);
});

test('a burst is worked off at once, not one at each look at the store', async () => {
  const { handler, seen } = collector();
  for (let post = 0; post < 50; post++) await jobs.send(null, deliver, { post });
  const began = performance.now();
  await jobs.work({ ...deliver, run: handler });
  await jobs.idle();
  expect(seen).toHaveLength(50);
  // One at each look would take 50 s.
  expect(performance.now() - began).toBeLessThan(15_000);
});

test('a job that asks for it is run again after that time, as often as it asks', async () => {
  const at: number[] = [];
  await jobs.work({
    ...deliver,
    retries: 0,
    run: async () => {
      at.push(performance.now());
      return at.length < 3 ? { retryAfter: 1 } : undefined;
    },
  });
  await jobs.send(null, deliver, {}, { key: 'C1' });
  for (const end = performance.now() + 10_000; at.length < 3 && performance.now() < end; ) await sleep(20);
  expect(at).toHaveLength(3);
  expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(900);
  expect(log.lines).toEqual([]);
});

test('a job that fails is run again, and one that fails for good is told and logged', async () => {
  let runs = 0;
  const dead: object[] = [];
  await jobs.work({
    ...deliver,
    retries: 1,
    onDead: async (data) => {
      dead.push(data);
    },
    run: async () => {
      runs++;
      throw new Error('Slack is away');
    },
  });
  await jobs.send(null, deliver, { post: 7 }, { key: 'C1' });
  for (const end = performance.now() + 15_000; dead.length < 1 && performance.now() < end; ) await sleep(20);
  expect(runs).toBe(2);
  expect(dead).toEqual([{ post: 7 }]);
  expect(log.lines).toMatchObject([{ level: 'error', fields: { job: 'deliver', key: 'C1' } }]);
});

test('stopping lets a running job end and leaves the waiting ones to the next start', async () => {
  let ended = 0;
  await jobs.work({
    ...slow,
    run: async () => {
      await sleep(300);
      ended++;
    },
  });
  await jobs.send(null, slow, { number: 1 });
  await sleep(100);
  await jobs.send(null, slow, { number: 2 });
  await jobs.stop();
  expect(ended).toBe(1);
  jobs = await openJobs({ store, log });
  const { handler, seen } = collector();
  await jobs.work({ ...slow, run: handler });
  await jobs.idle();
  expect(seen.map((each) => each.data)).toEqual([{ number: 2 }]);
});

test('what a killed process left running is run again', async () => {
  const { handler, seen } = collector();
  await jobs.send(null, deliver, { post: 1 });
  // What a process that was killed leaves behind: taken 46 seconds ago, never ended.
  await store.executeSql(
    "UPDATE pgboss.job SET state = 'active', started_on = now() - interval '46 seconds', expire_in = interval '45 seconds' WHERE name = $1",
    ['deliver'],
  );
  if (store.kind === 'embedded') {
    await jobs.stop();
    jobs = await openJobs({ store, log });
  }
  await jobs.work({ ...deliver, run: handler });
  for (const end = performance.now() + 18_000; seen.length < 1 && performance.now() < end; ) await sleep(20);
  expect(seen.map((each) => each.data)).toEqual([{ post: 1 }]);
});

// Of the embedded store one process is the only one: what it left running is found by its start.
test.runIf(process.env.DATABASE_URL)(
  'what a killed replica was running another runs within seconds, and leaves what a living one runs',
  { timeout: 40_000 },
  async () => {
    const { handler, until } = collector();
    await jobs.work({ ...slow, run: () => sleep(13_000) });
    await jobs.send(null, slow, { of: 'living' });
    await jobs.work({ ...deliver, run: handler });
    await jobs.send(null, deliver, { of: 'killed' }, { after: 3_600 });
    await store.executeSql(
      "UPDATE pgboss.job SET state = 'active', started_on = now() - interval '8 seconds' WHERE name = 'deliver'",
    );
    const abandoned = async () => {
      const { rows } = await store.executeSql("SELECT name FROM pgboss.job WHERE state = 'retry'");
      return rows.map(({ name }) => name);
    };
    await jobs.takeUpAbandoned();
    expect(await abandoned()).toEqual([]);
    await sleep(2_500);
    await jobs.takeUpAbandoned();
    await until(1, 3_000);
    // Begun eleven seconds ago, and renewed since.
    await sleep(8_500);
    await jobs.takeUpAbandoned();
    expect(await abandoned()).toEqual([]);
  },
);

test('what does not fit its kind any more fails, and is told as dead, instead of being worked half', async () => {
  const seen: object[] = [];
  const shaped = { name: 'shaped', data: z.object({ post: z.number() }), retries: 0 };
  await jobs.work({ ...shaped, run: async (data) => void seen.push(data) });
  await jobs.send(null, { name: 'shaped', data: z.record(z.string(), z.unknown()) }, { post: 'seven' });
  for (const end = performance.now() + 15_000; log.lines.length < 1 && performance.now() < end; ) await sleep(20);
  expect(seen).toEqual([]);
  expect(log.lines).toMatchObject([{ level: 'error', fields: { job: 'shaped' } }]);
});
