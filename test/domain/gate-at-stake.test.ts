import { describe, expect, it } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import { atStake, dependingGates } from '../../src/domain/gate-at-stake.js';
import type { GoalRule, PlanGate, Stage } from '../../src/domain/plan.js';
import fc from '../support/properties.js';

const today = localDay('2020-06-17');
const goal = (rule: GoalRule, ...gates: readonly PlanGate[]) => ({
  name: { zh: '开工率', en: 'Start rate' },
  rule,
  gates,
});
const started = (...categories: string[]): GoalRule => ({ by: 'stage', categories, reached: 'started' });
const june: PlanGate = { on: localDay('2020-06-30'), value: 60 };
const september: PlanGate = { on: localDay('2020-09-30'), value: 100 };

const step = (id: number, due: string | null, stage: Stage | null, doneOn: string | null = null) => ({
  id,
  due: due === null ? null : localDay(due),
  doneOn: doneOn === null ? null : localDay(doneOn),
  stage,
});
const project = (...milestones: readonly ReturnType<typeof step>[]) => ({
  category: 'industrial',
  standing: 'open' as const,
  stage: 'landed' as Stage,
  milestones,
});
const land = step(1, '2020-05-31', null);
const start = step(2, '2020-06-25', 'started');
const end = step(3, '2021-06-30', 'completed');
const stakes = (to: string, of = project(land, start, end), which = 2, goals = [goal(started(), june, september)]) =>
  atStake(dependingGates(goals, of, which, today), localDay(to)).map(({ on }) => on);

describe('a gate that depends on a milestone', () => {
  it('is at stake when the new day passes it and the old one did not', () => {
    expect(stakes('2020-06-30')).toEqual([]);
    expect(stakes('2020-07-01')).toEqual(['2020-06-30']);
    expect(stakes('2020-10-01')).toEqual(['2020-06-30', '2020-09-30']);
  });

  it('does not depend on what brings no stage, a later one, or one that was reached', () => {
    expect(stakes('2020-12-31', undefined, 1)).toEqual([]);
    expect(stakes('2021-12-31', undefined, 3)).toEqual([]);
    expect(stakes('2020-12-31', { ...project(land, start, end), stage: 'started' })).toEqual([]);
  });

  it('depends on the first milestone that brings the stage: of a project without 开工, on the next', () => {
    expect(stakes('2020-12-31', project(land, step(3, '2020-06-20', 'completed')), 3)).toEqual([
      '2020-06-30',
      '2020-09-30',
    ]);
  });

  it('is not at stake once it is over, was missed by the old day already, or counts other categories', () => {
    const late = project(land, step(2, '2020-07-15', 'started'), end);
    expect(stakes('2020-12-31', late)).toEqual(['2020-09-30']);
    const past = [goal(started(), { on: localDay('2020-05-31'), value: 40 }, june)];
    expect(stakes('2020-07-31', undefined, 2, past)).toEqual(['2020-06-30']);
    expect(stakes('2020-12-31', undefined, 2, [goal(started('backbone'), june)])).toEqual([]);
    expect(stakes('2020-12-31', { ...project(land, start, end), standing: 'withdrawn' as never })).toEqual([]);
  });

  it('an earlier day never puts more at stake than a later one', () => {
    const day = fc
      .integer({ min: 18, max: 200 })
      .map((days) => localDay(new Date(Date.UTC(2020, 5, days)).toISOString().slice(0, 10)));
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [early, later] = one < other ? [one, other] : [other, one];
        expect(stakes(later)).toEqual(expect.arrayContaining(stakes(early)));
      }),
    );
  });
});
