import { type LocalDay, localDay } from '../../src/domain/day.js';
import type { LightContext } from '../../src/domain/light.js';
import { DEFAULT_LIGHT_POLICY } from '../../src/domain/light.js';
import type { MilestoneState } from '../../src/domain/milestone.js';
import type { ProjectState } from '../../src/domain/project.js';

/** Short makers of what the specs are about: only what a spec names differs from an ordinary project. */
export const day = localDay;

export function milestone(given: Partial<MilestoneState> = {}): MilestoneState {
  return {
    name: '主体封顶',
    ordinal: 1,
    due: day('2020-08-31'),
    percent: 0,
    doneOn: null,
    forecast: null,
    lastReportOn: null,
    stage: null,
    ...given,
  };
}

export function project(given: Partial<ProjectState> = {}): ProjectState {
  return {
    code: 'P-001',
    name: '瑞胶堂阿胶健康产业园一期项目',
    category: 'industrial',
    focusArea: 'projects',
    unit: 'economic-zone',
    owner: 'hezhiyuan',
    sponsor: 'qiuzhen',
    site: null,
    stage: 'landed',
    standing: 'open',
    start: null,
    end: null,
    totalInvestment: 35000,
    yearPlan: 18000,
    doneInvestment: null,
    milestones: [],
    ...given,
  };
}

export function on(today: string, given: Partial<LightContext> = {}): LightContext {
  return {
    today: day(today),
    programFrom: day('2020-01-01'),
    reportingSince: day('2020-03-23'),
    policy: DEFAULT_LIGHT_POLICY,
    ...given,
  };
}

export type { LocalDay };
