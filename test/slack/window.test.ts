import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { openWindow } from '../../src/slack/receive/window.js';

const log = pino({ level: 'silent' });
const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

/** An inbox in memory, and a window on it that works `most` at once. */
function openDesk(most: number) {
  const waiting: string[] = [];
  const worked: string[] = [];
  let inWork = 0;
  let highest = 0;
  const takes: number[] = [];
  const faulty = new Set<string>();
  const renewed = new Set<string>();
  /** How often what met a fault was asked for, and how often it was tried. */
  const again: string[] = [];
  const work = async (key: string) => {
    inWork += 1;
    highest = Math.max(highest, inWork);
    await soon();
    await soon();
    inWork -= 1;
    if (faulty.has(key)) return 'again' as const;
    worked.push(key);
    return 'answered' as const;
  };
  let away = false;
  let full = false;
  const window = openWindow({
    async takeWaiting(room) {
      takes.push(room);
      await soon();
      if (away) throw new Error('the store is away');
      return waiting.splice(0, room).map((key) => ({ key, body: {}, receivedAt: new Date(), tries: 1 }));
    },
    takeAbandoned: () => Promise.resolve([]),
    async takeAgain(failed) {
      again.push(failed.map(({ key, tries }) => `${key} ${tries}`).join());
      if (away) throw new Error('the store is away');
      return failed.map(({ key, tries }) => ({ key, body: {}, receivedAt: new Date(), tries: tries + 1 }));
    },
    renew: async (keys) => {
      for (const key of keys) renewed.add(key);
    },
    work: ({ key }) => work(key),
    onFull: (now) => {
      full = now;
    },
    log,
    most,
  });
  return {
    window,
    waiting,
    worked,
    takes,
    faulty,
    renewed,
    again,
    highest: () => highest,
    full: () => full,
    leave: (gone: boolean) => {
      away = gone;
    },
    async arrive(key: string) {
      if (!full) return window.run(key, () => work(key));
      await soon();
      waiting.push(key);
      window.waits();
    },
    async rest() {
      while (!window.idle()) await Promise.race([...window.underWay(), soon()]);
    },
  };
}

describe('the window of work', () => {
  test('works each of two thousand that come at once, once, and never more than its size', async () => {
    const desk = openDesk(20);
    const keys = Array.from({ length: 2_000 }, (_, number) => `k${number}`);
    await Promise.all(keys.map((key) => desk.arrive(key)));
    await desk.rest();
    expect([...desk.worked].sort()).toEqual([...keys].sort());
    expect(desk.highest()).toBeLessThanOrEqual(20);
    // What waits is begun in the order of its arrival.
    const waited = desk.worked.slice(20);
    expect(waited).toEqual([...waited].sort((one, other) => Number(one.slice(1)) - Number(other.slice(1))));
  });

  test('lets what comes later wait behind what waits', async () => {
    const desk = openDesk(2);
    void desk.arrive('a');
    void desk.arrive('b');
    void desk.arrive('c');
    await soon();
    await soon();
    expect(desk.full()).toBe(true);
    await desk.arrive('d');
    await desk.rest();
    expect(desk.worked).toEqual(['a', 'b', 'c', 'd']);
    expect(desk.full()).toBe(false);
  });

  test('asks again for what waits while the store is away', async () => {
    const desk = openDesk(1);
    desk.leave(true);
    void desk.arrive('a');
    await desk.arrive('b');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(desk.worked).toEqual(['a']);
    desk.leave(false);
    await desk.rest();
    expect(desk.worked).toEqual(['a', 'b']);
  });

  test('tries again what met a fault as soon as the store is back: while that is away, no try counts', {
    timeout: 20_000,
  }, async () => {
    const desk = openDesk(2);
    desk.faulty.add('a');
    desk.leave(true);
    await desk.arrive('a');
    await expect.poll(() => desk.again.length, { timeout: 5_000 }).toBe(3);
    expect(desk.window.idle()).toBe(true);
    expect(desk.again).toEqual(['a 1', 'a 1', 'a 1']);
    expect(desk.worked).toEqual([]);
    await expect.poll(() => desk.renewed.has('a'), { timeout: 5_000 }).toBe(true);
    desk.faulty.clear();
    desk.leave(false);
    await expect.poll(() => desk.worked, { timeout: 2_500 }).toEqual(['a']);
  });

  test('waits twice as long after each fault, and begins nothing again once it is stopped', {
    timeout: 20_000,
  }, async () => {
    const desk = openDesk(2);
    desk.faulty.add('a');
    const began = performance.now();
    await desk.arrive('a');
    await expect.poll(() => desk.again, { timeout: 5_000 }).toEqual(['a 1', 'a 2']);
    expect(performance.now() - began).toBeGreaterThan(2_900);
    desk.window.stop();
    await new Promise((resolve) => setTimeout(resolve, 4_500));
    expect(desk.again.length).toBe(2);
  });
});
