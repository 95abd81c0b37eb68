import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import { compareRequests } from '../../src/domain/factor.js';
import type { Ctx } from '../../src/feature.js';
import { homeFactors } from '../../src/features/factor/home.js';
import { seenPools } from '../../src/features/factor/read.js';
import { overview, showPool, turnPage } from '../../src/features/factor/see.js';
import { whatIf } from '../../src/features/factor/what-if.js';
import type { Database } from '../../src/store/database.js';
import { factorsIn } from '../../src/store/factors.js';
import { Prisma } from '../../src/store/generated/client.js';
import { dongE, openWorld, type World } from '../features/digest/world.js';
import { fillProgram } from '../support/large-county.js';

/** Ten thousand requests over fifty pools, one of them with three hundred: lists, all pools and a home tab in 300 ms, and no statement for each of anything. */
const POOLS = 50;
const EACH = 200;
const LARGE = 300;
const LIST_MS = 300;
/** What looks at all ten thousand, where the machine is too busy for that: so many times their bare reading. */
const WHOLE_TIMES = 8;
const WHOLE_MS = 1_000;

let world: World;
let ctx: Ctx;
let large: number;

beforeAll(async () => {
  world = await openWorld(await dongE());
  const { client } = world.opened;
  await fillProgram(world.opened, world.program.id, { projects: LARGE, reports: 0, from: '2020-06-01' });
  const coordinator = await world.anyone('coordinator');
  ctx = world.ctx(coordinator, world.at('2020-06-17', '10:00'));
  await client.$executeRaw`
    INSERT INTO factor_pool ("programId", factor, part) SELECT ${world.program.id}, 'land', '池' || n FROM generate_series(1, ${POOLS}::int) n`;
  await client.$executeRaw`
    INSERT INTO factor_batch ("poolId", amount, "fromDay", "openedById", "openedAt", cause)
    SELECT f.id, 5000000, to_char(date '2020-06-01' + n * 10, 'YYYY-MM-DD'), ${coordinator.id}, now(), 'b' || n FROM factor_pool f, generate_series(0, 3) n`;
  await client.$executeRaw`
    INSERT INTO factor_request ("programId", "poolId", "projectId", amount, divisible, "askedById", "askedAt", cause)
    SELECT ${world.program.id}, f.id, p.id, 10000 * (1 + (p.id * 7919 + f.id) % 97), p.id % 5 = 0, ${coordinator.id}, now(), f.id || ':' || p.id
    FROM factor_pool f, (SELECT id, row_number() OVER (ORDER BY id) AS at FROM project WHERE code LIKE 'L-%') p
    WHERE p.at <= CASE WHEN f.part = '池1' THEN ${LARGE}::int ELSE ${EACH}::int END`;
  await client.$executeRawUnsafe('ANALYZE');
  large = (await client.factorPool.findFirstOrThrow({ where: { part: '池1' } })).id;
}, 120_000);
afterAll(() => world.close());

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Actual Loops'?: number; Plans?: Plan[] };
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** Pools and requests, with the plan of every statement that is run for them. */
function explained(database: Database) {
  const plans: Plan[] = [];
  const watched = {
    $queryRaw: async (strings: TemplateStringsArray, ...values: unknown[]) => {
      const statement = Prisma.sql(strings, ...values);
      const [row] = await database.$queryRawUnsafe<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(
        `EXPLAIN (ANALYZE, FORMAT JSON) ${statement.text}`,
        ...statement.values,
      );
      const plan = row?.['QUERY PLAN'][0]?.Plan;
      if (plan !== undefined) plans.push(plan);
      return database.$queryRawUnsafe(statement.text, ...statement.values);
    },
  };
  return { factors: factorsIn(watched as unknown as Database), plans };
}

/** The quickest of a few: what a busy machine adds is not ours. */
async function quickest(work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const began = performance.now();
    await work();
    took.push(performance.now() - began);
  }
  return Math.min(...took);
}

test('the pools and all who wait are two statements, and no table is walked once for each', async () => {
  const { factors, plans } = explained(world.opened.client);
  const { facts, obstacles } = ctx.store;
  const pools = await seenPools(ctx, { factors, facts, obstacles });
  expect(pools.map(({ lines }) => lines.length)).toEqual([LARGE, ...Array.from({ length: POOLS - 1 }, () => EACH)]);
  expect(plans).toHaveLength(2);
  const walked = plans
    .flatMap(nodes)
    .filter((node) => node['Node Type'] === 'Seq Scan' && (node['Actual Loops'] ?? 0) > 1)
    .map((node) => node['Relation Name']);
  // Tables of a page or two are read whole; whatever grows with requests and projects is found by an index, once a project.
  expect(walked.filter((relation) => relation === 'milestone' || relation?.startsWith('factor_request'))).toEqual([]);
  const milestones = plans.flatMap(nodes).filter((node) => node['Relation Name'] === 'milestone');
  const projects = await world.opened.client.project.count();
  for (const node of milestones) expect(node['Actual Loops']).toBeLessThanOrEqual(projects);
  for (const { lines } of pools)
    for (const [at, { request }] of lines.entries()) {
      const next = lines[at + 1];
      if (next !== undefined) expect(compareRequests(request, next.request)).toBeLessThan(0);
    }
}, 60_000);

test('a list of ten thousand requests takes less than 300 ms, and so do all pools and a home tab', async () => {
  expect(JSON.stringify(await showPool(ctx, { factor: 'land', part: '池1' }))).toContain(`${LARGE}家要`);
  const owner = world.ctx(await world.person('jiangpeng'), ctx.now);
  const took = {
    list: await quickest(() => turnPage(ctx, { pool: large, offset: 0 }, 'see')),
    page: await quickest(() => turnPage(ctx, { pool: large, offset: 100 }, 'choose')),
    named: await quickest(() => showPool(ctx, { factor: 'land', part: '池1' })),
  };
  for (const [what, ms] of Object.entries(took)) expect([what, ms < LIST_MS]).toEqual([what, true]);
  const whole = {
    overview: await quickest(() => overview(ctx)),
    home: await quickest(() => homeFactors(ctx)),
    ownHome: await quickest(() => homeFactors(owner)),
  };
  const bare = await quickest(() => world.opened.client.$queryRaw`SELECT json_agg(r) AS rows FROM factor_request r`);
  for (const [what, ms] of Object.entries(whole))
    expect([what, ms < Math.min(WHOLE_MS, Math.max(LIST_MS, bare * WHOLE_TIMES))]).toEqual([what, true]);
}, 60_000);

test('what 300 could otherwise have is found in two seconds, while others are answered', async () => {
  const [seen] = await seenPools(ctx, ctx.store, large);
  if (seen === undefined) throw new Error('no pool');
  let answered = 0;
  let going = true;
  const others = (async () => {
    while (going) {
      await new Promise((resolve) => setImmediate(resolve));
      answered += 1;
    }
  })();
  const gated = seen.lines.map((line) => ({ ...line, request: { ...line.request, gate: localDay('2020-06-30') } }));
  const began = performance.now();
  const found = await whatIf(ctx, { ...seen, lines: gated });
  expect(performance.now() - began).toBeLessThan(2_000);
  going = false;
  await others;
  // Of three hundred requests forty at a time.
  expect(answered).toBeGreaterThanOrEqual(7);
  expect(found.best.taken.length + found.best.left.length).toBe(LARGE);
  expect(found.best.taken.length).toBeGreaterThan(found.now.taken.length);
}, 60_000);
