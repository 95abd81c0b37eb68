import { describe, expect, it } from 'vitest';
import { earnedSlips } from '../../src/domain/slip-earned.js';
import { day, milestone, project } from './given.js';
import { calendar } from './obstacle-given.js';

const startRate = {
  name: { zh: '项目开工率', en: 'Start rate' },
  rule: { by: 'stage' as const, categories: ['industrial'], reached: 'started' as const },
  gates: [{ on: day('2020-06-30'), value: 60 }],
};
const on = (today: string, goals = [startRate]) => ({
  today: day(today),
  calendar,
  programFrom: day('2020-03-23'),
  reportingSince: day('2020-03-23'),
  blueWorkdays: 3,
  goals,
});
const step = (ordinal: number, name: string, due: string, more: Parameters<typeof milestone>[0] = {}) =>
  milestone({ ordinal, name, due: day(due), ...more });
const earned = (of: ReturnType<typeof project>, day: ReturnType<typeof on>) =>
  earnedSlips(of, day).map(({ milestone: { name }, colour }) => `${name} ${colour}`);

describe('what earns a slip by itself', () => {
  const p004 = project({
    code: 'P-004',
    milestones: [step(1, '立项', '2020-05-20', { percent: 100 }), step(2, '环评', '2020-07-15', { percent: 30 })],
  });

  it('P-004: nothing on 11 June (22 of 56 days, 30 %), yellow on 12 June, with what was expected rounded up', () => {
    expect(earnedSlips(p004, on('2020-06-11'))).toEqual([]);
    expect(earnedSlips(p004, on('2020-06-12'))).toMatchObject([
      { due: '2020-07-15', colour: 'yellow', behind: { pace: 41.1, behind: 11.1 } },
    ]);
  });

  it('nothing once it is overdue: a red one only a person issues', () => {
    expect(earned(p004, on('2020-07-15'))).toEqual(['环评 yellow']);
    expect(earned(p004, on('2020-07-16'))).toEqual([]);
  });

  it('nothing of a project that is paused or left', () => {
    for (const standing of ['paused', 'withdrawn'] as const)
      expect(earnedSlips({ ...p004, standing }, on('2020-06-12'))).toEqual([]);
  });

  const gated = project({
    milestones: [
      step(1, '施工许可', '2020-06-20', { percent: 90 }),
      step(2, '开工', '2020-06-29', { stage: 'started' }),
      step(3, '主体封顶', '2020-06-29'),
    ],
  });

  it('of a roadmap the first open step, and blue the one that a gate depends on; nobody is pressed for what has to wait', () => {
    expect(earned(gated, on('2020-06-19'))).toEqual([]);
    expect(earned(gated, on('2020-06-22'))).toEqual([]);
    expect(earned(gated, on('2020-06-23'))).toEqual(['开工 blue']);
    expect(earned(gated, on('2020-06-23', []))).toEqual([]);
    const late = { ...gated, milestones: gated.milestones.map((each) => ({ ...each, percent: 0 })) };
    expect(earned(late, on('2020-06-19'))).toEqual(['施工许可 yellow']);
  });

  it('not what later work proves done', () => {
    const proved = project({
      milestones: [
        step(1, '用地', '2020-03-01'),
        step(2, '开工', '2020-04-01', { percent: 100, doneOn: day('2020-04-01') }),
      ],
    });
    expect(earnedSlips(proved, on('2020-03-25'))).toEqual([]);
  });
});
