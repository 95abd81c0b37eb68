import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, test } from 'vitest';
import { localDay } from '../../../src/domain/day.js';
import { totalCounts } from '../../../src/domain/prompt.js';
import { askOwners } from '../../../src/features/prompt/act/morning.js';
import { remindOwners } from '../../../src/features/prompt/act/reminder.js';
import { promptMessage } from '../../../src/features/prompt/view/message.js';
import { reminderMessage } from '../../../src/features/prompt/view/reminder.js';
import { dongE, openWorld, type World } from '../digest/world.js';

const MEGABYTE = 1024 * 1024;
const today = localDay('2020-06-17');

const round = (value: number) => Math.round(value * 10) / 10;

function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

let world: World | null = null;
afterEach(async () => {
  await world?.close();
  world = null;
});

/** `owners` people with a project of eight milestones each: some done, some due, some overdue; one in fifty is on leave. */
async function fill({ opened, program }: World, owners: number): Promise<void> {
  await opened.client.$transaction(
    async (client) => {
      await client.$executeRawUnsafe("SET LOCAL session_replication_role = 'replica'");
      await client.$executeRawUnsafe(
        `INSERT INTO person ("workspaceId", key, name, "nameEn", title, "slackUserId")
         SELECT $1, 'o-' || n, '责任人 ' || n, 'Owner ' || n, '{"zh":"科长","en":"Officer"}', 'UL' || n FROM generate_series(1, $2) n`,
        program.workspaceId,
        owners,
      );
      await client.$executeRawUnsafe(
        `INSERT INTO project ("programId", code, name, category, "focusArea", "unitId", "ownerId", "firstStage", stage, "startDay")
         SELECT $1, 'L-' || lpad(n::text, 5, '0'), '项目 ' || n, 'industrial', 'projects', u.id, o.id, 'landed', 'landed', '2020-03-01'
         FROM generate_series(1, $2) n JOIN person o ON o.key = 'o-' || n,
              LATERAL (SELECT id FROM unit WHERE "programId" = $1 ORDER BY id OFFSET n % 20 LIMIT 1) u`,
        program.id,
        owners,
      );
      await client.$executeRawUnsafe(
        `INSERT INTO milestone ("programId", "projectId", ordinal, name, due, percent, "doneOn", "reportedOn")
         SELECT $1, p.id, m, '节点 ' || m, to_char(date '2020-04-01' + m * 20 + p.id % 9, 'YYYY-MM-DD'),
                CASE WHEN m < 3 THEN 100 WHEN m < 5 THEN 40 END, CASE WHEN m < 3 THEN '2020-05-01' END, CASE WHEN m < 5 THEN '2020-06-08' END
         FROM project p, generate_series(0, 7) m WHERE p."programId" = $1 AND p.code LIKE 'L-%'`,
        program.id,
      );
      await client.$executeRawUnsafe(
        `INSERT INTO delegation ("programId", "personId", "delegateId", "fromDay", "toDay")
         SELECT $1, o.id, o.id + 1, '2020-06-15', '2020-06-19' FROM person o WHERE o.key LIKE 'o-%' AND o.id % 50 = 0`,
        program.id,
      );
    },
    { timeout: 300_000 },
  );
  await opened.client.$executeRawUnsafe('ANALYZE');
}

/** The embedded store runs in this process: its time is this process's, whatever else the machine does. */
const clockOf = ({ opened }: World): (() => number) =>
  opened.kind === 'server'
    ? () => performance.now() / 1000
    : () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6;

/** Seconds, and the most memory in use (MB over what was there before), that a morning and an afternoon take. */
async function cost(owners: number) {
  world = await openWorld(await dongE());
  await fill(world, owners);
  const seconds = clockOf(world);
  const collect = collector();
  const job = world.job(world.at(today, '08:30'));
  collect();
  const before = process.memoryUsage().heapUsed;
  let most = 0;
  /** A page is over: what is still in use is what the next one finds. */
  const watched: typeof promptMessage = (prompt, scene) => {
    if (prompt.id % 500 === 0) {
      collect();
      most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
    return promptMessage(prompt, scene);
  };
  const begun = seconds();
  await askOwners(job, today, watched);
  const asked = seconds();
  const afternoon = world.job(world.at(today, '15:00'));
  await remindOwners(afternoon, today, { prompt: promptMessage, reminder: reminderMessage });
  const reminded = seconds();
  const counts = totalCounts(
    await world.store.prompts.pages(world.program.workspaceId, `prompts:${world.program.id}:${today}`),
  );
  const posts = await world.opened.client.post.count({ where: { subject: { startsWith: 'prompt:' } } });
  await world.close();
  world = null;
  return {
    owners,
    morning: round(asked - begun),
    afternoon: round(reminded - asked),
    megabytes: Math.round(most / MEGABYTE),
    posts,
    ...counts,
  };
}

// A minute of filling: `GONGJIAN_COST=1 npx vitest run test/features/prompt/cost.test.ts`.
describe.runIf(process.env.GONGJIAN_COST)('the cost of a morning', () => {
  test('20,000 owners are asked in less than 20 s, and memory does not grow with them', {
    timeout: 900_000,
  }, async () => {
    const small = await cost(2_000);
    const large = await cost(20_000);
    process.stdout.write(`${JSON.stringify({ small, large }, null, 2)}\n`);
    expect(large.posts).toBe(large.people);
    expect(large.people).toBeGreaterThan(19_000);
    expect(large.morning).toBeLessThan(20);
    expect(large.megabytes).toBeLessThan(small.megabytes + 60);
  });
});
