import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import { issued, OPEN_SLIPS } from '../../src/domain/slip.js';
import { dongE, openWorld, type World } from '../features/digest/world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld(await dongE());
});
afterAll(() => world.close());

test('numbers are gapless and a unit has at most three open, however many are issued at once, and however many fail', async () => {
  const { store, program, opened } = world;
  const coordinator = await world.anyone('coordinator');
  const units = await store.obstacles.units(program.id);
  const [unit, other] = units;
  if (!unit || !other) throw new Error('no units');
  const issue = (n: number) =>
    store.transaction(async (tx) => {
      const unitId = n % 2 === 0 ? unit.id : other.id;
      await tx.slips.lockUnit(unitId);
      const full = (await tx.slips.openOf(program.id, unitId)) >= OPEN_SLIPS;
      await tx.slips.issue({
        programId: program.id,
        unitId,
        projectId: null,
        milestoneId: null,
        obstacleId: null,
        text: `第${n}件`,
        urgentReason: null,
        issuedById: coordinator.id,
        at: world.at('2020-06-17', '10:00'),
        cause: `issue:${n}`,
        state: issued('blue', localDay('2020-06-30'), full),
      });
      if (n % 5 === 0) throw new Error('killed');
    });
  const done = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => issue(n)));
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(32);
  const rows = await opened.client.slip.findMany({ orderBy: { number: 'asc' } });
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 32 }, (_, index) => index + 1));
  for (const { id } of [unit, other])
    expect(rows.filter(({ unitId, standing }) => unitId === id && standing === 'open')).toHaveLength(OPEN_SLIPS);
  await expect(issue(1)).rejects.toThrow();
  await expect(opened.client.slip.deleteMany()).rejects.toThrow('never deleted');
  await expect(opened.client.slip.updateMany({ where: { number: 1 }, data: { number: 99 } })).rejects.toThrow(
    'keeps its number',
  );
});
