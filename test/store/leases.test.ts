import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { assembleStore } from '../../src/store/index.js';
import { openTestStore } from '../support/store.js';

let opened: Awaited<ReturnType<typeof openTestStore>>;
let other: Awaited<ReturnType<typeof opened.another>>;
let replicas: ReturnType<typeof assembleStore>[];
beforeAll(async () => {
  opened = await openTestStore();
  other = await opened.another();
  replicas = [opened, other].map((each) => assembleStore(each, () => Promise.resolve()));
  await opened.client.workspace.create({ data: { id: 'T1', name: 'county' } });
});
afterAll(async () => {
  await other.close();
  await opened.close();
});
beforeEach(async () => {
  await opened.client.post.deleteMany();
  await opened.client.payload.deleteMany();
});

const turn = { now: Date.parse('2020-06-17T01:00:00Z'), burst: 3 };
const write = (dedupeKey: string) =>
  replicas[0]?.transaction((tx) =>
    tx.posts.write({
      workspaceId: 'T1',
      programId: null,
      channelId: 'C1',
      dedupeKey,
      body: { text: dedupeKey, blocks: [] },
      at: turn.now,
    }),
  );

describe('a post that is being sent', () => {
  test('is its sender’s as long as that says that it lives, and another’s within ten seconds where it is dead', {
    timeout: 30_000,
  }, async () => {
    const [living, twin] = replicas;
    await write('one');
    await write('two');
    const mine = await living?.posts.take('C1', turn);
    if (!mine) throw new Error('nothing was taken');
    for (let renewed = 0; renewed < 4; renewed += 1) {
      await sleep(2_000);
      expect((await living?.posts.renew([mine]))?.has(mine.id)).toBe(true);
      expect(await twin?.posts.take('C1', turn)).toBeNull();
    }
    // The last word of it was just now.
    const died = performance.now();
    let taken = null;
    while (!taken && performance.now() - died < 10_000) {
      await sleep(500);
      const abandoned = await twin?.posts.channelsAbandoned();
      taken = abandoned?.includes('C1') ? ((await twin?.posts.take('C1', turn)) ?? null) : null;
    }
    expect(taken).toMatchObject({ id: mine.id, tries: 1 });
    // Fenced: the one that was only held up finds that it is not its own any more, before it sends.
    expect((await living?.posts.renew([mine]))?.has(mine.id)).toBe(false);
  });
});

describe('a post that nobody sends', () => {
  test('is found in each channel, the first of it, and not where one is being sent or its thread is not there', async () => {
    const store = replicas[0];
    if (!store) throw new Error('no store');
    const ids = new Map<string, number>();
    for (const [name, channelId, parent] of [
      ['first', 'C1', null],
      ['second', 'C1', null],
      ['below', 'C2', 'first'],
      ['third', 'C3', null],
    ] as const)
      ids.set(
        name,
        await store.posts.write({
          workspaceId: 'T1',
          programId: null,
          channelId,
          dedupeKey: name,
          parentId: parent === null ? null : (ids.get(parent) ?? null),
          body: { text: name, blocks: [] },
          at: turn.now,
        }),
      );
    const left = async () => (await store.posts.firstsLeft(10)).map(({ id }) => id);
    expect(await left()).toEqual([ids.get('first'), ids.get('third')]);
    const sent = await store.posts.take('C1', turn);
    expect(await left()).toEqual([ids.get('third')]);
    await store.posts.posted(sent?.id ?? 0, '1.1', 1);
    expect(await left()).toEqual([ids.get('second'), ids.get('below'), ids.get('third')]);
    await opened.client.post.update({ where: { id: sent?.id ?? 0 }, data: { version: 2 } });
    expect(await left()).toEqual([ids.get('first'), ids.get('below'), ids.get('third')]);
  });
});

describe('a payload that is in work', () => {
  const receive = (key: string, tries: number) =>
    opened.client.payload.create({
      data: {
        key,
        workspaceId: 'T1',
        kind: 'command',
        body: { key },
        receivedAt: new Date(),
        takenAt: new Date(),
        tries,
      },
    });

  test('is left alone as long as its process renews it, and taken by another after that', async () => {
    await receive('a', 1);
    await sleep(1_500);
    await replicas[0]?.payloads.renew(['a']);
    expect(await replicas[1]?.payloads.takeAbandoned(1, 10, [])).toEqual([]);
    await sleep(1_500);
    expect(await replicas[1]?.payloads.takeAbandoned(1, 10, ['a'])).toEqual([]);
    expect((await replicas[1]?.payloads.takeAbandoned(1, 10, []))?.map(({ key }) => key)).toEqual(['a']);
  });

  test('that met faults is another’s as soon as any where its process dies, and is tried forty times at most', async () => {
    await receive('b', 30);
    await sleep(700);
    expect((await replicas[0]?.payloads.takeAbandoned(0.5, 10, []))?.map(({ key }) => key)).toEqual(['b']);
    await receive('c', 40);
    await sleep(50);
    expect((await replicas[0]?.payloads.takeAbandoned(0, 10, ['b'])) ?? []).toEqual([]);
    expect(await replicas[0]?.payloads.takeAgain([{ key: 'c', tries: 40 }])).toEqual([]);
  });

  test('that met a fault is tried again by whom it met it, and not where another took it meanwhile', async () => {
    await receive('g', 2);
    await receive('h', 1);
    const [mine, others] = replicas;
    await sleep(50);
    expect((await others?.payloads.takeAbandoned(0, 10, ['g']))?.map(({ key }) => key)).toEqual(['h']);
    const taken = await mine?.payloads.takeAgain([
      { key: 'g', tries: 2 },
      { key: 'h', tries: 1 },
    ]);
    expect(taken).toMatchObject([{ key: 'g', body: { key: 'g' }, tries: 3 }]);
    await mine?.payloads.finish(['g']);
    expect(await mine?.payloads.takeAgain([{ key: 'g', tries: 3 }])).toEqual([]);
  });

  test('that waits is taken once, in the order of its arrival', async () => {
    for (const key of ['d', 'e', 'f']) {
      await receive(key, 0);
      await sleep(5);
    }
    const pages = await Promise.all(replicas.map((each) => each.payloads.takeWaiting(2)));
    expect(
      pages
        .flat()
        .map(({ key }) => key)
        .sort(),
    ).toEqual(['d', 'e', 'f']);
    expect(await replicas[0]?.payloads.takeWaiting(2)).toEqual([]);
  });
});
