import { expect, test } from 'vitest';
import { readPlan } from '../../src/commands/load-plan.js';
import { readsEnglish, suggestedFirst, suggestedPeople } from '../../src/commands/what-to-try.js';
import { seedPlan } from '../../src/plan/index.js';

test('a visitor is shown one of each role first, somebody who reads English among them, with three things to try', async () => {
  const plan = await readPlan(seedPlan);
  const suggested = suggestedPeople(plan);
  const people = suggestedFirst(plan).slice(0, suggested.length);
  expect(people.map(({ key }) => key)).toEqual(suggested.map(({ key }) => key));
  const roles = people.flatMap((person) => person.roles.map(({ role }) => role));
  expect(new Set(roles)).toEqual(new Set(['official', 'unit-head', 'leader', 'commander', 'coordinator', 'viewer']));
  expect(people.filter(readsEnglish)).toHaveLength(1);
  for (const { tries } of suggested) expect([tries.zh.length, tries.en.length]).toEqual([3, 3]);
});
