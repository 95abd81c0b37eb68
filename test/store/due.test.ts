import { afterAll, beforeAll, expect, test } from 'vitest';
import { DUE, dueValues } from '../../src/store/due.js';
import { assembleStore } from '../../src/store/index.js';
import { openTestStore } from '../support/store.js';

const PROGRAMS = 1_000;
const PROJECTS_EACH = 10;
const now = Date.parse('2020-06-17T01:00:00Z');

let opened: Awaited<ReturnType<typeof openTestStore>>;
let store: ReturnType<typeof assembleStore>;

/** A thousand counties of ten projects with an obstacle each: none of it is due before tomorrow, and a month of slots is done. */
beforeAll(async () => {
  opened = await openTestStore();
  store = assembleStore(opened, () => Promise.resolve());
  const tomorrow = `timestamptz '2020-06-18T01:00:00Z' + n * interval '1 second'`;
  await opened.client.$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe("SET LOCAL session_replication_role = 'replica'");
      for (const statement of [
        `INSERT INTO workspace (id, name) SELECT 'T' || n, 'county ' || n FROM generate_series(1, ${PROGRAMS}) n`,
        `INSERT INTO program ("workspaceId", key, name, year, "timeZone", "fromDay", "toDay", policy, "loadedAt")
         SELECT 'T' || n, 'p', '{}', 2020, 'Asia/Shanghai', '2020-03-01', '2020-12-31', '{}', '2020-03-01' FROM generate_series(1, ${PROGRAMS}) n`,
        `INSERT INTO obstacle ("programId", number, "projectId", kind, matter, text, since, rung, "raisedById", "recordedAt", "dueAt", cause)
         SELECT p.id, m, m, 'roadblock', 'other', '', '2020-06-01', 'unit', 1, '2020-06-01', ${tomorrow}, 'c' || m
         FROM program p, generate_series(1, ${PROJECTS_EACH}) m, LATERAL (SELECT p.id * 10 + m AS n) each`,
        `INSERT INTO delegation ("programId", "personId", "fromDay", "toDay", "tellAt", cause)
         SELECT p.id, n, '2020-06-18', '2020-06-19', CASE n WHEN 1 THEN ${tomorrow} END, 'c' || n FROM program p, generate_series(1, 5) n`,
        `INSERT INTO complaint ("programId", text, at, "tellAt", cause)
         SELECT p.id, '', '2020-06-01', CASE n WHEN 1 THEN ${tomorrow} END, 'c' || n FROM program p, generate_series(1, 5) n`,
        `INSERT INTO slip ("programId", number, "unitId", text, "issuedById", "issuedAt", standing, colour, "dueDay", "tellAt", cause)
         SELECT p.id, n, 1, '', 1, '2020-06-01', 'open', 'blue', '2020-07-01', CASE n WHEN 1 THEN ${tomorrow} END, 'c' || n FROM program p, generate_series(1, 5) n`,
        `INSERT INTO postponement ("programId", "projectId", "milestoneId", "toDay", reason, "askedById", "sponsorId", "askedAt", "tellAt", cause)
         SELECT p.id, 1, p.id * 10 + n, '2020-07-01', '', 1, 1, '2020-06-01', CASE n WHEN 1 THEN ${tomorrow} END, 'c' || n FROM program p, generate_series(1, 5) n`,
        `INSERT INTO account_request ("workspaceId", "programId", "slackUserId", said, "askedAt", "tellAt", cause)
         SELECT 'T', p.id, 'U' || n, '{}', '2020-06-01', CASE n WHEN 1 THEN ${tomorrow} END, 'c' || n FROM program p, generate_series(1, 5) n`,
        `INSERT INTO slot ("programId", job, slot, "sentAt", "dueAt", "doneAt")
         SELECT p.id, 'digest.digest', to_char(day, 'YYYY-MM-DD'), day, day, day + interval '1 minute'
         FROM program p, generate_series(timestamptz '2020-05-18T10:00:00Z', '2020-06-16T10:00:00Z', interval '1 day') day`,
      ])
        await tx.$executeRawUnsafe(statement);
    },
    { timeout: 120_000 },
  );
  await opened.client.$executeRawUnsafe('ANALYZE');
}, 180_000);
afterAll(() => opened.close());

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] };
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

test(`a tick over ${PROGRAMS} programs with ${PROGRAMS * PROJECTS_EACH} projects is one statement, and walks no table of theirs`, async () => {
  const [row] = await opened.client.$queryRawUnsafe<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(
    `EXPLAIN (FORMAT JSON) ${DUE}`,
    ...dueValues(now),
  );
  const plan = row?.['QUERY PLAN'][0]?.Plan;
  const read = plan ? nodes(plan).filter((node) => node['Relation Name'] !== undefined) : [];
  expect(read.length).toBeGreaterThanOrEqual(8);
  const walked = read.filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] !== 'program');
  expect(walked).toEqual([]);
  const rows = await store.due.byNow(now);
  expect(rows).toHaveLength(PROGRAMS);
  expect(rows.every(({ due }) => due.size === 0)).toBe(true);
});

test('finds of each kind what is due, and of slots what was late or did not end', async () => {
  const [one, two, three] = await store.due.byNow(now);
  await opened.client.$executeRawUnsafe(`UPDATE obstacle SET "dueAt" = '2020-06-17' WHERE "programId" = ${one?.id}`);
  await opened.client.$executeRawUnsafe(`UPDATE complaint SET "tellAt" = '2020-06-17' WHERE "programId" = ${one?.id}`);
  await opened.client.$executeRawUnsafe(`UPDATE slot SET "doneAt" = NULL WHERE "programId" = ${two?.id}`);
  await opened.client.$executeRawUnsafe(
    `UPDATE slot SET "doneAt" = "dueAt" + interval '16 minutes' WHERE "programId" = ${three?.id}`,
  );
  const due = new Map((await store.due.byNow(now)).map((each) => [each.id, [...each.due].sort()]));
  expect(due.get(one?.id ?? 0)).toEqual(['complaint', 'obstacle']);
  expect(due.get(two?.id ?? 0)).toEqual(['slot']);
  expect(due.get(three?.id ?? 0)).toEqual(['slot']);
  expect([...due.values()].filter((things) => things.length > 0)).toHaveLength(3);
});
