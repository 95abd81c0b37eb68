import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayAt } from '../../src/domain/day.js';
import { record } from '../../src/features/progress/record.js';
import { dongE, openWorld, type World } from './digest/world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld(await dongE());
});
afterAll(() => world.close());

const minute = 60_000;

/** What the owner of a project says of its milestone, at `saidAt`, heard at `at`; a delivery may come again with its cause. */
async function say(
  said: { percent: number; forecast?: string; investment?: number; note?: string },
  saidAt: number | undefined,
  at: number,
  again?: { cause: string; retried: boolean; heardAt?: number },
) {
  const names = await world.store.names(world.program);
  const project = names.byCode.get('P-001');
  const milestone = project?.milestones.find(({ name }) => name === '用地');
  if (!project || !milestone || project.ownerId === null) throw new Error('P-001 has no owner or no 用地');
  const found = await world.store.people.byId(world.program.id, project.ownerId, dayAt(at, world.program.timeZone));
  if (!found) throw new Error('the owner is not there');
  const ctx = { ...world.ctx(found.person, at), ...again };
  const item = {
    project,
    milestone,
    percent: said.percent,
    done: false,
    doneOn: null,
    forecast: (said.forecast ?? null) as never,
    investment: said.investment ?? null,
    note: said.note ?? '',
    why: null,
  };
  return record({
    ctx,
    items: [item],
    said: JSON.stringify(said),
    files: [],
    countsAt: at,
    amends: null,
    ...(saidAt && { saidAt }),
  });
}

const stands = async () => {
  const found = await world.opened.client.milestone.findFirstOrThrow({
    where: { name: '用地', project: { code: 'P-001' } },
  });
  return { percent: found.percent, forecast: found.forecast };
};

describe('messages that come late', () => {
  it('an older one never takes the place of a newer one that it speaks against', async () => {
    const ten = world.at('2020-06-17', '10:00');
    expect(await say({ percent: 40, forecast: '2020-07-10' }, ten, ten)).toHaveProperty('kept');
    // Said two minutes before, heard a minute after.
    expect(await say({ percent: 60, forecast: '2020-07-31' }, ten - 2 * minute, ten + minute)).toMatchObject({
      refused: { because: 'overtaken', now: 40 },
    });
    expect(await stands()).toEqual({ percent: 40, forecast: '2020-07-10' });
  });

  it('the order is that of the saying, not of the hearing: two late ones are kept one after the other', async () => {
    const eleven = world.at('2020-06-17', '11:00');
    expect(await say({ percent: 50 }, eleven - 9 * minute, eleven)).toHaveProperty('kept');
    expect(await say({ percent: 55 }, eleven - 8 * minute, eleven + minute)).toHaveProperty('kept');
    expect(await say({ percent: 56 }, eleven - 8.5 * minute, eleven + 2 * minute)).toMatchObject({
      refused: { because: 'overtaken', now: 55 },
    });
    expect((await stands()).percent).toBe(55);
  });

  it('one that can have been so before is kept in the log, with its note, and what stands stays', async () => {
    const half = world.at('2020-06-17', '11:30');
    const noted = { note: '塔吊已到位' };
    expect(await say({ percent: 55, note: '楼板浇筑' }, half, half)).toHaveProperty('kept');
    expect(await say({ percent: 52, ...noted }, half - 3 * minute, half + minute)).toMatchObject({
      kept: [{ percent: 52, stays: 55, note: '塔吊已到位' }],
    });
    expect(await say({ percent: 55, ...noted }, half - 2 * minute, half + 2 * minute)).toMatchObject({
      kept: [{ percent: 55, stays: null, note: '塔吊已到位' }],
    });
    expect((await stands()).percent).toBe(55);
    // What was kept late does not make what was said before it newer.
    expect(await say({ percent: 58 }, half - minute, half + 3 * minute)).toHaveProperty('refused');
  });

  it('a command that is tried again after something newer was kept is late as a message is', async () => {
    const quarter = world.at('2020-06-17', '11:45');
    expect(await say({ percent: 55, note: '钢结构进场' }, quarter, quarter)).toHaveProperty('kept');
    const command = { cause: 'command:tried-again', retried: true, heardAt: quarter - minute };
    expect(await say({ percent: 53, note: '上午' }, undefined, quarter + minute, command)).toMatchObject({
      kept: [{ percent: 53, stays: 55 }],
    });
  });

  it('of two that come at once, by clocks that differ a little, none is late', async () => {
    const noon = world.at('2020-06-17', '11:50');
    expect(await say({ percent: 55, note: '甲' }, undefined, noon)).toHaveProperty('kept');
    expect(await say({ percent: 56, note: '乙' }, undefined, noon - 40)).toMatchObject({
      kept: [{ percent: 56, stays: null }],
    });
  });

  it('an amount that was said before another is not taken either', async () => {
    const noon = world.at('2020-06-17', '12:00');
    expect(await say({ percent: 57, investment: 5000 }, noon, noon)).toHaveProperty('kept');
    expect(await say({ percent: 57, investment: 5200, note: '又' }, noon - minute, noon + minute)).toHaveProperty(
      'refused',
    );
    const project = await world.opened.client.project.findFirstOrThrow({ where: { code: 'P-001' } });
    expect(project.doneInvestment).toBe(5000);
  });

  it('the same delivery again is the same report', async () => {
    const one = world.at('2020-06-17', '13:00');
    const delivery = { cause: 'delivered-twice' };
    const count = () => world.opened.client.report.count({ where: { cause: 'delivered-twice' } });
    expect(await say({ percent: 60 }, one, one, { ...delivery, retried: false })).toHaveProperty('kept');
    expect(await say({ percent: 60 }, one, one + minute, { ...delivery, retried: true })).toHaveProperty('kept');
    expect(await count()).toBe(1);
  });
});
