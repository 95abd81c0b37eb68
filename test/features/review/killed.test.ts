import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, localDay } from '../../../src/domain/day.js';
import type { ReviewSlot } from '../../../src/domain/review.js';
import { keepAgenda } from '../../../src/features/review/agenda.js';
import type { Store, Transaction } from '../../../src/store/index.js';
import { dongE, openWorld, type World } from '../digest/world.js';

const weekly = {
  key: 'problem-supervision',
  name: { zh: '重点项目问题督办', en: 'Supervision of project problems' },
  every: 'week',
  day: 2,
  at: '09:00',
  from: localDay('2020-01-06'),
  about: ['items'],
} as const;

let world: World;
beforeAll(async () => {
  const plan = await dongE();
  world = await openWorld({ ...plan, mechanisms: { ...plan.mechanisms, reviews: [weekly] } });
  await world.store.subscriptions.add({
    programId: world.program.id,
    channelId: 'C9',
    scope: { of: 'plan' },
    language: 'zh',
    cadence: 'daily',
    sinceAt: world.at('2020-03-23', '09:00'),
  } as never);
});
afterAll(() => world.close());

/** A store that dies at the n-th thing that a transaction asks of it: none of them is asked after it, and nothing is kept. */
function dying(store: Store, at: number): { readonly store: Store; readonly asked: () => number } {
  let asked = 0;
  const counted = <T extends object>(of: T): T =>
    new Proxy(of, {
      get(target, name) {
        const value = Reflect.get(target, name) as unknown;
        if (typeof value === 'function')
          return (...given: readonly unknown[]) => {
            asked += 1;
            if (asked === at) throw new Error('killed');
            return (value as (...given: readonly unknown[]) => unknown).apply(target, [...given]);
          };
        return typeof value === 'object' && value !== null ? counted(value) : value;
      },
    });
  const transaction = (work: (tx: Transaction) => Promise<unknown>) => store.transaction((tx) => work(counted(tx)));
  return { store: { ...store, transaction } as Store, asked: () => asked };
}

const slotOf = (week: number): ReviewSlot => {
  const period = addDays(localDay('2020-01-06'), week * 7);
  return { review: weekly.key, period, day: addDays(period, 1), closes: addDays(period, 4) };
};
const post = (slot: ReviewSlot, from: Store) =>
  keepAgenda({ ...world.job(world.at(slot.period, '16:00')), store: from }, slot, [
    { kind: 'late', id: 1, number: 1, times: 3, holders: [] },
  ]);
async function stands(slot: ReviewSlot): Promise<void> {
  const slots = await world.opened.client.reviewSlot.findMany({ where: { period: slot.period } });
  expect(slots).toHaveLength(1);
  expect(slots[0]?.agenda).toHaveLength(1);
  const posts = await world.opened.client.post.findMany({ where: { dedupeKey: `review:${slots[0]?.id}` } });
  expect(posts.map(({ version }) => version)).toEqual([1]);
}

test('killed alone, whatever was the line: nothing is kept of what was begun, and the next run does it', async () => {
  const slot = slotOf(50);
  for (let at = 1; ; at += 1) {
    const [ran] = await Promise.allSettled([post(slot, dying(world.store, at).store)]);
    if (ran.status === 'fulfilled') {
      expect(at).toBeGreaterThan(5);
      break;
    }
    expect(await world.opened.client.reviewSlot.count({ where: { period: slot.period } })).toBe(0);
  }
  await stands(slot);
});

test('50 rounds of two bots at 16:00, one of them killed between any two lines: each agenda stands once', async () => {
  const { store } = world;
  const whole = dying(store, Number.POSITIVE_INFINITY);
  await post(slotOf(51), whole.store);
  const lines = whole.asked();
  expect(lines).toBeGreaterThan(5);
  for (let round = 0; round < 50; round += 1) {
    const slot = slotOf(round);
    const ran = await Promise.allSettled([post(slot, dying(store, 1 + (round % lines)).store), post(slot, store)]);
    expect(ran[1]?.status).toBe('fulfilled');
    // Whoever comes again finds it done.
    await post(slot, store);
    await stands(slot);
  }
});
