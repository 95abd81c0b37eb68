import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import type { Database } from '../../src/store/database.js';
import { factsIn } from '../../src/store/facts.js';
import { Prisma } from '../../src/store/generated/client.js';
import { dongE, openWorld, type World } from '../features/digest/world.js';
import { fillProgram } from '../support/large-county.js';

/** The bench looks at time; here the plans prove that no statement walks the history. */
const PROJECTS = 10_000;
const REPORTS = 2;

let world: World;

beforeAll(async () => {
  world = await openWorld(await dongE());
  await fillProgram(world.opened, world.program.id, { projects: PROJECTS, reports: REPORTS, from: '2020-06-01' });
}, 120_000);
afterAll(() => world.close());

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; Plans?: Plan[] };

/** The facts, with the plan of every statement that they run. */
function explained(database: Database) {
  const plans: Plan[] = [];
  const watched = {
    $queryRaw: async (strings: TemplateStringsArray, ...values: unknown[]) => {
      const statement = Prisma.sql(strings, ...values);
      const [row] = await database.$queryRawUnsafe<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(
        `EXPLAIN (FORMAT JSON) ${statement.text}`,
        ...statement.values,
      );
      const plan = row?.['QUERY PLAN'][0]?.Plan;
      if (plan !== undefined) plans.push(plan);
      return database.$queryRawUnsafe(statement.text, ...statement.values);
    },
  };
  return { facts: factsIn(watched as unknown as Database), plans };
}

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];
const reading = (plans: readonly Plan[], relation: string): string[] =>
  plans
    .flatMap(nodes)
    .filter((node) => node['Relation Name'] === relation)
    .map((node) => node['Node Type']);

test(`at ${PROJECTS} projects a past moment is read by index look-ups alone, in a fixed number of statements`, async () => {
  const { facts, plans } = explained(world.opened.client);
  const moment = world.at('2020-06-02', '18:00');
  const at = { moment, knownAt: moment };
  const projects = await facts.asOf(world.program, at);
  await facts.goals(world.program.id, at);
  await facts.changes(world.program.id, { after: world.at('2020-06-02', '12:00'), ...at });
  await facts.figuresChanges(world.program.id, { after: world.at('2020-06-02', '12:00'), ...at });
  await facts.firstReportDay(world.program);
  await facts.scopes(world.program.id);
  await facts.obstacles(world.program, moment);
  await facts.unreported(world.program.id, localDay('2020-06-02'), localDay('2020-05-29'), at);

  // One of them asks the log for what the ledger has changed since.
  expect(plans).toHaveLength(10);
  const large = projects.filter(({ code }) => code.startsWith('L-'));
  expect(large).toHaveLength(PROJECTS);
  expect(large.every(({ milestones }) => milestones.every(({ percent }) => percent === 1))).toBe(true);
  const reports = reading(plans, 'report');
  expect(reports.length).toBeGreaterThan(0);
  expect(reports.filter((node) => !node.startsWith('Index'))).toEqual([]);
  expect(reading(plans, 'milestone').filter((node) => node === 'Seq Scan')).toEqual([]);
}, 60_000);

test('the present is read without looking at a single report', async () => {
  const { facts, plans } = explained(world.opened.client);
  await facts.current(world.program, world.at('2020-06-17', '18:00'));
  expect(plans).toHaveLength(2);
  expect(reading(plans, 'report')).toEqual([]);
}, 60_000);
