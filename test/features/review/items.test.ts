import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDay } from '../../../src/domain/day.js';
import { computeDigest } from '../../../src/domain/digest/compute.js';
import { digestNumbers } from '../../../src/domain/digest/numbers.js';
import { readAt } from '../../../src/features/digest/read.js';
import { confirm } from '../../../src/features/review/decide.js';
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
  const report = { milestoneId: milestone, personId: owner.id, percent: 100, doneOn: localDay('2020-06-22') };
  const told = { ...world.job(world.at('2020-06-22', '11:00')), cause: 'the-report' };
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
