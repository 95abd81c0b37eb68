import { describe, expect, it } from 'vitest';
import { evaluateGoal } from '../../src/domain/goal.js';
import { projectLight } from '../../src/domain/light.js';
import type { MilestoneState } from '../../src/domain/milestone.js';
import type { PlanGoal } from '../../src/domain/plan.js';
import type { ProjectState } from '../../src/domain/project.js';
import { shortestRescue } from '../../src/domain/rescue.js';
import fc from '../support/properties.js';
import { day, milestone, on, project } from './given.js';

const goal: PlanGoal = {
  key: 'start-rate',
  name: { zh: '项目开工率', en: 'Start rate' },
  focusArea: 'projects',
  measure: 'share',
  target: 100,
  rule: { by: 'stage', categories: [], reached: 'started' },
  gates: [{ on: day('2020-06-30'), value: 60 }],
};

function rescue(projects: readonly ProjectState[], of: PlanGoal = goal) {
  const state = evaluateGoal(of, projects, {
    today: day('2020-06-17'),
    programFrom: day('2020-01-01'),
    programTo: day('2020-12-31'),
    recorded: 0,
    light: () => 'red',
  });
  if (state.nextGate === null) throw new Error('no gate');
  const { projects: found, enough } = shortestRescue(
    of,
    state,
    state.nextGate,
    projects.map((each) => ({ project: each, lit: projectLight(each, on('2020-06-17')) })),
  );
  return { found: found.map(({ code, left }) => `${code} ${left}`), enough, missing: state.nextGate.missing };
}

const waiting = (code: string, due: string, given: Partial<MilestoneState> = {}, permit = true) =>
  project({
    code,
    milestones: [
      milestone({ name: '施工许可', ordinal: 1, due: day('2020-05-31'), percent: permit ? 100 : 0 }),
      milestone({ name: '开工', ordinal: 2, due: day(due), stage: 'started', ...given }),
    ],
  });
const started = (count: number) =>
  Array.from({ length: count }, (_, at) => project({ code: `S-${at}`, stage: 'started' }));

describe('the projects that would still bring a gate home', () => {
  it('are as many as are missing, the nearest first', () => {
    const projects = [
      ...started(2),
      waiting('P-003', '2020-06-25'),
      waiting('P-010', '2020-06-30', { percent: 50 }),
      waiting('P-012', '2020-06-20', {}, false),
    ];
    // 3 of 5 are needed, 2 have started.
    expect(rescue(projects)).toEqual({ found: ['P-010 1'], enough: true, missing: 1 });
  });

  it('leave out what is planned or forecast for later, and say when the rest is not enough', () => {
    const projects = [
      ...started(1),
      waiting('P-007', '2020-09-30'),
      waiting('P-010', '2020-06-30', { forecast: day('2020-07-10') }),
      waiting('P-012', '2020-07-31', { forecast: day('2020-06-29') }),
    ];
    expect(rescue(projects)).toEqual({ found: ['P-012 1'], enough: false, missing: 2 });
  });

  it('take the planned start where the ledger has no milestone for it', () => {
    const backbone = project({
      code: 'P-027',
      start: day('2020-06-30'),
      milestones: [
        milestone({ name: '环评', due: day('2020-05-31') }),
        milestone({ name: '设备安装', ordinal: 2, due: day('2020-12-31') }),
      ],
    });
    expect(rescue([...started(1), backbone])).toEqual({ found: ['P-027 2'], enough: true, missing: 1 });
  });

  it('leave out paused projects', () => {
    expect(rescue([...started(1), { ...waiting('P-003', '2020-06-25'), standing: 'paused' }])).toEqual({
      found: [],
      enough: false,
      missing: 1,
    });
  });

  it('are none for money that is recorded for the goal itself', () => {
    const money: PlanGoal = { ...goal, measure: '10k-yuan', target: 400_000, rule: { by: 'recorded' } };
    expect(rescue(started(1), money)).toEqual({ found: [], enough: false, missing: 60 });
  });

  it('come in the order of what is wanting for goals by investment', () => {
    const investment: PlanGoal = { ...goal, rule: { by: 'investment', categories: [], atLeastPercent: 100 } };
    const projects = [
      project({ code: 'A', yearPlan: 9000, doneInvestment: 1000 }),
      project({ code: 'B', yearPlan: 3000, doneInvestment: 1000 }),
    ];
    expect(rescue(projects, investment).found).toEqual(['B 2000', 'A 8000']);
  });

  it('of a goal by lights come by how near they are to one that counts, and not what begins after the gate', () => {
    const lights: PlanGoal = {
      ...goal,
      measure: 'projects',
      target: 9,
      rule: { by: 'light', categories: [], notWorseThan: 'amber' },
      gates: [{ on: day('2020-06-30'), value: 3 }],
    };
    const late = (code: string, percents: readonly number[], start = '2020-01-01') =>
      project({
        code,
        start: day(start),
        stage: 'started',
        milestones: percents.map((percent, ordinal) =>
          milestone({ name: `节点${ordinal}`, ordinal, due: day('2020-06-01'), percent }),
        ),
      });
    const projects = [
      late('A', [10, 90]),
      late('B', [40]),
      late('C', [95]),
      { ...late('D', [99]), stage: 'landed' as const, start: day('2020-07-01') },
    ];
    expect(rescue(projects, lights).found).toEqual(['C 1', 'B 1', 'A 2']);
  });

  it('are what brute force finds: the fewest that pass it, of those whose every step can be in time', () => {
    const days = fc.constantFrom('2020-05-31', '2020-06-20', '2020-06-30', '2020-07-01', '2020-09-30');
    const steps = fc.record({
      permit: fc.record({ due: days, percent: fc.constantFrom(0, 85, 100), forecast: fc.option(days) }),
      start: fc.record({ due: days, percent: fc.constantFrom(0, 55), forecast: fc.option(days) }),
    });
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 6 }), fc.nat(6), fc.constantFrom(40, 60, 100), (given, done, needed) => {
        const waitingOnes = given.map(({ permit, start }, index) =>
          project({
            code: `W-${index}`,
            milestones: [
              milestone({
                name: '施工许可',
                ordinal: 1,
                due: day(permit.due),
                percent: permit.percent,
                forecast: permit.forecast === null ? null : day(permit.forecast),
              }),
              milestone({
                name: '开工',
                ordinal: 2,
                due: day(start.due),
                percent: start.percent,
                stage: 'started',
                forecast: start.forecast === null ? null : day(start.forecast),
              }),
            ],
          }),
        );
        const projects = [...started(done), ...waitingOnes];
        const of = { ...goal, gates: [{ on: day('2020-06-30'), value: needed }] };
        if (projects.length === 0) return;
        const { found, enough, missing } = rescue(projects, of);
        // Every subset of those that can be in time: which is the smallest with which the gate is passed?
        const possible = given.flatMap(({ permit, start }, index) => {
          const last = (step: { due: string; forecast: string | null }) => step.forecast ?? step.due;
          const permitInTime = permit.percent === 100 || last(permit) <= '2020-06-30';
          return permitInTime && last(start) <= '2020-06-30' ? [`W-${index}`] : [];
        });
        const passes = (count: number) => (done + count) * 100 >= needed * projects.length;
        let fewest: number | null = null;
        for (let set = 0; set < 2 ** possible.length; set += 1) {
          const count = possible.filter((_, bit) => (set >> bit) % 2 === 1).length;
          if (passes(count) && (fewest === null || count < fewest)) fewest = count;
        }
        expect(enough).toBe(fewest !== null);
        if (fewest !== null) expect([found.length, missing]).toEqual([fewest, fewest]);
        for (const each of found) expect(possible).toContain(each.split(' ')[0]);
      }),
    );
  });
});
