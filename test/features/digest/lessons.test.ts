import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Instant, localDay } from '../../../src/domain/day.js';
import type { DigestScope } from '../../../src/domain/plan.js';
import type { Person } from '../../../src/domain/program.js';
import { plainLines } from '../../../src/features/digest/messages/plain.js';
import { flagObstacle } from '../../../src/features/obstacle/flag.js';
import type { Message } from '../../../src/message.js';
import { type Act, act as move } from '../obstacle/act.js';
import { dongE, openWorld, type World } from './world.js';

let world: World;
let owner: Person;
let bureau = '';
const ids: { plan: number; unit: number; other: number; weekly: number; english: number } = {
  plan: 0,
  unit: 0,
  other: 0,
  weekly: 0,
  english: 0,
};

beforeAll(async () => {
  const whole = await dongE();
  world = await openWorld({ ...whole, projects: whole.projects.slice(0, 12) });
  owner = await world.person('hezhiyuan');
  ids.plan = await subscribe('C1', { of: 'plan' }, 'zh', 'monthly');
  ids.unit = await subscribe('C2', { of: 'unit', key: 'economic-zone' }, 'zh', 'monthly');
  ids.other = await subscribe('C5', { of: 'unit', key: 'water' }, 'zh', 'monthly');
  ids.weekly = await subscribe('C3', { of: 'plan' }, 'zh', 'weekly');
  ids.english = await subscribe('C4', { of: 'plan' }, 'en', 'monthly');
  await clearLand();
});
afterAll(() => world.close());

async function subscribe(
  channelId: string,
  scope: DigestScope,
  language: 'zh' | 'en',
  cadence: 'weekly' | 'monthly',
): Promise<number> {
  const sinceAt = world.at('2020-05-01', '09:00');
  const { id } = await world.store.subscriptions.add({
    programId: world.program.id,
    channelId,
    cadence,
    scope,
    language,
    personId: null,
    sinceAt,
  });
  return id;
}

async function flag(code: string, matter: 'land' | 'funds', text: string, when: Instant): Promise<number> {
  const project = await world.opened.client.project.findFirstOrThrow({ where: { code } });
  const flagged = await flagObstacle(
    world.ctx(owner, when),
    {
      projectId: project.id,
      milestoneId: null,
      kind: 'stumbling-block',
      matter,
      text,
      help: null,
      since: localDay('2020-06-08'),
      urgentReason: null,
      refersTo: null,
      files: [],
    },
    false,
  );
  if (flagged.kind !== 'flagged') throw new Error(flagged.kind);
  return flagged.obstacle.id;
}

/** Somebody does something with a case: its owner, or who has it. */
async function act(id: number, done: Act, when: Instant): Promise<void> {
  const { holderId } = await world.opened.client.obstacle.findUniqueOrThrow({ where: { id } });
  const byOwner = done.do === 'return' || done.do === 'verify';
  const held = byOwner ? null : await world.store.people.byId(world.program.id, holderId ?? 0, world.job(when).today);
  const result = await move(world.ctx(held?.person ?? owner, when), id, null, done);
  if (result.kind !== 'moved') throw new Error(JSON.stringify(result));
}

/** Two working days at the unit, then resolved by the department, returned once, resolved again and verified in June. */
async function clearLand(): Promise<void> {
  const id = await flag('P-001', 'land', '用地批文没下来，开不了工', world.at('2020-06-08', '10:00'));
  await act(id, { do: 'raise', text: '要自然资源部门批' }, world.at('2020-06-10', '09:00'));
  await act(id, { do: 'resolve', what: '已批', rule: null }, world.at('2020-06-11', '09:00'));
  await act(id, { do: 'return', text: '批文没有送来' }, world.at('2020-06-12', '09:00'));
  await act(id, { do: 'resolve', what: '批文已送达', rule: null }, world.at('2020-06-15', '09:00'));
  await act(id, { do: 'verify' }, world.at('2020-06-16', '09:00'));
  const row = await world.opened.client.obstacle.findUniqueOrThrow({ where: { id } });
  const units = await world.store.obstacles.units(world.program.id);
  bureau = units.find((unit) => unit.id === row.departmentId)?.name.zh ?? '';
}

const lessons = async (day: string, id: number): Promise<string | null> => {
  const post = (await world.posts()).find(({ dedupeKey }) => dedupeKey === `digest:monthly:${day}:${id}:lessons`);
  return post === undefined ? null : plainLines((post.body as Message).blocks);
};

describe('the monthly digest', () => {
  test('says nothing of lessons in a month in which nothing was cleared', async () => {
    await world.runSlot('2020-05-29');
    expect((await world.posts()).some(({ dedupeKey }) => dedupeKey === `digest:monthly:2020-05-29:${ids.plan}`)).toBe(
      true,
    );
    expect(await lessons('2020-05-29', ids.plan)).toBeNull();
  });

  test('tells the whole plan where the days went by matter and rung, and whose clearing was returned most', async () => {
    const late = await flag('P-002', 'funds', '资金没到位', world.at('2020-06-29', '10:00'));
    await act(late, { do: 'resolve', what: '已拨付', rule: null }, world.at('2020-06-30', '16:00'));
    // Verified after the digest was due, and before it came, late: it belongs to July.
    await act(late, { do: 'verify' }, world.at('2020-06-30', '18:30'));
    await world.runSlot('2020-06-30', world.at('2020-06-30', '21:00'));
    expect(bureau).not.toBe('');
    expect(await lessons('2020-06-30', ids.plan)).toBe(
      [
        '本月卡点经验：已销号1个',
        '各级办理天数（工作日，中位数）',
        '土地 责任单位 2天（1件），职能部门 1天（2件）',
        `办结后被退回最多：${bureau}（办结2次，退回1次）`,
      ].join('\n'),
    );
    expect(await lessons('2020-06-30', ids.english)).toContain('Lessons of the month: 1 obstacle cleared');
    const all = (await world.posts()).filter(({ dedupeKey }) => dedupeKey.endsWith(':lessons'));
    expect(all).toHaveLength(3);
  });

  test('tells a unit what its own projects taught, and nothing where they taught nothing', async () => {
    expect(await lessons('2020-06-30', ids.unit)).toContain('本月卡点经验：已销号1个');
    expect(await lessons('2020-06-30', ids.other)).toBeNull();
  });

  test('has what was cleared after it was due in the next one, without a department where nothing was returned', async () => {
    await world.runSlot('2020-07-31');
    const text = await lessons('2020-07-31', ids.plan);
    expect(text).toContain('已销号1个');
    expect(text).toContain('资金 责任单位 1天（1件）');
    expect(text).not.toContain('土地');
    expect(text).not.toContain('退回');
  });
});
