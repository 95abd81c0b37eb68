import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instant, localDay } from '../../../src/domain/day.js';
import { computeDigest } from '../../../src/domain/digest/compute.js';
import { digestNumbers } from '../../../src/domain/digest/numbers.js';
import type { LedgerChange } from '../../../src/domain/ledger-change.js';
import type { Plan } from '../../../src/domain/plan.js';
import { plainLines } from '../../../src/features/digest/messages/plain.js';
import { digestPosts } from '../../../src/features/digest/messages/posts.js';
import { readSlot } from '../../../src/features/digest/read.js';
import { recordGoal } from '../../../src/features/goals/record.js';
import { runDue } from '../../../src/features/obstacle/fall-due.js';
import { flagObstacle } from '../../../src/features/obstacle/flag.js';
import { type Act, act as move } from '../obstacle/act.js';
import { dongE, openWorld, type World } from './world.js';

/** Ten projects, of which six must have started by 30 June; a goal that is recorded, with a gate on the same day. */
async function tenProjects(): Promise<Plan> {
  const whole = await dongE();
  const projects = whole.projects
    .filter(({ milestones }) => milestones.some(({ name }) => name === '开工'))
    .slice(0, 10);
  const goals = whole.goals.filter(({ key }) => key === 'start-rate' || key === 'promotion-activities');
  return { ...whole, projects: projects.map((project) => ({ ...project, stage: 'landed' as const })), goals };
}

let world: World;
let plan: Plan;
let codes: readonly string[];
beforeAll(async () => {
  plan = await tenProjects();
  codes = plan.projects.map(({ code }) => code);
  world = await openWorld(plan);
});
afterAll(() => world.close());

const read = async (day: string, knownAt: Instant = 0, said = false) => {
  const digest = computeDigest(await readSlot(world, localDay(day), knownAt), { of: 'plan' });
  const showing = { language: 'zh', private: true, past: true, late: false, corrections: [] } as const;
  return {
    numbers: digestNumbers(digest),
    text: said ? plainLines(digestPosts(digest, showing).top.blocks) : '',
  };
};
const text = async (day: string) => (await read(day, 0, true)).text;
const value = async (day: string, name: string, knownAt: Instant = 0) =>
  (await read(day, knownAt)).numbers[name]?.value;
const start = (code: string | undefined, on: string, when: Instant) =>
  world.report(code ?? '', '开工', { done: true, percent: 100, doneOn: localDay(on) }, when);

describe('an obstacle of a past digest', () => {
  const act = async (id: number, done: Act, when: Instant) => {
    const owner = await world.person('hezhiyuan');
    const { holderId } = await world.opened.client.obstacle.findUniqueOrThrow({ where: { id } });
    const held = await world.store.people.byId(world.program.id, holderId ?? 0, world.job(when).today);
    const by = done.do === 'return' ? owner : (held?.person ?? owner);
    const moved = await move(world.ctx(by, when), id, null, done);
    if (moved.kind !== 'moved') throw new Error(JSON.stringify(moved));
  };

  it('is as it was then, though its clearing was returned since (W3)', async () => {
    const project = await world.opened.client.project.findFirstOrThrow({ where: { code: 'P-001' } });
    const flagged = await flagObstacle(
      world.ctx(await world.person('hezhiyuan'), world.at('2020-05-11', '10:00')),
      {
        projectId: project.id,
        milestoneId: null,
        kind: 'stumbling-block',
        matter: 'land',
        text: '用地批文没下来',
        help: null,
        since: localDay('2020-05-11'),
        urgentReason: null,
        refersTo: null,
        files: [],
      },
      false,
    );
    if (flagged.kind !== 'flagged') throw new Error(flagged.kind);
    const { id } = flagged.obstacle;
    await runDue(world.job(world.at('2020-05-13', '18:00')));
    await act(id, { do: 'resolve', what: '已批', rule: null }, world.at('2020-05-14', '09:00'));
    const cleared = await read('2020-05-14');
    expect((await read('2020-05-13')).numbers['lights.red']?.of).toContain('P-001');
    await act(id, { do: 'return', text: '批文没有送来' }, world.at('2020-05-15', '09:00'));
    expect((await read('2020-05-14')).numbers).toEqual(cleared.numbers);
    expect((await read('2020-05-14', world.at('2020-05-15', '10:00'))).numbers).toEqual(cleared.numbers);
    await act(id, { do: 'resolve', what: '已送达', rule: null }, world.at('2020-05-15', '10:00'));
    expect((await read('2020-05-13')).numbers['lights.red']?.of).toContain('P-001');
  });
});

describe('who was unreported in a past digest', () => {
  it('is so for ever, though the project was withdrawn since (W4)', async () => {
    const row = await world.opened.client.milestone.findFirstOrThrow({
      where: { name: '开工', project: { code: codes[9] ?? '' } },
      include: { project: true },
    });
    const days = ['2020-05-18', '2020-05-19', '2020-05-20', '2020-05-21'].map(localDay);
    for (const [index, on] of days.entries()) {
      const before = days[index - 1];
      if (before === undefined) continue;
      const ownerId = row.project.ownerId ?? 0;
      const item = { milestoneId: row.id, unitId: row.project.unitId, reason: 'overdue', paceFrom: null } as const;
      await world.store.prompts.add(world.program.id, on, before, world.at(on, '08:30'), [
        { personId: ownerId, more: 0, lapsed: [], actions: [], notes: [], items: [{ ...item, ownerId }] },
      ]);
    }
    expect((await read('2020-05-21')).numbers.unreported).toEqual({ value: 1, of: [codes[9]] });
    const withdrawn: LedgerChange = {
      kind: 'change-project',
      projectId: row.projectId,
      before: { standing: 'open' },
      after: { standing: 'withdrawn' },
      reason: '企业放弃投资',
    };
    const by = { workspaceId: 'T1', personId: null, at: world.at('2020-05-22', '09:00'), cause: 'withdrawn' };
    const applied = await world.store.transaction((tx) => tx.ledger.apply(world.program.id, [withdrawn], by));
    expect(applied.kind).toBe('done');
    for (const knownAt of [0, world.at('2020-05-22', '10:00')])
      expect((await read('2020-05-21', knownAt)).numbers.unreported).toEqual({ value: 1, of: [codes[9]] });
    await world.store.transaction((tx) => tx.ledger.undo(world.program.id, 'withdrawn', { ...by, cause: 'back' }));
  });
});

describe('a gate that has passed', () => {
  beforeAll(async () => {
    for (const code of codes.slice(0, 5)) await start(code, '2020-06-10', world.at('2020-06-10', '10:00'));
  });

  it('has no verdict on its day, and says until when reports about it count', async () => {
    expect(await value('2020-06-30', 'goals.start-rate.judgement')).toBe('today');
    expect(await text('2020-06-30')).toContain('今天开工、7月3日18:00前补报也算');
  });

  it('is missed the morning after with its number, and stays so day by day', async () => {
    expect(await value('2020-07-01', 'gate.start-rate.2020-06-30')).toBe('missed');
    expect(await text('2020-07-01')).toContain('未过关：6月30日项目开工率50%，要60%');
    expect(await text('2020-07-01')).toContain('补报收到7月3日18:00');
    expect(await text('2020-07-02')).toContain('未过关第2天：项目开工率50%，要60%');
    expect(await text('2020-08-20')).toContain('未过关第51天');
  });

  it('is judged by the day that a fact is about: a late start told within three working days changes it (W5)', async () => {
    const cause = await start(codes[5], '2020-06-30', world.at('2020-07-02', '11:00'));
    const { numbers } = await read('2020-07-02');
    expect(numbers['gate.start-rate.2020-06-30']).toEqual({ value: 'passed' });
    expect(numbers['gate.start-rate.2020-06-30.have']).toEqual({ value: 6, of: codes.slice(0, 6) });
    expect(numbers['gate.start-rate.2020-06-30.told']).toEqual({ value: '2020-07-02' });
    expect(await text('2020-07-02')).toContain('已过关：项目开工率6/10（补报7月2日）');
    expect(await text('2020-07-08')).toContain('已过关：项目开工率6/10');
    expect(await text('2020-07-10')).not.toContain('已过关');
    // What was posted stays as it was posted.
    expect(await value('2020-07-01', 'gate.start-rate.2020-06-30')).toBe('missed');
    expect(await value('2020-07-01', 'gate.start-rate.2020-06-30', world.at('2020-07-02', '12:00'))).toBe('missed');
    await world.undo(cause, world.at('2020-07-02', '18:30'));
    expect(await value('2020-07-03', 'gate.start-rate.2020-06-30')).toBe('missed');
  });

  it('what is told after those three days about its day comes too late for it', async () => {
    const cause = await start(codes[5], '2020-06-30', world.at('2020-07-03', '18:01'));
    const { numbers } = await read('2020-07-06');
    expect(numbers['gate.start-rate.2020-06-30']).toEqual({ value: 'missed' });
    await world.undo(cause, world.at('2020-07-06', '18:30'));
  });

  it('that was missed is met later, is told so for a week in one row, and stays a miss', async () => {
    await start(codes[5], '2020-07-07', world.at('2020-07-08', '10:00'));
    const { numbers } = await read('2020-07-09');
    expect(numbers['gate.start-rate.2020-06-30']).toEqual({ value: 'missed' });
    expect(numbers['gate.start-rate.2020-06-30.met']).toEqual({ value: '2020-07-07' });
    const said = await text('2020-07-09');
    expect(said).toContain('7月7日补过关：项目开工率6/10，晚7天');
    expect(said).not.toContain('未过关');
    expect(await text('2020-07-14')).toContain('7月7日补过关');
    expect(await text('2020-07-15')).not.toContain('补过关');
    expect(await value('2020-12-01', 'gate.start-rate.2020-06-30.met')).toBe('2020-07-07');
  });

  it('of a goal that is recorded is judged by the day that the value is about, too (W5)', async () => {
    const office = await world.person('renchangqing');
    const record = (number: number, on: string, when: Instant) =>
      recordGoal(world.ctx(office, when), 'promotion-activities', number, localDay(on));
    await record(20, '2020-05-29', world.at('2020-05-29', '10:00'));
    await record(35, '2020-06-29', world.at('2020-06-29', '10:00'));
    expect(await value('2020-07-01', 'gate.promotion-activities.2020-06-30')).toBe('missed');
    await record(37, '2020-07-01', world.at('2020-07-01', '09:00'));
    expect(await value('2020-07-01', 'gate.promotion-activities.2020-06-30')).toBe('missed');
    await record(40, '2020-06-30', world.at('2020-07-01', '10:00'));
    expect(await value('2020-07-01', 'gate.promotion-activities.2020-06-30')).toBe('passed');
    expect(await value('2020-07-01', 'gate.promotion-activities.2020-06-30.told')).toBe('2020-07-01');
  });
});
