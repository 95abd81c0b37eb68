import { localDay } from '../../src/domain/day.js';
import type { Plan, PlanReview } from '../../src/domain/plan.js';
import type { County } from './county.js';

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

/** The coordinator's home tab at a moment, as it is read. */
export async function homeAt(county: County, at: string): Promise<string> {
  await county.clock({ set: `${at}:00+08:00` });
  await county.app.rest();
  await county.act('renchangqing', { do: 'home' });
  return ((await county.screen('renchangqing')) as unknown as { home: { lines: string[] } }).home.lines.join('\n');
}
