import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDay } from '../../../src/domain/day.js';
import type { Person } from '../../../src/domain/program.js';
import type { Ctx } from '../../../src/feature.js';
import { addProject } from '../../../src/features/edit/add.js';
import { readAmount } from '../../../src/features/edit/amount.js';
import { changeProject } from '../../../src/features/edit/change.js';
import { decide, tellUntold } from '../../../src/features/edit/consent.js';
import { splitDay } from '../../../src/features/edit/line.js';
import { postpone } from '../../../src/features/edit/move-milestone.js';
import { undoEdit } from '../../../src/features/edit/undo.js';
import { bindWork } from '../../../src/features/people/bind.js';
import { handOver } from '../../../src/features/people/hand-over.js';
import { makePosition } from '../../../src/features/people/make-position.js';
import { dongE, openWorld, type World } from '../digest/world.js';

let world: World;
let coordinator: Person;
const by = (who: Person, time = '10:00', day = '2020-06-17'): Ctx => world.ctx(who, world.at(day, time));
const again = (ctx: Ctx): Ctx => ({ ...ctx, retried: true });
const project = (code: string) =>
  world.opened.client.project.findFirstOrThrow({
    where: { code },
    include: { milestones: { orderBy: { ordinal: 'asc' } } },
  });
const log = (where: object) => world.opened.client.activity.findMany({ where, orderBy: { id: 'asc' } });
const person = async (id: number | null) => {
  const { key } = await world.opened.client.person.findUniqueOrThrow({ where: { id: id ?? 0 } });
  return world.person(key);
};

/** A project whose start a gate depends on, that starts before it by the ledger. */
async function gated(not: readonly string[] = []) {
  const rows = await world.opened.client.project.findMany({
    where: {
      code: { notIn: [...not] },
      standing: 'open',
      stage: { in: ['lead', 'signed', 'landed'] },
      ownerId: { not: null },
      sponsorId: { not: null },
      milestones: { some: { stage: 'started', doneOn: null, due: { gte: '2020-06-17', lte: '2020-06-30' } } },
    },
    include: { milestones: { orderBy: { ordinal: 'asc' } } },
    orderBy: { code: 'asc' },
  });
  const [row] = rows;
  const start = row?.milestones.find(({ stage }) => stage === 'started');
  if (!row || !start) throw new Error('no project depends on the gate');
  return { row, start };
}
const due = async (id: number) => (await world.opened.client.milestone.findUniqueOrThrow({ where: { id } })).due;

beforeAll(async () => {
  world = await openWorld(await dongE());
  coordinator = await world.anyone('coordinator');
  const people = await world.opened.client.person.findMany();
  for (const { id } of people)
    await world.opened.client.person.update({
      where: { id },
      data: { slackUserId: `U${String(id).padStart(4, '0')}` },
    });
});
afterAll(() => world.close());

describe('a change of the ledger', () => {
  it('is made once a payload, kept with the old, the new and the reason, and nothing else is touched', async () => {
    const before = await project('P-003');
    const ctx = by(coordinator);
    const given = { projectId: before.id, version: before.version, reason: '核减投资' };
    const change = () => changeProject(ctx, given, () => ({ totalInvestment: 12_345, name: before.name }));
    expect(await change()).toMatchObject({ kind: 'changed', after: { totalInvestment: 12_345 } });
    expect(await changeProject(again(ctx), given, () => ({ totalInvestment: 12_345 }))).toMatchObject({
      kind: 'changed',
    });
    const lines = await log({ cause: ctx.cause });
    expect(lines.map(({ before: was, after }) => [was, after])).toEqual([
      [{ totalInvestment: before.totalInvestment }, { totalInvestment: 12_345, reason: '核减投资' }],
    ]);
    const { totalInvestment: _, version: __, ...rest } = await project('P-003');
    const { totalInvestment: ___, version: ____, ...same } = before;
    expect(rest).toEqual(same);
    expect(await changeProject(by(coordinator), given, () => ({ remark: '过期' }))).toEqual({ kind: 'stale' });
    expect(
      await changeProject(by(coordinator), { ...given, version: null }, () => ({ totalInvestment: 12_345 })),
    ).toEqual({
      kind: 'same',
    });
  });

  it('is undone within a day by who made it or a coordinator, not when it was changed since', async () => {
    const ctx = by(coordinator);
    const { id } = await project('P-004');
    await changeProject(ctx, { projectId: id, version: null, reason: null }, () => ({ remark: '甲' }));
    expect(await undoEdit(by(await world.person('hezhiyuan')), ctx.cause)).toMatchObject({ kind: 'denied' });
    expect(await undoEdit(by(coordinator, '10:01', '2020-06-18'), ctx.cause)).toEqual({ kind: 'late' });
    const undoing = by(coordinator, '11:00');
    expect(await undoEdit(undoing, ctx.cause)).toEqual({ kind: 'undone' });
    expect(await undoEdit(again(undoing), ctx.cause)).toEqual({ kind: 'undone' });
    expect(await undoEdit(by(coordinator, '11:01'), ctx.cause)).toEqual({ kind: 'gone' });
    const one = by(coordinator);
    await changeProject(one, { projectId: id, version: null, reason: null }, () => ({ remark: '乙' }));
    await changeProject(by(coordinator), { projectId: id, version: null, reason: null }, () => ({ remark: '丙' }));
    expect(await undoEdit(by(coordinator, '11:00'), one.cause)).toEqual({ kind: 'stale' });
    expect((await project('P-004')).remark).toBe('丙');
  });

  it('takes no report back: a cause that changed nothing of the ledger is unknown to it', async () => {
    const { workspaceId, id: programId } = world.program;
    const { id: thingId } = await project('P-001');
    const reported = { workspaceId, programId, at: world.at('2020-06-17', '09:00'), personId: coordinator.id };
    await world.store.activity.add([
      { ...reported, action: 'report', thing: 'project', thingId, after: { percent: 21 }, cause: 'said:1' },
    ]);
    expect(await undoEdit(by(coordinator), 'said:1')).toEqual({ kind: 'gone' });
    const ctx = by(coordinator);
    const [from, to] = [await world.person('caopeng'), await world.person('linyan')];
    expect((await handOver(ctx, from.id, to.id, [])).kind).toBe('handed-over');
    expect(await undoEdit(by(coordinator), ctx.cause)).toEqual({ kind: 'gone' });
  });

  it('gives two new projects at once two codes', async () => {
    const { unitId } = await project('P-001');
    const fields = (name: string) => ({
      name,
      category: 'industrial',
      focusArea: 'industry',
      unitId,
      stage: 'lead' as const,
    });
    const ctx = by(coordinator);
    const added = await Promise.all([addProject(ctx, fields('甲项目')), addProject(by(coordinator), fields('乙项目'))]);
    expect(added.map((each) => (each.kind === 'added' ? each.code : each.kind)).sort()).toEqual(['P-081', 'P-082']);
    expect(await addProject(again(ctx), fields('甲项目'))).toMatchObject({ kind: 'added' });
    expect(await addProject(by(coordinator), fields('甲项目'))).toMatchObject({ kind: 'there' });
  });

  it('takes what it gives to a person out of the position that had it', async () => {
    const from = await world.person('zengqiang');
    const made = await makePosition(by(coordinator), { name: '卫健局专员', unitId: null, holderId: from.id });
    if (made.kind !== 'made') throw new Error(made.kind);
    await bindWork(by(coordinator), made.position.id, []);
    const row = await world.opened.client.project.findFirstOrThrow({ where: { ownerId: from.id } });
    expect(row.ownerPositionId).toBe(made.position.id);
    const to = await world.person('xuqian');
    const given = { projectId: row.id, version: null, reason: null };
    const ctx = by(coordinator);
    expect(await changeProject(ctx, given, () => ({ ownerId: to.id }))).toMatchObject({ kind: 'changed' });
    expect((await project(row.code)).ownerPositionId).toBeNull();
    expect(await undoEdit(by(coordinator, '11:00'), ctx.cause)).toEqual({ kind: 'undone' });
    expect(await project(row.code)).toMatchObject({ ownerId: from.id, ownerPositionId: made.position.id });
    expect((await handOver(by(coordinator), from.id, to.id, [])).kind).toBe('handed-over');
    expect(await project(row.code)).toMatchObject({ ownerId: to.id, ownerPositionId: null });
  });
});

describe('a milestone that a gate depends on', () => {
  it('moves once the sponsor has consented, once; the second press hears what the first one said', async () => {
    const { row, start } = await gated();
    const [owner, sponsor] = [await person(row.ownerId), await person(row.sponsorId)];
    const wanted = { projectId: row.id, milestoneId: start.id, to: localDay('2020-08-31'), reason: '拆迁没有完成' };
    const asking = by(owner);
    expect(await postpone(asking, wanted)).toMatchObject({ kind: 'asked' });
    expect(await postpone(again(asking), wanted)).toMatchObject({ kind: 'asked' });
    expect(await postpone(by(owner), wanted)).toMatchObject({ kind: 'waiting' });
    const [asked, ...others] = await world.opened.client.postponement.findMany();
    expect(others).toEqual([]);
    const id = asked?.id ?? 0;
    expect(await decide(by(coordinator), id, null)).toMatchObject({ kind: 'denied' });
    expect(await due(start.id)).toBe(start.due);
    const both = await Promise.all([
      decide(by(sponsor, '10:30'), id, null),
      decide(by(sponsor, '10:30'), id, '关口不能动'),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['already', 'decided']);
    const granted =
      (await world.opened.client.postponement.findUniqueOrThrow({ where: { id } })).standing === 'granted';
    expect(await due(start.id)).toBe(granted ? '2020-08-31' : start.due);
    expect(await log({ action: 'change-milestone', thingId: start.id })).toHaveLength(granted ? 1 : 0);
    await world.opened.client.milestone.update({ where: { id: start.id }, data: { due: start.due } });
  });

  it('does not move by a wish of yesterday: what was changed meanwhile by other ways makes it void', async () => {
    const { row, start } = await gated();
    const [owner, sponsor] = [await person(row.ownerId), await person(row.sponsorId)];
    const wanted = { projectId: row.id, milestoneId: start.id, to: localDay('2020-08-31'), reason: '雨季' };
    const asked = await postpone(by(owner), wanted);
    if (asked.kind !== 'asked') throw new Error(asked.kind);
    await world.opened.client.milestone.update({ where: { id: start.id }, data: { due: '2020-06-29' } });
    expect(await decide(by(sponsor), asked.seen.postponement.id, null)).toMatchObject({
      kind: 'decided',
      seen: { postponement: { standing: 'withdrawn' } },
    });
    expect(await due(start.id)).toBe('2020-06-29');
  });

  it('is moved by a coordinator only with the sponsor’s consent, and by the sponsor with the commander’s', async () => {
    const { row, start } = await gated();
    const sponsor = await person(row.sponsorId);
    const wanted = { projectId: row.id, milestoneId: start.id, to: localDay('2020-07-31'), reason: '雨季' };
    expect(await postpone(by(coordinator), wanted)).toMatchObject({ kind: 'asked' });
    await world.opened.client.postponement.deleteMany();
    const commander = await world.anyone('commander');
    await world.opened.client.project.update({ where: { id: row.id }, data: { ownerId: sponsor.id } });
    // Nobody consents to their own wish: the commander is asked, and may not be asked past.
    const own = await postpone(by(sponsor), wanted);
    if (own.kind !== 'asked') throw new Error(own.kind);
    const { id, consenterId, seat } = own.seen.postponement;
    expect([consenterId, seat]).toEqual([commander.id, 'commander']);
    expect(await decide(by(sponsor), id, null)).toMatchObject({ kind: 'denied' });
    expect(await decide(by(commander), id, null)).toMatchObject({ kind: 'decided' });
    expect(await due(start.id)).toBe('2020-07-31');
  });

  it('asks at night in the morning', async () => {
    const { row, start } = await gated();
    const wanted = { projectId: row.id, milestoneId: start.id, to: localDay('2020-07-31'), reason: '雨季' };
    const asked = await postpone(by(await person(row.ownerId), '22:00'), wanted);
    if (asked.kind !== 'asked') throw new Error(asked.kind);
    const dedupeKey = `postponement:${asked.seen.postponement.id}`;
    const posts = () => world.opened.client.post.count({ where: { dedupeKey } });
    expect(await posts()).toBe(0);
    const morning = world.at('2020-06-18', '08:00');
    expect(await world.store.postponements.nextUntold(world.program.id, world.at('2020-06-17', '22:00'))).toBe(morning);
    await tellUntold(world.job(morning));
    await tellUntold(world.job(morning + 60_000));
    expect(await posts()).toBe(1);
  });

  it('is refused a day that is not later, is over, or of what is done', async () => {
    const { row, start } = await gated();
    const owner = await person(row.ownerId);
    const wanted = { projectId: row.id, milestoneId: start.id, reason: '雨季' };
    expect(await postpone(by(owner), { ...wanted, to: localDay('2020-06-18') })).toEqual({ kind: 'not-later' });
    expect(await postpone(by(owner), { ...wanted, to: localDay('2020-06-16') })).toEqual({ kind: 'past' });
    await world.opened.client.milestone.update({
      where: { id: start.id },
      data: { doneOn: '2020-06-17', percent: 100 },
    });
    expect(await postpone(by(owner), { ...wanted, to: localDay('2020-12-31') })).toEqual({ kind: 'done' });
  });
});

describe('what is typed', () => {
  it.each([
    ['3.5亿元', 35_000],
    ['1200万元', 1_200],
    ['１２００万', 1_200],
    ['1,200', 1_200],
    ['35 million yuan', 3_500],
    ['不知道', 'fault'],
    ['3亿到4亿', 'fault'],
    ['310万美元', 'fault'],
  ])('%s is %s in 10k yuan', (text, amount) => {
    expect(readAmount(text)).toBe(amount);
  });

  it.each([
    ['设备安装 延到8月31日 设备晚到', '设备安装', '2020-08-31', '设备晚到'],
    ['主体封顶 2020-08-31 雨季停工', '主体封顶', '2020-08-31', '雨季停工'],
    ['主体封顶8月31日，雨季停工', '主体封顶', '2020-08-31', '雨季停工'],
    ['主体封顶到8月底 雨季', '主体封顶', '2020-08-31', '雨季'],
    ['主体封顶 3月15日 雨季停工', '主体封顶', '2021-03-15', '雨季停工'],
    ['主体封顶 2月29日 雨季停工', '主体封顶', '2021-02-28', '雨季停工'],
    ['主体封顶 15 March rain', '主体封顶', '2021-03-15', 'rain'],
    // Gone by last week is a slip, and refused as gone by; with its year it is what it says.
    ['主体封顶 6月10日 雨季停工', '主体封顶', '2020-06-10', '雨季停工'],
    ['主体封顶 2020年3月15日 雨季停工', '主体封顶', '2020-03-15', '雨季停工'],
  ])('%s is a milestone, a day and a reason', (line, before, day, after) => {
    expect(splitDay(line, localDay('2020-06-17'))).toEqual({ before, day, after });
  });
});
