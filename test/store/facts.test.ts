import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import type { FactProject } from '../../src/domain/digest/facts.js';
import { dongE, openWorld, type World } from '../features/digest/world.js';

let world: World;

beforeAll(async () => {
  world = await openWorld(await dongE());
});
afterAll(() => world.close());

const found = (projects: readonly FactProject[], code: string): FactProject => {
  const project = projects.find((each) => each.code === code);
  if (project === undefined) throw new Error(`no ${code}`);
  return project;
};
const percentOf = (projects: readonly FactProject[], code: string, milestone: string): number | undefined =>
  found(projects, code).milestones.find(({ name }) => name === milestone)?.percent;

describe('the facts of a moment', () => {
  test('are those that had been reported by then, whatever came later', async () => {
    const { store, program, at } = world;
    await world.report('P-001', '设备安装', { percent: 20 }, at('2020-05-11', '10:00'));
    await world.report('P-001', '设备安装', { percent: 50 }, at('2020-05-12', '10:00'));
    await world.invest('P-001', 5000, at('2020-05-11', '11:00'));
    await world.invest('P-001', 6000, at('2020-05-12', '11:00'));

    const moment = at('2020-05-11', '18:00');
    const then = await store.facts.asOf(program, { moment, knownAt: moment });
    const now = await store.facts.current(program, at('2020-05-12', '18:00'));

    expect([percentOf(then, 'P-001', '设备安装'), found(then, 'P-001').doneInvestment]).toEqual([20, 5000]);
    expect([percentOf(now, 'P-001', '设备安装'), found(now, 'P-001').doneInvestment]).toEqual([50, 6000]);
  });

  test('of now are the same whether read from what is current or from the log', async () => {
    const { store, program, at } = world;
    await world.report('P-002', '开工', { done: true }, at('2020-05-13', '09:00'));
    const undone = await world.report('P-002', '设备安装', { percent: 40 }, at('2020-05-13', '09:30'));
    await world.report('P-010', '用地', { percent: 70, forecast: localDay('2020-07-01') }, at('2020-05-13', '10:00'));
    await world.invest('P-010', 800, at('2020-05-13', '10:30'));
    await world.undo(undone, at('2020-05-13', '11:00'));

    const now = at('2020-05-13', '12:00');
    expect(await store.facts.asOf(program, { moment: now, knownAt: now })).toEqual(
      await store.facts.current(program, now),
    );
  });

  test('bring the stage that the milestones done by then brought', async () => {
    const { store, program, at } = world;
    await world.report('P-005', '开工', { done: true }, at('2020-05-14', '09:00'));
    const before = at('2020-05-14', '08:59');
    const after = at('2020-05-14', '09:01');

    const [was, is] = [
      found(await store.facts.asOf(program, { moment: before, knownAt: before }), 'P-005').stage,
      found(await store.facts.asOf(program, { moment: after, knownAt: after }), 'P-005').stage,
    ];
    expect([was === 'started', is]).toEqual([false, 'started']);
  });

  test('show a project as started whose equipment is being installed, though it has no milestone of that name', async () => {
    const { store, program, at } = world;
    await world.report('P-022', '设备安装', { percent: 30 }, at('2020-05-14', '10:00'));
    expect(found(await store.facts.current(program, at('2020-05-14', '10:01')), 'P-022').stage).toBe('started');
  });

  test('keep a report that was undone later, as it was known then, and drop it once that is known', async () => {
    const { store, program, at } = world;
    const cause = await world.report('P-006', '用地', { percent: 60 }, at('2020-05-18', '16:00'));
    await world.undo(cause, at('2020-05-18', '19:00'));

    const moment = at('2020-05-18', '18:00');
    const posted = await store.facts.asOf(program, { moment, knownAt: moment });
    const corrected = await store.facts.asOf(program, { moment, knownAt: at('2020-05-18', '19:00') });
    expect(percentOf(posted, 'P-006', '用地')).toBe(60);
    expect(percentOf(corrected, 'P-006', '用地')).toBe(0);
  });

  test('take an amendment in the place of what it amends, and what was only said later not at all', async () => {
    const { store, program, at } = world;
    const counted = at('2020-05-19', '16:00');
    const first = await world.report('P-007', '用地', { percent: 80 }, counted);
    await world.undo(first, at('2020-05-19', '18:30'));
    await world.report('P-007', '用地', { percent: 50 }, at('2020-05-19', '18:30'), counted);
    await world.report('P-007', '用地', { percent: 90 }, at('2020-05-19', '18:45'));

    const moment = at('2020-05-19', '18:00');
    const seen = async (knownAt: number) =>
      percentOf(await store.facts.asOf(program, { moment, knownAt }), 'P-007', '用地');
    expect(await seen(moment)).toBe(80);
    expect(await seen(at('2020-05-19', '20:00'))).toBe(50);
  });

  test('are the same read one by one or as one reading, of all projects or of some, told in time or late', async () => {
    const { store, program, at } = world;
    const counted = at('2020-05-20', '16:00');
    await world.report('P-012', '用地', { percent: 10 }, at('2020-05-20', '09:00'));
    const first = await world.report('P-009', '用地', { percent: 80 }, counted);
    await world.invest('P-009', 300, counted);
    await world.undo(first, at('2020-05-20', '18:30'));
    await world.report('P-009', '用地', { percent: 50 }, at('2020-05-20', '18:30'), counted);
    await world.report('P-012', '用地', { done: true }, at('2020-05-21', '10:00'));
    await world.invest('P-009', 400, at('2020-05-21', '11:00'));

    const knownAt = at('2020-05-21', '18:00');
    const asOf = store.facts.reading(program);
    const late = { about: localDay('2020-05-20'), toldBy: knownAt };
    const days = ['2020-05-20', '2020-05-10', '2020-05-21', '2020-05-12'].map((day) => ({
      moment: at(day, '18:00'),
      knownAt,
    }));
    const ids = [found(await asOf({ moment: knownAt, knownAt }), 'P-012').id];
    for (const moment of [...days, { moment: at('2020-05-20', '23:59'), knownAt, late }]) {
      expect(await asOf(moment)).toEqual(await store.facts.asOf(program, moment));
      expect(await asOf(moment, ids)).toEqual(await store.facts.asOf(program, moment, ids));
    }
    const [one] = await asOf({ moment: at('2020-05-20', '18:00'), knownAt }, ids);
    expect([one?.code, percentOf(one ? [one] : [], 'P-012', '用地')]).toEqual(['P-012', 10]);
  });

  test('hold the obstacle past its deadline against the milestone that comes next', async () => {
    const { store, opened, program, at } = world;
    const project = await opened.client.project.findFirstOrThrow({ where: { programId: program.id, code: 'P-008' } });
    const { id } = await opened.client.obstacle.create({
      data: {
        programId: program.id,
        number: 1,
        projectId: project.id,
        kind: 'roadblock',
        matter: 'land',
        text: '土地指标未批',
        rung: 'department',
        raisedById: project.ownerId ?? 1,
        since: '2020-05-01',
        overdueSince: new Date(at('2020-05-20', '18:00')),
        recordedAt: new Date(at('2020-05-15', '10:00')),
        cause: 'obstacle:1',
      },
    });
    await opened.client.activity.create({
      data: {
        workspaceId: program.workspaceId,
        programId: program.id,
        at: new Date(at('2020-05-15', '10:00')),
        action: 'obstacle-flagged',
        thing: 'obstacle',
        thingId: id,
        after: { kind: 'flagged', rung: 'department' },
        cause: 'obstacle:1',
        ordinal: 0,
      },
    });
    const blocked = async (moment: number) =>
      found(await store.facts.asOf(program, { moment, knownAt: moment }), 'P-008').milestones.flatMap(
        ({ name, blockedPastDeadline }) =>
          blockedPastDeadline ? [[name, blockedPastDeadline.number, blockedPastDeadline.deadline]] : [],
      );
    expect(await blocked(at('2020-05-20', '17:00'))).toEqual([]);
    expect(await blocked(at('2020-05-21', '09:00'))).toEqual([['用地', 1, '2020-05-20']]);
  });
});

describe('what changed in a span', () => {
  test('is one line a milestone: where it stood before, and what its newest report says', async () => {
    const { store, program, at } = world;
    await world.report('P-011', '立项', { percent: 30 }, at('2020-05-25', '10:00'));
    await world.report('P-011', '立项', { percent: 50 }, at('2020-05-26', '09:00'));
    await world.report('P-011', '立项', { percent: 65, note: '补偿款已付' }, at('2020-05-26', '15:00'));
    await world.invest('P-011', 900, at('2020-05-25', '10:00'));
    await world.invest('P-011', 1500, at('2020-05-26', '10:00'));

    const span = {
      after: at('2020-05-25', '18:00'),
      moment: at('2020-05-26', '18:00'),
      knownAt: at('2020-05-26', '18:00'),
    };
    const changes = await store.facts.changes(program.id, span);
    expect(
      changes.map(({ milestone, before, percent, note, reports }) => ({ milestone, before, percent, note, reports })),
    ).toEqual([{ milestone: '立项', before: 30, percent: 65, note: '补偿款已付', reports: 2 }]);
    const figures = await store.facts.figuresChanges(program.id, span);
    expect(figures.map(({ before, doneInvestment }) => [before, doneInvestment])).toEqual([[900, 1500]]);
  });

  test('ends with the moment and begins after the one before: a report is in one span only', async () => {
    const { store, program, at } = world;
    await world.report('P-012', '用地', { percent: 10 }, at('2020-05-27', '18:00'));
    const during = (after: number, moment: number) =>
      store.facts.changes(program.id, { after, moment, knownAt: moment });
    expect(await during(at('2020-05-26', '18:00'), at('2020-05-27', '18:00'))).toHaveLength(1);
    expect(await during(at('2020-05-27', '18:00'), at('2020-05-28', '18:00'))).toHaveLength(0);
  });
});

test('the goals come with their gates and with what was recorded by the moment', async () => {
  const { store, opened, program, at } = world;
  const goal = await opened.client.goal.findFirstOrThrow({ where: { programId: program.id, key: 'funds-in-place' } });
  const who = await world.anyone('coordinator');
  await opened.client.goalRecord.create({
    data: {
      programId: program.id,
      goalId: goal.id,
      personId: who.id,
      value: 120000,
      onDay: '2020-05-29',
      recordedAt: new Date(at('2020-05-29', '10:00')),
      cause: 'record:1',
    },
  });
  const recorded = async (moment: number) => {
    const goals = await store.facts.goals(program.id, { moment, knownAt: moment });
    expect(goals.find(({ key }) => key === 'start-rate')?.gates.map(({ on, value }) => [on, value])).toEqual([
      ['2020-06-30', 60],
      ['2020-09-30', 100],
    ]);
    return goals.find(({ key }) => key === 'funds-in-place')?.recorded;
  };
  expect(await recorded(at('2020-05-29', '09:00'))).toBeNull();
  expect(await recorded(at('2020-05-29', '18:00'))).toBe(120000);
});

test('the first report of the program is the day from which people are asked', async () => {
  expect(await world.store.facts.firstReportDay(world.program)).toBe('2020-05-11');
});
