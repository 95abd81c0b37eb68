import { describe, expect, it } from 'vitest';
import { becauseWords } from '../../src/domain/because.js';
import { evaluateGoal, type GoalContext, type Judged, stageDue } from '../../src/domain/goal.js';
import type { PlanGoal, Stage } from '../../src/domain/plan.js';
import { STAGES } from '../../src/domain/plan.js';
import type { ProjectState } from '../../src/domain/project.js';
import fc from '../support/properties.js';
import { day, milestone, project } from './given.js';

const startRate: PlanGoal = {
  key: 'start-rate',
  name: { zh: '项目开工率', en: 'Start rate' },
  focusArea: 'projects',
  measure: 'share',
  target: 100,
  rule: { by: 'stage', categories: ['industrial', 'infrastructure'], reached: 'started' },
  gates: [{ on: day('2020-06-30'), value: 60 }],
};
const on = (today: string, given: Partial<GoalContext> = {}): GoalContext => ({
  today: day(today),
  programFrom: day('2020-01-01'),
  programTo: day('2020-12-31'),
  recorded: 0,
  light: () => 'green',
  ...given,
});
const today = day('2020-06-17');
const why = (list: readonly Judged[], at: number, language: 'zh' | 'en') => {
  const judged = list[at];
  return judged === undefined ? undefined : becauseWords(judged.because, language, 2020, today);
};
const many = (count: number, stage: Stage, given: Partial<ProjectState> = {}) =>
  Array.from({ length: count }, (_, index) => project({ code: `${stage}-${index}`, stage, ...given }));

describe('a goal by stage', () => {
  it('counts what has reached the stage or a later one, and says why of every project', () => {
    const goal = evaluateGoal(
      startRate,
      [
        project({ code: 'P-001', stage: 'operating' }),
        project({ code: 'P-002', stage: 'landed', start: day('2020-06-25') }),
        project({ code: 'P-041', stage: 'started', category: 'intention' }),
      ],
      on('2020-06-17'),
    );
    expect(goal.counted.map(({ code }) => code)).toEqual(['P-001']);
    expect(goal.notCounted.map(({ code }) => code)).toEqual(['P-002']);
    expect(goal.shown).toBe(50);
    expect(why(goal.counted, 0, 'zh')).toBe('已投产');
    expect(why(goal.notCounted, 0, 'zh')).toBe('尚未开工（落地阶段），计划6月25日');
    expect(why(goal.notCounted, 0, 'en')).toBe('not started yet (landed), planned for 25 June');
  });

  it('28 of 47 leaves the gate of 60 % one project short', () => {
    const goal = evaluateGoal(startRate, [...many(28, 'started'), ...many(19, 'landed')], on('2020-06-17'));
    expect(goal.value).toEqual({ of: 'share', reached: 28, outOf: 47 });
    expect(goal.shown).toBe(59.57);
    expect(goal.nextGate).toMatchObject({ held: 'ahead', missing: 1 });
  });

  it('lets a withdrawn project leave the denominator with a reason, and a paused one stay', () => {
    const projects = [
      ...many(3, 'started'),
      project({ code: 'P-050', standing: 'withdrawn' }),
      project({ code: 'P-051', standing: 'paused' }),
    ];
    const goal = evaluateGoal(startRate, projects, on('2020-06-17'));
    expect(goal.value).toEqual({ of: 'share', reached: 3, outOf: 4 });
    expect(goal.left).toEqual([{ code: 'P-050', name: projects[3]?.name, because: { kind: 'withdrawn' } }]);
    expect(why(goal.notCounted, 0, 'zh')).toBe('已暂停，仍在目标之内');
  });

  it('has no next gate after the last one', () => {
    expect(evaluateGoal(startRate, many(1, 'started'), on('2020-06-30')).nextGate).not.toBeNull();
    expect(evaluateGoal(startRate, many(1, 'started'), on('2020-07-01')).nextGate).toBeNull();
  });

  it('knows when a stage is planned', () => {
    const begun = milestone({ name: '开工', due: day('2020-06-25'), stage: 'started' });
    const finished = milestone({ name: '竣工投产', due: day('2021-06-30'), stage: 'operating' });
    expect(stageDue(project({ start: day('2020-06-01'), milestones: [finished, begun] }), 'started')).toBe(
      '2020-06-25',
    );
    expect(stageDue(project({ start: day('2020-06-01'), milestones: [finished] }), 'started')).toBe('2020-06-01');
    expect(stageDue(project({ milestones: [begun] }), 'operating')).toBeNull();
  });
});

describe('a goal by light', () => {
  const goal: PlanGoal = {
    ...startRate,
    measure: 'projects',
    target: 20,
    rule: { by: 'light', categories: [], notWorseThan: 'amber' },
    gates: [],
  };

  it('counts what is not red once its start was due', () => {
    const projects = [
      project({ code: 'P-021', stage: 'started' }),
      project({ code: 'P-022', stage: 'started' }),
      project({ code: 'P-027', start: day('2020-06-30') }),
      project({ code: 'P-028', standing: 'paused' }),
    ];
    const lights = { 'P-021': 'amber', 'P-022': 'red', 'P-027': 'green' } as const;
    const state = evaluateGoal(
      goal,
      projects,
      on('2020-06-17', { light: ({ code }) => lights[code as keyof typeof lights] ?? null }),
    );
    expect(state.shown).toBe(1);
    expect(state.notCounted.map(({ code, because }) => [code, becauseWords(because, 'zh', 2020, today)])).toEqual([
      ['P-022', '红灯，要求不差于黄灯'],
      ['P-027', '计划6月30日开工，未到时间'],
      ['P-028', '已暂停，仍在目标之内'],
    ]);
  });
});

describe('goals in money', () => {
  const investment: PlanGoal = {
    ...startRate,
    measure: 'projects',
    rule: { by: 'investment', categories: [], atLeastPercent: 100 },
    gates: [],
  };

  it('count a project whose investment keeps pace with the year', () => {
    const projects = [
      project({ code: 'A', yearPlan: 3660, doneInvestment: 1680 }),
      project({ code: 'B', yearPlan: 3660, doneInvestment: 1679 }),
      project({ code: 'C', yearPlan: 3660 }),
      project({ code: 'D', yearPlan: null, doneInvestment: 1 }),
      project({ code: 'E', yearPlan: 100, doneInvestment: 0, start: day('2020-09-01') }),
    ];
    // 168 of 365 days lie between the first of January and the 17th of June.
    const state = evaluateGoal(investment, projects, on('2020-06-17'));
    expect(state.counted.map(({ code }) => code)).toEqual(['E']);
    const half = evaluateGoal(
      { ...investment, rule: { by: 'investment', categories: [], atLeastPercent: 99 } },
      projects,
      on('2020-06-17'),
    );
    expect(half.counted.map(({ code }) => code)).toEqual(['A', 'B', 'E']);
    expect(why(half.notCounted, 0, 'zh')).toBe('没有上报完成投资');
    expect(why(half.notCounted, 1, 'zh')).toBe('没有年度计划投资');
  });

  it('sum the figures, leaving out who reported none and who withdrew', () => {
    const sum: PlanGoal = {
      ...startRate,
      measure: '10k-yuan',
      target: 9000,
      rule: { by: 'figures', categories: [] },
      gates: [],
    };
    const state = evaluateGoal(
      sum,
      [
        project({ doneInvestment: 4200 }),
        project({ code: 'P-002', doneInvestment: null }),
        project({ code: 'P-003', doneInvestment: 100, standing: 'withdrawn' }),
      ],
      on('2020-06-17'),
    );
    expect(state.value).toEqual({ of: 'number', number: 4200 });
    expect(state.notCounted.map(({ code }) => code)).toEqual(['P-002']);
  });

  it('take what was recorded for the goal itself', () => {
    const funds: PlanGoal = { ...startRate, measure: '10k-yuan', target: 400_000, rule: { by: 'recorded' }, gates: [] };
    const state = evaluateGoal(funds, many(3, 'started'), on('2020-06-17', { recorded: 186_000 }));
    expect(state).toMatchObject({ shown: 186_000, counted: [], notCounted: [], left: [] });
  });
});

describe('whatever the projects', () => {
  const someProject = fc.record({
    stage: fc.constantFrom(...STAGES),
    standing: fc.constantFrom('open' as const, 'paused' as const, 'withdrawn' as const),
    category: fc.constantFrom('industrial', 'infrastructure', 'intention'),
  });

  it('each of the categories is counted, not counted or left, and stands in exactly one list', () => {
    fc.assert(
      fc.property(fc.array(someProject, { maxLength: 40 }), (given) => {
        const projects = given.map((each, index) => project({ ...each, code: `P-${index}` }));
        const { counted, notCounted, left, value } = evaluateGoal(startRate, projects, on('2020-06-17'));
        const listed = [...counted, ...notCounted, ...left].map(({ code }) => code).sort();
        expect(listed).toEqual(
          projects
            .filter(({ category }) => category !== 'intention')
            .map(({ code }) => code)
            .sort(),
        );
        expect(value).toEqual({ of: 'share', reached: counted.length, outOf: counted.length + notCounted.length });
      }),
    );
  });
});
