import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { RetryLater } from '../../src/slack/send/deliver.js';
import { openDispatcher } from '../../src/slack/send/dispatch.js';

const log = pino({ level: 'silent' });
const soon = () => new Promise((resolve) => setImmediate(resolve));

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
});
