import { localDay } from '../../src/domain/day.js';
import type { Plan, PlanReview } from '../../src/domain/plan.js';

/** The weekly review of the model messages, on Tuesdays at nine. */
export const weeklyReview = {
  key: 'problem-supervision',
  name: { zh: '重点项目问题督办', en: 'Supervision of project problems' },
  short: { zh: '督办会', en: 'project problems' },
  every: 'week',
  day: 2,
  at: '09:00',
  from: localDay('2020-03-23'),
} as const satisfies PlanReview;

/** The seed's plan with these reviews alone. */
export const withReviews =
  (...reviews: readonly PlanReview[]) =>
  (seed: Plan): Plan => ({ ...seed, mechanisms: { ...seed.mechanisms, reviews } });
