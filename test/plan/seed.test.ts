import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../src/domain/plan.js';
import { planErrorWords, readPlanFile } from '../../src/plan/index.js';

const SEED = fileURLToPath(new URL('../../prisma/seed/dong-e-2020.yaml', import.meta.url));

let plan: Plan;
beforeAll(async () => {
  const result = await readPlanFile(SEED);
  if ('errors' in result) throw new Error(result.errors.map((error) => planErrorWords(error, 'en')).join('\n'));
  plan = result.plan;
});

const goal = (key: string) => plan.goals.find((each) => each.key === key);
const gates = (key: string) => goal(key)?.gates.map(({ on, value }) => `${on} ${value}`);

describe("the plan of Dong'e 2020", () => {
  it('has the 420: four categories of twenty, each with its goal of twenty', () => {
    for (const { key } of plan.categories) {
      expect(plan.projects.filter(({ category }) => category === key)).toHaveLength(20);
    }
    const twenties = plan.goals.filter(({ measure }) => measure === 'projects');
    expect(twenties.map(({ target }) => target)).toEqual([20, 20, 20, 20]);
  });

  it('has 60 % started by the end of June and all by the end of September, the followed intentions aside', () => {
    expect(gates('start-rate')).toEqual(['2020-06-30 60', '2020-09-30 100']);
    expect(goal('start-rate')?.rule).toEqual({
      by: 'stage',
      categories: ['industrial', 'backbone', 'infrastructure'],
      reached: 'started',
    });
  });

  it('has 4 billion yuan in place and 10 million dollars of foreign capital by the end of the year', () => {
    expect(goal('funds-in-place')).toMatchObject({ measure: '10k-yuan', target: 400_000 });
    expect(goal('foreign-capital')).toMatchObject({ measure: '10k-dollars', target: 1000 });
    expect([gates('funds-in-place'), gates('foreign-capital')]).toEqual([['2020-12-31 400000'], ['2020-12-31 1000']]);
  });

  it('has one activity a month of each leader, eight focuses, six ones, 1+3 parks, four factors, one trip', () => {
    const leaders = plan.people.filter(({ roles }) => roles.some(({ role }) => role === 'leader'));
    const { mechanisms } = plan;
    expect(mechanisms.promotion.activitiesPerLeaderPerMonth).toBe(1);
    expect(goal('promotion-activities')?.target).toBe(leaders.length * 9);
    expect(plan.focusAreas).toHaveLength(8);
    expect(mechanisms.reviews.map(({ every }) => every)).toEqual([
      'week',
      'week',
      'half-month',
      'half-month',
      'month',
      'month',
    ]);
    expect(plan.sites.map(({ main }) => main)).toEqual([true, false, false, false]);
    expect(mechanisms.factors.map(({ measure }) => measure)).toEqual(['亩', '万元', '吨标准煤', '吨']);
    expect(mechanisms.tripsPerApproval).toBe(1);
  });

  it('has the 80 projects of the ledger in its order, with dates, owners, sponsors and short names', () => {
    expect(plan.projects.map(({ code }) => code)).toEqual(
      Array.from({ length: 80 }, (_, index) => `P-${String(index + 1).padStart(3, '0')}`),
    );
    expect(plan.projects.filter(({ owner }) => owner === null).map(({ code }) => code)).toEqual(['P-053']);
    expect(plan.projects.filter(({ sponsor }) => sponsor === null).map(({ code }) => code)).toEqual(['P-077']);
    expect(plan.projects.filter(({ end }) => end === null).map(({ code }) => code)).toEqual(['P-058']);
    expect(plan.projects.every(({ nicknames, milestones }) => nicknames.length > 0 && milestones.length >= 4)).toBe(
      true,
    );
    const nicknames = plan.projects.flatMap((project) => project.nicknames);
    expect(new Set(nicknames).size).toBe(nicknames.length);
    expect(plan.projects.find(({ code }) => code === 'P-003')).toMatchObject({
      name: '恒硕新材装配式建筑构件生产基地项目',
      totalInvestment: 42000,
      yearPlan: 20000,
      start: '2020-06-25',
      problem: '32亩建设用地指标未落实',
      ledger: { on: '2020-05-25', doneInvestment: 0 },
    });
  });

  it('knows as finished, on its first day, only what was due before', () => {
    for (const { milestones, stage, start } of plan.projects) {
      for (const { due, doneOn } of milestones) {
        expect(doneOn).toBe(due !== null && due < plan.from ? due : null);
      }
      expect(stage === 'started').toBe(start !== null && start < plan.from);
    }
  });

  it('has a head and a channel for each of the 24 units that have projects', () => {
    const busy = plan.units.filter(({ key }) => plan.projects.some(({ unit }) => unit === key));
    expect(busy).toHaveLength(24);
    expect(busy.filter(({ head, channel }) => head === null || channel === null)).toEqual([]);
    expect(new Set(busy.map(({ head }) => head)).size).toBe(24);
  });

  it('has a commander, two coordinators, viewers, and two people who read English', () => {
    const holding = (role: string) =>
      plan.people.filter(({ roles }) => roles.some((held) => held.role === role)).map(({ name }) => name);
    expect(holding('commander')).toEqual(['雷霞']);
    expect(holding('coordinator')).toHaveLength(2);
    expect(holding('viewer')).toContain('Anna Keller');
    expect(plan.people.every(({ email }) => email?.endsWith('@dong-e.example'))).toBe(true);
  });

  it('posts its digest in Chinese to the leaders and in English to the other channel', () => {
    const digests = plan.channels.filter(({ digest }) => digest !== null);
    expect(digests.map(({ name, digest }) => [name, digest?.language, digest?.scope.of])).toEqual([
      ['全县调度', 'zh', 'plan'],
      ['assault-year', 'en', 'plan'],
    ]);
  });
});
