import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Feature, JobCtx } from '../../src/feature.js';
import { openJobs } from '../../src/jobs/open.js';
import type { Store as OpenStore } from '../../src/store/home/open.js';
import { assembleStore } from '../../src/store/index.js';
import { workCalendar } from '../../src/time/calendar.js';
import { openSchedule } from '../../src/time/schedule.js';
import { dongE, openWorld, type World } from '../features/digest/world.js';
import { keepingLog } from '../support/store.js';

let world: World;
let opened: OpenStore;
beforeAll(async () => {
  world = await openWorld(await dongE());
  opened = world.opened;
});
afterAll(() => world.close());

/** A replica whose one feature tells complaints (`tell`) and has a slot at 18:00. */
async function replica(tell: (ctx: JobCtx) => Promise<void>, sent: () => void) {
  const log = keepingLog();
  const jobs = await openJobs({ store: opened, log });
  const store = assembleStore(opened, jobs.send);
  const now = world.at('2020-06-17', '18:00');
  const telling: Feature = {
    name: 'telling',
    slots: [{ name: 'evening', time: () => '18:00', run: async () => sent() }],
    timers: { of: 'complaint', next: async () => null, run: tell },
  };
  const schedule = openSchedule({
    features: [telling],
    store,
    clock: { now: () => now, onMove: () => {}, close: () => {} },
    calendarOf: () => workCalendar(),
    jobCtx: (program, cause, at = now) => ({ ...world.job(at), program, cause, store }),
    log,
  });
  await jobs.work(schedule.dueJob);
  await jobs.work(schedule.slotJob);
  return { jobs, log, tick: () => schedule.tick(now) };
}

test('what is due is a job: tried again by itself with a wait, and its fault keeps the slot of that moment from nobody', async () => {
  const now = world.at('2020-06-17', '18:00');
  await opened.client.complaint.create({
    data: {
      programId: world.program.id,
      text: '盖章跑了三趟',
      at: new Date(now),
      tellAt: new Date(now),
      cause: 'said',
    },
  });
  const order: string[] = [];
  const at: number[] = [];
  const { jobs, tick } = await replica(
    async () => {
      at.push(performance.now());
      order.push('told');
      if (at.length < 3) throw new Error('the store is away');
      await opened.client.complaint.updateMany({ data: { tellAt: null } });
    },
    () => order.push('evening'),
  );
  try {
    await tick();
    for (const end = performance.now() + 20_000; at.length < 3 && performance.now() < end; )
      await new Promise((resolve) => setTimeout(resolve, 20));
    await jobs.idle();
    // Nobody ticked again. The first wait is a second, the next longer; the evening came after the first try.
    expect(order).toEqual(['told', 'evening', 'told', 'told']);
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(900);
    await tick();
    await jobs.idle();
    expect(order).toHaveLength(4);
  } finally {
    await jobs.stop();
  }
});
