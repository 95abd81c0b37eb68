import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Plan } from '../../src/domain/plan.js';
import { dueFrom, heldReviews, slotsOf } from '../../src/domain/review.js';
import { planErrorWords, readPlanFile, seedPlan } from '../../src/plan/index.js';
import { workCalendar } from '../../src/time/calendar.js';
import { readHead } from '../../src/tools/replay/case.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongjian-mechanisms-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(text: string) {
  const path = join(folder, 'mechanisms.yaml');
  await writeFile(path, text);
  return readPlanFile(seedPlan, path);
}

it("mechanisms of another file take the place of a plan's own, and say which goals compute themselves", async () => {
  const result = await read(
    'mechanisms:\n  promotion: { activitiesPerLeaderPerMonth: 1, office: commerce }\n  slips: { automatic: true }\ngoals: { promotion-activities: activities }\n',
  );
  const { mechanisms, goals } = (result as { plan: Plan }).plan;
  expect(mechanisms).toMatchObject({ reviews: [], promotion: { office: 'commerce' }, slips: { automatic: true } });
  const own = Object.fromEntries(goals.map(({ key, rule }) => [key, rule]));
  expect(own['promotion-activities']).toEqual({ by: 'recorded', from: 'activities' });
  expect(own['funds-in-place']).toEqual({ by: 'recorded' });
});

it.each([
  [
    'mechanisms:\n  reviews:\n    - { key: a, name: { zh: 甲, en: A }, every: week, day: 9, at: "09:00" }\n',
    'mechanisms.yaml:3:59',
  ],
  ['mechanisms: {}\ngoals: { no-such: funds }\n', 'mechanisms.yaml:2:19'],
  ['- a\n', 'mechanisms.yaml:1:1'],
])('%j is refused with its own place', async (text, place) => {
  const result = await read(text);
  expect('errors' in result ? result.errors.map((each) => planErrorWords(each, 'zh')).join('\n') : '').toContain(place);
});

it('the year that is replayed has 136 reviews: 82 by the week, 36 by the half-month, 18 by the month', async () => {
  const { plan } = await readHead('replay/dong-e-2020', async (file, mechanisms) => {
    const result = await readPlanFile(file, mechanisms);
    if ('errors' in result) throw new Error(result.errors.map((each) => planErrorWords(each, 'zh')).join('\n'));
    return result.plan;
  });
  const calendar = workCalendar(plan.calendar);
  const counts = { week: 0, 'half-month': 0, month: 0 };
  for (const review of heldReviews(plan.mechanisms.reviews))
    counts[review.every] += slotsOf(review, dueFrom(review, plan.from), plan.to, calendar).length;
  expect(counts).toEqual({ week: 82, 'half-month': 36, month: 18 });
});
