import { afterAll, beforeAll, expect, test } from 'vitest';
import { assembleStore } from '../../src/store/index.js';
import { openTestStore } from '../support/store.js';

const at = Date.parse('2020-06-17T01:00:00Z');

let opened: Awaited<ReturnType<typeof openTestStore>>;
let other: Awaited<ReturnType<typeof opened.another>>;
beforeAll(async () => {
  opened = await openTestStore();
  other = await opened.another();
  await opened.client.workspace.create({ data: { id: 'T1', name: 'county' } });
});
afterAll(async () => {
  await other.close();
  await opened.close();
});

test('two replicas together send a channel a message a second, after one burst of three', async () => {
  const replicas = [opened, other].map((each) => assembleStore(each, () => Promise.resolve()));
  const [first] = replicas;
  const write = (subject: string) =>
    first?.transaction((tx) =>
      tx.posts.write({
        workspaceId: 'T1',
        programId: null,
        channelId: 'C1',
        dedupeKey: subject,
        body: { text: subject, blocks: [] },
        at,
      }),
    );
  const sentAt: number[] = [];
  let now = at;
  for (let number = 0; number < 6; number += 1) {
    await write(`line ${number}`);
    const post = await replicas[number % 2]?.posts.take('C1', { now, burst: 3 });
    if (!post) throw new Error('nothing was taken');
    now = Math.max(now, post.turnAt ?? 0);
    sentAt.push(now - at);
    await first?.posts.posted(post.id, `1.${number}`, post.version);
  }
  expect(sentAt).toEqual([0, 0, 0, 1_000, 2_000, 3_000]);

  // An edit has another rate of Slack's; a clock that was set back is not waited for.
  await write('line 1');
  await first?.transaction((tx) =>
    tx.posts.write({
      workspaceId: 'T1',
      programId: null,
      channelId: 'C1',
      dedupeKey: 'line 1',
      body: { text: 'changed', blocks: [] },
      at,
    }),
  );
  const edit = await first?.posts.take('C1', { now: at, burst: 3 });
  expect(edit).toMatchObject({ ts: '1.1', turnAt: null });
  await first?.posts.posted(edit?.id ?? 0, '1.1', edit?.version ?? 0);
  await write('line 7');
  const set = await first?.posts.take('C1', { now: at - 86_400_000, burst: 3 });
  expect((set?.turnAt ?? 0) - (at - 86_400_000)).toBeLessThanOrEqual(1_000);
});
