import { afterAll, beforeAll, expect, it } from 'vitest';
import { localDay } from '../../../src/domain/day.js';
import type { Ctx } from '../../../src/feature.js';
import { mineView } from '../../../src/features/digest/messages/mine.js';
import { countMine, readMine } from '../../../src/features/digest/mine.js';
import { postpone } from '../../../src/features/edit/move-milestone.js';
import { dongE, openWorld, type World } from './world.js';

const DAY = '2020-06-17';
let world: World;

beforeAll(async () => {
  world = await openWorld(await dongE());
});
afterAll(() => world.close());

const keyOf = async (id: number | null) =>
  (await world.opened.client.person.findUniqueOrThrow({ where: { id: id ?? 0 } })).key;
const asked = (blocks: readonly { readonly type: string }[]) =>
  blocks.filter(({ type }) => type === 'section').filter((block) => JSON.stringify(block).includes('申请延期')).length;

it('says of later days as many as wait for the reader, not what they asked for themselves, and what has no room', async () => {
  const overdue = await world.opened.client.milestone.findMany({
    where: { due: { lt: DAY }, doneOn: null, project: { sponsorId: { not: null } } },
    include: { project: true },
    orderBy: { id: 'asc' },
  });
  const [sponsorId = 0, milestones = []] =
    overdue
      .map(({ project: { sponsorId: id } }): [number, typeof overdue] => [
        id ?? 0,
        overdue.filter(({ project }) => project.sponsorId === id),
      ])
      .sort(([, one], [, other]) => other.length - one.length)[0] ?? [];
  const sponsor: Ctx = world.ctx(await world.person(await keyOf(sponsorId)), world.at(DAY, '10:00'));
  const before = await readMine(sponsor);
  let wishes = 0;
  for (const { id, project } of milestones) {
    const owner = world.ctx(await world.person(await keyOf(project.ownerId)), world.at(DAY, '09:00'));
    const given = { projectId: project.id, milestoneId: id, to: localDay('2020-12-31'), reason: '材料补正' };
    const { kind } = await postpone(owner, given);
    if (kind === 'asked' && project.ownerId !== sponsorId) wishes += 1;
  }
  expect(wishes).toBeGreaterThan(5);
  const mine = await readMine(sponsor);
  const digest = { after: 0, obstacles: [] };
  const counted = (of: typeof mine) => countMine(of, digest).count;
  expect(counted(mine) - counted(before)).toBe(wishes);
  const { title, blocks } = mineView(mine, sponsor);
  expect(title.text).toBe(`等您${counted(mine)}`);
  expect(asked(blocks)).toBe(5);
  expect(JSON.stringify(blocks)).toContain(`另有${wishes - 5}件延期等您定`);
});
