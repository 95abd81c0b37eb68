import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDay } from '../../../src/domain/day.js';
import { computeDigest } from '../../../src/domain/digest/compute.js';
import { digestNumbers } from '../../../src/domain/digest/numbers.js';
import { readAt } from '../../../src/features/digest/read.js';
import { submitInstruction } from '../../../src/features/lead/instruct.js';
import { handOver } from '../../../src/features/people/hand-over.js';
import { undoHandOver } from '../../../src/features/people/undo.js';
import { confirm, decideByForm, openDecisionForm } from '../../../src/features/review/decide.js';
import { closeByReports, reopenItems } from '../../../src/features/review/facts.js';
import { pressAct, submitActForm } from '../../../src/features/review/move.js';
import { dongE, openWorld, type World } from '../digest/world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld(await dongE());
});
afterAll(() => world.close());

/** The numbers of action items in the whole plan's digest of a day, as it stood at 18:00. */
async function itemsOn(day: string): Promise<object> {
  const moment = world.at(day, '18:00');
  const facts = await readAt(world.job(moment), localDay(day), moment);
  const numbers = digestNumbers(computeDigest(facts, { of: 'plan' }));
  return Object.fromEntries(
    Object.entries(numbers).flatMap(([key, { value }]) => (key.startsWith('items.') ? [[key.slice(6), value]] : [])),
  );
}

test('the digest counts what reviews decided as it stood on each day, whatever happened since', async () => {
  const { store, program, opened } = world;
  const office = await world.anyone('coordinator');
  const owner = await world.person('heweiguo');
  const project = await opened.client.project.findFirstOrThrow({
    where: { code: 'P-003' },
    include: { milestones: true },
  });
  const milestone = project.milestones.find(({ name }) => name === '用地')?.id ?? 0;
  const decide = (day: string, due: string, step: number | null = null) =>
    confirm(world.ctx(office, world.at(day, '10:00')), {
      slot: null,
      owner: owner.id,
      due: localDay(due),
      project: step === null ? null : project.id,
      milestone: step,
      obstacle: null,
      text: '落实用地',
    });
  const items = async () => await opened.client.actionItem.findMany({ orderBy: { number: 'asc' } });

  expect(await itemsOn('2020-06-15')).toEqual({});
  await decide('2020-06-16', '2020-06-18');
  await decide('2020-06-16', '2020-06-22', milestone);
  await decide('2020-06-17', '2020-06-19');
  const [first, second, third] = await items();
  if (!first || !second || !third) throw new Error('three were decided');
  // On the 19th the first moves, though it is overdue; on the 22nd a report ends the second, and on the 23rd that is taken back.
  const moved = await submitActForm(
    world.ctx(owner, world.at('2020-06-19', '09:00')),
    { id: first.id, version: 1, act: 'late' },
    { to: localDay('2020-06-24'), text: '等批复' },
  );
  expect(moved.kind).toBe('say');
  const report = {
    milestoneId: milestone,
    personId: owner.id,
    percent: 100,
    doneOn: localDay('2020-06-22'),
    forecast: null,
    note: '',
  };
  const told = { ...world.ctx(owner, world.at('2020-06-22', '11:00')), cause: 'the-report' };
  await store.transaction((tx) => closeByReports(tx, program.id, [{ ctx: told, reports: [report] }]));
  await store.transaction((tx) => reopenItems(world.job(world.at('2020-06-23', '11:00')), tx, 'the-report', owner.id));
  expect(
    (await pressAct(world.ctx(owner, world.at('2020-06-23', '12:00')), { id: first.id, version: 2, act: 'done' })).kind,
  ).toBe('replace');
  const dropped = await submitActForm(
    world.ctx(office, world.at('2020-06-23', '13:00')),
    { id: third.id, version: 1, act: 'drop' },
    { to: null, text: '并入二期' },
  );
  expect(dropped.kind).toBe('say');

  expect(await itemsOn('2020-06-15')).toEqual({});
  expect(await itemsOn('2020-06-16')).toEqual({ all: 2, done: 0, running: 2, overdue: 0 });
  expect(await itemsOn('2020-06-18')).toEqual({ all: 3, done: 0, running: 3, overdue: 0 });
  expect(await itemsOn('2020-06-19')).toEqual({ all: 3, done: 0, running: 3, overdue: 0 });
  expect(await itemsOn('2020-06-22')).toEqual({ all: 3, done: 1, running: 1, overdue: 1 });
  expect(await itemsOn('2020-06-23')).toEqual({ all: 2, done: 1, running: 0, overdue: 1 });
  const done = await store.facts.items(program, world.at('2020-06-23', '18:00'));
  expect(done?.map(({ number, standing, endedOn }) => [number, standing, endedOn])).toEqual([
    [second.number, 'open', null],
    [first.number, 'done', '2020-06-23'],
  ]);
});

test("a leader's instruction becomes one item, however often and by however many it is pressed", async () => {
  const { opened } = world;
  const office = await world.anyone('coordinator');
  const commander = await world.anyone('commander');
  const owner = await world.person('hezhiyuan');
  const project = await opened.client.project.findFirstOrThrow({ where: { code: 'P-001' } });
  const told = { project: project.id };
  await submitInstruction(world.ctx(commander, world.at('2020-06-24', '09:00')), told, { text: '月底前动工' });
  const { id: instruction } = await opened.client.instruction.findFirstOrThrow({ where: { text: '月底前动工' } });
  const about = { slot: null, project: project.id, milestone: null, obstacle: null, instruction };
  const fields = { owner: owner.id, text: '月底前动工', due: localDay('2020-06-30') };
  const at = world.at('2020-06-24', '10:00');
  expect((await openDecisionForm(world.ctx(office, at), { project: project.id, instruction })).kind).toBe('view');
  const sent = await Promise.all(
    Array.from({ length: 10 }, (_, n) => decideByForm(world.ctx(n % 2 ? office : commander, at), about, fields)),
  );
  expect(new Set(sent.map(({ kind }) => kind))).toEqual(new Set(['say']));
  expect(await opened.client.actionItem.count({ where: { instructionId: instruction } })).toBe(1);
  // Pressed again it opens the item.
  expect((await openDecisionForm(world.ctx(office, at), { project: project.id, instruction })).kind).toBe('say');
  const [second] = await opened.client.actionItem.findMany({ where: { instructionId: null } });
  await expect(
    opened.client.actionItem.update({ where: { id: second?.id ?? 0 }, data: { instructionId: instruction } }),
  ).rejects.toThrow();
});

test('an open item follows its project at a hand-over, and comes back when that is taken back', async () => {
  const { opened } = world;
  const office = await world.anyone('coordinator');
  const from = await world.person('hezhiyuan');
  const to = await world.person('jiangpeng');
  const project = await opened.client.project.findFirstOrThrow({ where: { code: 'P-001' } });
  const decide = (text: string, about: number | null) =>
    confirm(world.ctx(office, world.at('2020-06-28', '10:00')), {
      ...{ slot: null, owner: from.id, due: localDay('2020-06-30'), milestone: null, obstacle: null },
      project: about,
      text,
    });
  await decide('催设备到货', project.id);
  await decide('报送清单', null);
  const ownerOf = async (text: string) =>
    (await opened.client.actionItem.findFirstOrThrow({ where: { text } })).ownerId;
  // One project of several: what is about none stays.
  const ctx = world.ctx(office, world.at('2020-06-28', '11:00'));
  expect((await handOver(ctx, from.id, to.id, [{ kind: 'projects', id: project.id }])).kind).toBe('handed-over');
  expect([await ownerOf('催设备到货'), await ownerOf('报送清单')]).toEqual([to.id, from.id]);
  expect((await undoHandOver(world.ctx(office, world.at('2020-06-28', '11:05')), ctx.cause)).kind).toBe('undone');
  expect([await ownerOf('催设备到货'), await ownerOf('报送清单')]).toEqual([from.id, from.id]);
  // All of it: everything goes.
  const all = world.ctx(office, world.at('2020-06-28', '12:00'));
  expect((await handOver(all, from.id, to.id, [])).kind).toBe('handed-over');
  expect([await ownerOf('催设备到货'), await ownerOf('报送清单')]).toEqual([to.id, to.id]);
});

test('a report with a later day and its reason moves the item on its step, from who answers for it; taken back, its day is what it was', async () => {
  const { store, program, opened } = world;
  const office = await world.anyone('coordinator');
  const owner = await world.person('heweiguo');
  const step = await opened.client.milestone.findFirstOrThrow({ where: { name: '环评', project: { code: 'P-003' } } });
  await confirm(world.ctx(office, world.at('2020-06-28', '14:00')), {
    ...{ slot: null, owner: owner.id, due: localDay('2020-06-30'), obstacle: null },
    project: step.projectId,
    milestone: step.id,
    text: '办结环评',
  });
  const item = () => opened.client.actionItem.findFirstOrThrow({ where: { text: '办结环评' } });
  const say = async (who: typeof owner, cause: string, note: string) => {
    const ctx = { ...world.ctx(who, world.at('2020-06-28', '15:00')), cause };
    const forecast = localDay('2020-07-06');
    const report = { milestoneId: step.id, personId: who.id, percent: null, doneOn: null, forecast, note };
    await store.transaction((tx) => closeByReports(tx, program.id, [{ ctx, reports: [report] }]));
  };
  await say(owner, 'without-reason', ' ');
  await say(await world.person('jiangpeng'), "another's", '等专家');
  expect(await item()).toMatchObject({ due: '2020-06-30', carried: 0 });
  await say(owner, 'the-late', '等专家');
  expect(await item()).toMatchObject({
    ...{ due: '2020-07-06', firstDue: '2020-06-30', carried: 1, carriedReason: '等专家' },
    ...{ movedCause: 'the-late', movedFrom: '2020-06-30' },
  });
  await store.transaction((tx) => reopenItems(world.job(world.at('2020-06-28', '15:05')), tx, 'the-late', owner.id));
  expect(await item()).toMatchObject({ due: '2020-06-30', carried: 0, carriedReason: null, movedCause: null });
});
