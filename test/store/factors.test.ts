import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import { leftOf } from '../../src/domain/factor.js';
import { give } from '../../src/features/factor/give.js';
import { giveBackByForm, openBackForm, pressRecall } from '../../src/features/factor/release.js';
import { dongE, openWorld, type World } from '../features/digest/world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld(await dongE());
});
afterAll(() => world.close());

const on = localDay('2020-06-17');
const project = (code: string) =>
  world.opened.client.project.findFirstOrThrow({ where: { programId: world.program.id, code } });

let causes = 0;
async function ask(code: string, part: string, amount: number, divisible = false): Promise<number> {
  const { id: projectId, ownerId } = await project(code);
  const id = await world.store.factors.ask({
    programId: world.program.id,
    factor: 'land',
    part,
    projectId,
    amount,
    neededBy: null,
    divisible,
    source: null,
    obstacleId: null,
    askedById: ownerId ?? 0,
    at: world.at('2020-06-17', '09:00'),
    cause: `ask:${causes++}`,
  });
  if (id === null) throw new Error('it waits already');
  return id;
}
async function open(part: string, amount: number, from = on): Promise<number> {
  return world.store.factors.openBatch(
    world.program.id,
    { factor: 'land', part },
    { amount, from, personId: 1, at: world.at('2020-06-17', '09:00'), cause: `open:${causes++}` },
  );
}
const pool = async (id: number) => (await world.store.factors.pools(world.program.id)).find((each) => each.id === id);

test('30 and 20 asked of 43 at once: one has it, the other is told how much is short; 200 times, and never below zero', async () => {
  const heweiguo = await world.person('heweiguo');
  const now = world.at('2020-06-17', '10:00');
  for (let round = 0; round < 200; round += 1) {
    const part = `第${round}回`;
    const id = await open(part, 43);
    const asked = [await ask('P-003', part, 30), await ask('P-012', part, 20)];
    const came = await Promise.all(
      asked.map((each, index) => give(world.ctx(heweiguo, now), { id: each, waits: index === 0 ? 30 : 20 })),
    );
    expect(came.map(({ kind }) => kind).sort()).toEqual(['given', 'short']);
    const won = came[0]?.kind === 'given' ? 30 : 20;
    expect(came.find((each) => each.kind === 'short')).toMatchObject({ left: 43 - won, by: 50 - won - (43 - won) });
    expect(leftOf((await pool(id))?.batches ?? [], on)).toBe(43 - won);
  }
}, 120_000);

test('the database lets nobody take what is not there, give a part of what is not divisible, or draw ahead', async () => {
  const id = await open('守', 43);
  const later = await open('守', 100, localDay('2020-07-01'));
  expect(later).toBe(id);
  const [first, second] = (await pool(id))?.batches ?? [];
  if (!first || !second) throw new Error('no batches');
  const one = await ask('P-003', '守', 30);
  const draw = (
    request: number,
    batchId: number,
    amount: number,
    ahead: boolean,
    as: 'provincial' | 'other' = 'other',
  ) =>
    world.store.factors.draw({ id: request, poolId: id, class: as }, [{ batchId, amount, ahead }], {
      on,
      personId: 1,
      at: world.at('2020-06-17', '10:00'),
      cause: `draw:${causes++}`,
    });
  await expect(draw(one, first.id, 12, false)).rejects.toThrow('factor_request_whole');
  await expect(draw(one, second.id, 30, false)).rejects.toThrow('factor_draw_ahead');
  await expect(draw(one, second.id, 30, true)).rejects.toThrow('factor_draw_ahead');
  await draw(one, first.id, 30, false);
  const two = await ask('P-012', '守', 20);
  await expect(draw(two, first.id, 20, false)).rejects.toThrow('factor_batch_given');
  await draw(two, second.id, 20, true, 'provincial');
  await expect(ask('P-012', '守', 5)).resolves.toBeGreaterThan(0);
  await expect(ask('P-012', '守', 6)).rejects.toThrow('waits already');
  const elsewhere = await open('别处', 500);
  const [foreign] = (await pool(elsewhere))?.batches ?? [];
  await expect(draw(one, foreign?.id ?? 0, 1, false)).rejects.toThrow();
  await expect(world.opened.client.factorDraw.deleteMany()).rejects.toThrow('stays written');
  await expect(world.opened.client.factorDraw.updateMany({ data: { amount: 1 } })).rejects.toThrow('stays written');
  expect((await pool(id))?.batches.map(({ given }) => given)).toEqual([30, 20]);
});

test('what is given back goes to the batches that it came of, once, and is asked for no more', async () => {
  const id = await open('退回', 200_000);
  await open('退回', 300_000);
  const request = await ask('P-020', '退回', 450_000);
  const coordinator = await world.anyone('coordinator');
  const given = await give(world.ctx(coordinator, world.at('2020-06-17', '10:00')), { id: request, waits: 450_000 });
  expect(given.kind).toBe('given');
  const need = await world.store.factors.byId(world.program.id, request);
  if (need === null) throw new Error('no request');
  const pressing = { ...world.ctx(coordinator, world.at('2020-06-17', '11:00')), cause: 'back:1' };
  const back = (amount: string) => giveBackByForm(pressing, { id: request }, { amount });
  expect((await back('46')).kind).toBe('errors');
  expect((await back('25')).kind).not.toBe('errors');
  expect((await back('25')).kind).not.toBe('refuse');
  expect((await pool(id))?.batches.map((each) => each.given)).toEqual([200_000, 0]);
  expect(await world.store.factors.byId(world.program.id, request)).toMatchObject({
    given: 200_000,
    released: 250_000,
  });
  const recalled = { ...pressing, cause: 'back:2' };
  await pressRecall(recalled, { id: request });
  await pressRecall(recalled, { id: request });
  expect((await pool(id))?.batches.map((each) => each.given)).toEqual([0, 0]);
  expect(await world.store.factors.byId(world.program.id, request)).toMatchObject({ given: 0, released: 450_000 });
  expect(JSON.stringify(await back('1'))).toContain('P-020已没有土地');
  expect(JSON.stringify(await openBackForm(pressing, { id: request }))).toContain('P-020已没有土地');
  expect(await world.store.factors.waiting(world.program.id, [id])).toEqual([]);
  expect(await ask('P-020', '退回', 450_000)).toBeGreaterThan(request);
});
