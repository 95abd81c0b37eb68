import { afterAll, beforeAll, expect, it } from 'vitest';
import { tellOffice } from '../../../src/features/obstacle/office.js';
import { dongE, openWorld, type World } from '../digest/world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld(await dongE());
});
afterAll(() => world.close());

const notice = (n: number, channelId: string, day: string) => ({
  workspaceId: world.program.workspaceId,
  programId: world.program.id,
  channelId,
  dedupeKey: `obstacle:${n}:unverified:3:${channelId}`,
  body: { text: `卡点${n}号`, blocks: [] },
  at: world.at(day, '18:00'),
});
const tell = (day: string, notices: readonly ReturnType<typeof notice>[]) =>
  world.store.transaction((tx) => tellOffice(world.job(world.at(day, '18:00')), tx, notices));
const posts = async (channelId: string) => {
  const rows = await world.opened.client.post.findMany({ where: { channelId }, orderBy: { id: 'asc' } });
  return rows.map(({ id, parentId, body }) => ({ id, parentId, text: (body as { text: string }).text }));
};

it('the project office hears of obstacles in one message a day, the others stand in its thread', async () => {
  await tell('2020-05-28', [
    notice(53, 'U1', '2020-05-28'),
    notice(55, 'U1', '2020-05-28'),
    notice(53, 'U2', '2020-05-28'),
  ]);
  await tell('2020-05-28', [notice(57, 'U1', '2020-05-28')]);
  await tell('2020-05-29', [notice(58, 'U1', '2020-05-29')]);
  const [first, ...others] = await posts('U1');
  expect(first).toMatchObject({ parentId: null, text: '卡点53号' });
  expect(others).toMatchObject([
    { parentId: first?.id, text: '卡点55号' },
    { parentId: first?.id, text: '卡点57号' },
    { parentId: null, text: '卡点58号' },
  ]);
  expect(await posts('U2')).toMatchObject([{ parentId: null, text: '卡点53号' }]);
});

it('two that are told at once: neither takes the other’s place', async () => {
  const day = '2020-06-01';
  await Promise.all([60, 61, 62].map((n) => tell(day, [notice(n, 'U3', day)])));
  const told = await posts('U3');
  expect(told.map(({ text }) => text).sort()).toEqual(['卡点60号', '卡点61号', '卡点62号']);
  expect(told.filter(({ parentId }) => parentId === null)).toHaveLength(1);
});

it('whoever has a slip to decide on, or the morning’s message, hears of obstacles under that', async () => {
  const at = (day: string, time: string) => world.at(day, time);
  for (const [day, dedupeKey] of [
    ['2020-06-02', 'slip:28:judge:3:1'],
    ['2020-06-03', 'prompt:2020-06-03:1'],
  ] as const) {
    const before = { ...notice(1, 'U4', day), dedupeKey, body: { text: dedupeKey, blocks: [] }, at: at(day, '10:35') };
    await world.store.transaction((tx) => tx.posts.writeAll([before]));
    await tell(
      day,
      [notice(70, 'U4', day), notice(71, 'U4', day)].map((each) => ({
        ...each,
        dedupeKey: `${each.dedupeKey}:${day}`,
      })),
    );
  }
  const told = await posts('U4');
  const parents = told.filter(({ parentId }) => parentId === null).map(({ text }) => text);
  expect(parents).toEqual(['slip:28:judge:3:1', 'prompt:2020-06-03:1']);
  expect(told).toHaveLength(6);
});
