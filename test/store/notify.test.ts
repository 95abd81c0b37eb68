import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { assembleStore } from '../../src/store/index.js';
import { openTestStore } from '../support/store.js';

const says = (text: string) => ({ text, blocks: [] });
const now = Date.parse('2020-06-17T01:00:00Z');

let opened: Awaited<ReturnType<typeof openTestStore>>;
let woken: string[];
let store: ReturnType<typeof assembleStore>;
const from = { program: { id: null, workspaceId: 'T1' }, now };

beforeAll(async () => {
  opened = await openTestStore();
  await opened.client.workspace.create({ data: { id: 'T1', name: 'county' } });
  store = assembleStore(
    opened,
    () => Promise.resolve(),
    (channelId) => void woken.push(channelId),
  );
});
beforeEach(() => {
  woken = [];
});
afterAll(() => opened.close());

describe('what a verb says', () => {
  test('is delivered once the transaction has committed, each channel once, and a reply under its parent', async () => {
    const parent = await store.transaction(async (tx) => {
      const id = await tx.notify(from, { to: 'C1', dedupeKey: 'digest', message: says('top') });
      await tx.notifyAll(from, [
        { to: 'C1', dedupeKey: 'digest:list', message: says('list'), under: id },
        { to: 'C2', dedupeKey: 'other', message: says('other') },
      ]);
      expect(woken).toEqual([]);
      return id;
    });
    expect([...new Set(woken)].sort()).toEqual(['C1', 'C2']);
    expect(await opened.client.post.findFirst({ where: { parentId: parent } })).toMatchObject({ body: says('list') });
  });

  test('is not delivered where the transaction was rolled back', async () => {
    const failed = store.transaction(async (tx) => {
      await tx.notify(from, { to: 'C1', dedupeKey: 'rolled back', message: says('top') });
      throw new Error('refused');
    });
    await expect(failed).rejects.toThrow('refused');
    expect(woken).toEqual([]);
  });

  test('a dedupe key has one post: said again, it is that one', async () => {
    const say = (text: string) =>
      store.transaction((tx) => tx.notify(from, { to: 'C3', dedupeKey: 'said twice', message: says(text) }));
    expect(await say('changed')).toBe(await say('first'));
    expect(await opened.client.post.count({ where: { channelId: 'C3' } })).toBe(1);
  });
});

describe('a payload that is tried again', () => {
  const ctx = { program: { workspaceId: 'T1' }, cause: 'payload-1' };
  const act = { workspaceId: 'T1', programId: null, at: now, personId: null, action: 'entered', thing: 'leave' };

  test('finds the first line that it left in the log, and nothing while it is new', async () => {
    await store.transaction((tx) => tx.activity.add([{ ...act, thingId: 7, cause: ctx.cause }]));
    expect(await store.transaction((tx) => tx.once({ ...ctx, retried: false }))).toBeNull();
    expect(await store.transaction((tx) => tx.once({ ...ctx, retried: true }))).toMatchObject({ thingId: 7 });
    expect(await store.transaction((tx) => tx.once({ ...ctx, retried: true, cause: 'payload-2' }))).toBeNull();
  });

  test('is looked for in its own way, and only then', async () => {
    const find = () => Promise.resolve('done');
    expect(await store.transaction((tx) => tx.once({ retried: true }, find))).toBe('done');
    expect(await store.transaction((tx) => tx.once({ retried: false }, find))).toBeNull();
  });
});
