import { afterAll, beforeAll, expect, test } from 'vitest';
import { assembleStore } from '../../src/store/index.js';
import { openTestStore } from '../support/store.js';

const DAY_MS = 86_400_000;
const before = (days: number) => new Date(Date.now() - days * DAY_MS);
let opened: Awaited<ReturnType<typeof openTestStore>>;
let store: ReturnType<typeof assembleStore>;

beforeAll(async () => {
  opened = await openTestStore();
  await opened.client.workspace.create({ data: { id: 'T1', name: 'county' } });
  store = assembleStore(opened, () => Promise.resolve());
});
afterAll(() => opened.close());

test('payloads go when they were done with, or failed long ago; what is still to be worked stays', async () => {
  const payload = { workspaceId: 'T1', kind: 'command', body: {} };
  await opened.client.payload.createMany({
    data: [
      { ...payload, key: 'done long ago', receivedAt: before(8), doneAt: before(8) },
      { ...payload, key: 'done today', receivedAt: before(0), doneAt: before(0) },
      { ...payload, key: 'failed last year', receivedAt: before(300), takenAt: before(300), tries: 5 },
      { ...payload, key: 'failed last month', receivedAt: before(30), takenAt: before(30), tries: 5 },
      // The program's clock shows another year than the database's.
      { ...payload, key: 'to be tried again, of a rehearsal', receivedAt: before(2000), takenAt: before(0), tries: 1 },
    ],
  });
  await store.payloads.forget(7, 90);
  const left = await opened.client.payload.findMany({ select: { key: true }, orderBy: { key: 'asc' } });
  expect(left.map(({ key }) => key)).toEqual(['done today', 'failed last month', 'to be tried again, of a rehearsal']);
});

test('of old posts what they said goes, and a post that is said again is still the same one', async () => {
  const from = { program: { id: null, workspaceId: 'T1' }, now: before(100).getTime() };
  const says = (text: string) => ({ text, blocks: [] });
  const write = (dedupeKey: string) =>
    store.transaction((tx) => tx.notify(from, { to: 'C1', dedupeKey, message: says(dedupeKey) }));
  const [posted, waiting] = [await write('posted'), await write('waiting')];
  await store.posts.posted(posted, '1.1', 1);
  expect(await store.posts.forgetBodies(90, from.now)).toBe(0);
  expect(await store.posts.forgetBodies(90, Date.now())).toBe(1);
  expect(await store.posts.forgetBodies(90, Date.now())).toBe(0);
  const bodies = await opened.client.post.findMany({ orderBy: { id: 'asc' }, select: { body: true } });
  expect(bodies.map(({ body }) => body)).toEqual([says(''), says('waiting')]);
  expect(waiting).toBeGreaterThan(posted);
  expect(await write('posted')).toBe(posted);
  expect((await store.posts.take('C1', { now: Date.now(), burst: 3 }))?.ts).toBe('1.1');
});
