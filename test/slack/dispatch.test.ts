import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { RetryLater } from '../../src/slack/send/deliver.js';
import { openDispatcher } from '../../src/slack/send/dispatch.js';
import { openWorkspaceRate } from '../../src/slack/send/rate-limit.js';

const log = pino({ level: 'silent' });
const soon = () => new Promise((resolve) => setImmediate(resolve));

const unlimited = { restMs: () => 0, isSpent: () => false };

const nothingLeft = { left: () => Promise.resolve([]), putOff: () => Promise.resolve(new Set<string>()) };

describe('the dispatch of deliveries', () => {
  test('delivers each of ten thousand channels once, and remembers few of them', async () => {
    const channels = Array.from({ length: 10_000 }, (_, index) => `C${String(index).padStart(6, '0')}`);
    const open = new Set(channels);
    const delivered: string[] = [];
    let pages = 0;
    const dispatcher = openDispatcher({
      async deliver(channelId) {
        await soon();
        if (open.delete(channelId)) delivered.push(channelId);
      },
      later: () => Promise.resolve(),
      async waiting(after, most) {
        pages += 1;
        return [...open].filter((channelId) => channelId > after).slice(0, most);
      },
      ...nothingLeft,
      rate: unlimited,
      log,
    });
    for (const channelId of channels) dispatcher.dispatch(channelId);
    await dispatcher.idle();
    expect(delivered.sort()).toEqual(channels);
    expect(pages).toBeGreaterThan(10);
  });

  test('goes on with a channel that was written to while it was delivered, and puts off what has to wait', async () => {
    const put: [string, number][] = [];
    let runs = 0;
    const dispatcher = openDispatcher({
      async deliver() {
        runs += 1;
        await soon();
        if (runs === 2) throw new RetryLater(7, 'rate limited');
      },
      later: (channelId, seconds) => Promise.resolve(void put.push([channelId, seconds])),
      waiting: () => Promise.resolve([]),
      ...nothingLeft,
      rate: unlimited,
      log,
    });
    dispatcher.dispatch('C1');
    await soon();
    dispatcher.dispatch('C1');
    await dispatcher.idle();
    expect(runs).toBe(2);
    expect(put).toEqual([['C1', 7]]);
  });

  test('goes on by itself where the store is away, so that not even a job can be written', async () => {
    let runs = 0;
    const dispatcher = openDispatcher({
      async deliver() {
        runs += 1;
        if (runs === 1) throw new RetryLater(0.05, 'the answer was lost');
      },
      later: () => Promise.reject(new Error('the store is away')),
      waiting: () => Promise.resolve([]),
      ...nothingLeft,
      rate: unlimited,
      log,
    });
    dispatcher.dispatch('C1');
    await dispatcher.idle();
    await expect.poll(() => runs).toBe(2);
  });

  test('finds by itself what waits in the store', async () => {
    const delivered: string[] = [];
    const dispatcher = openDispatcher({
      deliver: (channelId) => Promise.resolve(void delivered.push(channelId)),
      later: () => Promise.resolve(),
      waiting: (after) => Promise.resolve(after === '' ? ['C1', 'C2'] : []),
      ...nothingLeft,
      rate: unlimited,
      log,
    });
    dispatcher.dispatchAll();
    expect(await dispatcher.idle()).toBe(true);
    expect(delivered).toEqual(['C1', 'C2']);
  });

  test('sends what was left by a process that died, and neither what is being sent nor what was put off', {
    timeout: 20_000,
  }, async () => {
    const delivered: string[] = [];
    let looks = 0;
    const dispatcher = openDispatcher({
      deliver: (channelId) => Promise.resolve(void delivered.push(channelId)),
      later: () => Promise.resolve(),
      waiting: () => Promise.resolve([]),
      // C2 is being sent: its first post is another each time.
      async left() {
        looks += 1;
        return [
          { channelId: 'C1', id: 1 },
          { channelId: 'C2', id: looks + 10 },
          { channelId: 'C3', id: 3 },
        ];
      },
      putOff: async () => new Set(['C3']),
      rate: unlimited,
      log,
    });
    for (const began = performance.now(); performance.now() - began < 6_000 && delivered.length === 0; ) {
      await dispatcher.lookForLeft();
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    expect(looks).toBeGreaterThan(6);
    await dispatcher.idle();
    expect(delivered).toEqual(['C1']);
  });

  test('rests where the workspace’s rate is spent, and goes on when it was asked to', async () => {
    const channels = Array.from({ length: 200 }, (_, index) => `C${index}`);
    const rate = openWorkspaceRate();
    let [free, refused] = [30, 0];
    const delivered = new Set<string>();
    let filled = performance.now();
    // Three each ten milliseconds, thirty at most.
    const fill = () => {
      const now = performance.now();
      free = Math.min(30, free + (now - filled) * 0.3);
      filled = now;
    };
    const dispatcher = openDispatcher({
      async deliver(channelId) {
        await soon();
        fill();
        if (free >= 1) {
          free -= 1;
          rate.taken();
          delivered.add(channelId);
          return;
        }
        refused += 1;
        rate.refused(0.1);
        throw new RetryLater(0.1, 'rate limited');
      },
      later: (channelId, seconds) => sleep(seconds * 1000).then(() => dispatcher.dispatch(channelId)),
      waiting: () => Promise.resolve([]),
      ...nothingLeft,
      rate,
      log,
    });
    for (const channelId of channels) dispatcher.dispatch(channelId);
    await expect.poll(() => delivered.size, { timeout: 20_000 }).toBe(channels.length);
    // Without a rest each channel would be refused at each try: some two hundred times in all the while.
    expect(refused).toBeGreaterThan(3);
    expect(refused).toBeLessThan(150);
  });
});

describe('the rate of a workspace', () => {
  test('is spent where three new messages in a row were refused, for as long as was asked and no longer than five seconds', () => {
    let now = 0;
    const rate = openWorkspaceRate(() => now);
    rate.refused(2);
    rate.refused(2);
    rate.taken();
    rate.refused(2);
    rate.refused(2);
    expect([rate.restMs(), rate.isSpent()]).toEqual([0, false]);
    rate.refused(2);
    expect([rate.restMs(), rate.isSpent()]).toEqual([2_000, true]);
    now = 2_000;
    expect([rate.restMs(), rate.isSpent()]).toEqual([0, true]);
    rate.refused(60);
    expect(rate.restMs()).toBe(5_000);
    now = 20_000;
    expect([rate.restMs(), rate.isSpent()]).toEqual([0, false]);
  });
});
