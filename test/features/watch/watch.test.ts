import { afterEach, describe, expect, test } from 'vitest';
import { localDay } from '../../../src/domain/day.js';
import { features } from '../../../src/features/index.js';
import { threadsOfDay } from '../../../src/features/unasked/door.js';
import { watch } from '../../../src/features/watch/index.js';
import { jobWords } from '../../../src/features/watch/messages/watch.js';
import { dongE, openWorld, type World } from '../digest/world.js';

let world: World | null = null;
afterEach(async () => {
  await world?.close();
  world = null;
});

const tell = async (open: World, day: string, time: string): Promise<void> => {
  await watch.timers?.run(open.job(open.at(day, time)));
  await watch.timers?.daily?.(open.job(open.at(day, time)));
};

const said = async (open: World): Promise<readonly string[]> =>
  (
    await open.opened.client.post.findMany({
      where: { OR: [{ dedupeKey: { startsWith: 'missed:' } }, { dedupeKey: { startsWith: 'unannounced:' } }] },
      orderBy: { id: 'asc' },
    })
  ).map((post) => (post.body as { text: string }).text);

/** A county whose coordinators have accounts. */
async function open(plan = dongE()): Promise<World> {
  const made = await openWorld(await plan);
  await made.opened.client.$executeRawUnsafe(`UPDATE person SET "slackUserId" = 'U' || id`);
  return made;
}

describe('the coordinators are told', () => {
  test('of a slot that was more than 15 minutes late, once, with the days that were skipped', async () => {
    world = await open();
    const { store, program, at } = world;
    const coordinators = (await store.people.coordinators(program.id)).length;
    await store.slots.take(
      program.id,
      'digest.digest',
      '2020-06-15',
      at('2020-06-15', '18:00'),
      at('2020-06-15', '18:00'),
    );
    await store.slots.done(program.id, 'digest.digest', '2020-06-15', at('2020-06-15', '18:15'));
    await tell(world, '2020-06-16', '09:00');
    expect(await said(world)).toEqual([]);
    await store.slots.take(
      program.id,
      'digest.digest',
      '2020-06-18',
      at('2020-06-18', '18:40'),
      at('2020-06-18', '18:00'),
    );
    await store.slots.done(program.id, 'digest.digest', '2020-06-18', at('2020-06-18', '18:40'));
    await tell(world, '2020-06-18', '18:41');
    await tell(world, '2020-06-18', '18:42');
    expect(await said(world)).toEqual(
      Array.from({ length: coordinators }, () =>
        [
          '以下没有按时：',
          '• 6月18日 18:00 的日报，6月18日 18:40 才处理',
          '• 6月16日、6月17日的日报没有发，并入最近一次',
        ].join('\n'),
      ),
    );
  });

  test('of work that was begun on time and did not end', async () => {
    world = await open();
    const { store, program, at } = world;
    await store.slots.take(
      program.id,
      'prompt.morning',
      '2020-06-18',
      at('2020-06-18', '08:30'),
      at('2020-06-18', '08:30'),
    );
    await tell(world, '2020-06-18', '08:45');
    expect(await said(world)).toEqual([]);
    await tell(world, '2020-06-18', '08:46');
    expect((await said(world))[0]).toContain('• 6月18日 08:30 的催报，还没有处理完');
  });

  test('in the morning of what was found at night', async () => {
    world = await open();
    const { store, program, at } = world;
    await store.slots.take(
      program.id,
      'digest.digest',
      '2020-06-18',
      at('2020-06-18', '18:00'),
      at('2020-06-18', '18:00'),
    );
    await tell(world, '2020-06-18', '20:30');
    await tell(world, '2020-06-19', '08:29');
    expect(await said(world)).toEqual([]);
    await tell(world, '2020-06-19', '08:31');
    expect((await said(world)).length).toBeGreaterThan(0);
  });

  test('in one message a day, whatever is found after the first (W7)', async () => {
    world = await open();
    const { store, program, at } = world;
    const coordinators = (await store.people.coordinators(program.id)).length;
    const late = async (job: string, day: string, due: string, done: string) => {
      const slot = [program.id, job, day] as const;
      await store.slots.take(...slot, at('2020-06-19', done), at(day, due));
      await store.slots.done(...slot, at('2020-06-19', done));
    };
    await late('obstacle.news', '2020-06-18', '08:00', '07:40');
    await tell(world, '2020-06-19', '08:31');
    expect(await said(world)).toHaveLength(coordinators);
    await late('digest.digest', '2020-06-18', '18:00', '08:00');
    await tell(world, '2020-06-19', '08:40');
    const texts = await said(world);
    expect(texts).toHaveLength(coordinators);
    expect(texts[0]?.split('\n')).toEqual([
      '以下没有按时：',
      '• 6月18日 08:00 的卡点早间通知，6月19日 07:40 才处理',
      '• 6月18日 18:00 的日报，6月19日 08:00 才处理',
    ]);
  });

  test('below what the morning said to them already, and what comes later that day below this', async () => {
    world = await open();
    const { store, program, at } = world;
    const [first, second] = await store.people.coordinators(program.id);
    if (!first?.slackUserId || !second?.slackUserId) throw new Error('the plan has two coordinators');
    const day = localDay('2020-06-19');
    const ctx = { program, now: at(day, '08:30') };
    const prompt = {
      to: first.slackUserId,
      dedupeKey: `prompt:${day}:${first.id}`,
      message: { text: '请您看看', blocks: [] },
    };
    await store.transaction((tx) => tx.notify(ctx, prompt));
    const slot = [program.id, 'digest.digest', '2020-06-18'] as const;
    await store.slots.take(...slot, at(day, '08:00'), at('2020-06-18', '18:00'));
    await store.slots.done(...slot, at(day, '08:00'));
    await tell(world, day, '08:31');
    const posts = await world.opened.client.post.findMany();
    const keys = new Map(posts.map(({ id, dedupeKey }) => [id, dedupeKey]));
    const parents = new Map(posts.map(({ dedupeKey, parentId }) => [dedupeKey, keys.get(parentId ?? 0) ?? null]));
    expect(parents.get(`missed:${program.id}:${day}:${first.id}`)).toBe(prompt.dedupeKey);
    expect(parents.get(`missed:${program.id}:${day}:${second.id}`)).toBe(null);
    const threads = await store.transaction((tx) =>
      threadsOfDay(
        { program, today: day },
        tx,
        [first.slackUserId, second.slackUserId, 'U0'].flatMap((id) => id ?? []),
      ),
    );
    const ids = await store.posts.idsOf(program.workspaceId, [
      prompt.dedupeKey,
      `missed:${program.id}:${day}:${second.id}`,
    ]);
    expect([...threads.values()].sort()).toEqual([...ids.values()].sort());
  });

  test('of a year whose holidays are not known, once', async () => {
    world = await open(
      dongE().then((plan) => ({ ...plan, year: 2039, from: localDay('2039-01-01'), to: localDay('2039-12-31') })),
    );
    const { store, program } = world;
    const coordinators = (await store.people.coordinators(program.id)).length;
    await tell(world, '2039-01-03', '09:00');
    await tell(world, '2039-01-04', '09:00');
    await tell(world, '2039-06-01', '09:00');
    const posts = await said(world);
    expect(posts).toHaveLength(coordinators);
    expect(posts[0]).toBe('2039年的节假日安排还没有收录，2039年暂按周末休息计算工作日。');
  });

  test('in words: every slot of the clock has a name that people read', () => {
    const slots = features.flatMap((feature) => (feature.slots ?? []).map((slot) => `${feature.name}.${slot.name}`));
    expect(slots.length).toBeGreaterThan(2);
    expect(slots.filter((slot) => jobWords[slot] === undefined)).toEqual([]);
  });

  test('of nothing on an ordinary day', async () => {
    world = await open();
    await tell(world, '2020-06-18', '09:00');
    expect(await said(world)).toEqual([]);
  });
});
