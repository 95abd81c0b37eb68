import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Transaction } from '../../src/store/home/open.js';
import { postsIn } from '../../src/store/posts.js';
import { reportsIn } from '../../src/store/reports.js';
import { openTestStore } from '../support/store.js';

const CHANNELS = 40;
const POSTS_EACH = 200;
const REPORTS = 3_000;
const turn = { now: Date.parse('2020-06-17T01:00:00Z'), burst: 3 };

let opened: Awaited<ReturnType<typeof openTestStore>>;

/** How many rows of a table a piece of work reads within its transaction. */
async function rowsRead(tx: Transaction, table: string, work: () => Promise<unknown>): Promise<number> {
  const read = async () => {
    const [row] = await tx.$queryRawUnsafe<{ read: number }[]>(
      `SELECT (seq_tup_read + coalesce(idx_tup_fetch, 0))::int AS read FROM pg_stat_xact_user_tables WHERE relname = '${table}'`,
    );
    return row?.read ?? 0;
  };
  const before = await read();
  await work();
  return (await read()) - before;
}

/** A year's posts that were sent, the same again that wait, and a milestone that was reported thousands of times. */
beforeAll(async () => {
  opened = await openTestStore();
  await opened.client.workspace.create({ data: { id: 'T1', name: 'county' } });
  await opened.client.$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe("SET LOCAL session_replication_role = 'replica'");
      for (const standing of ['posted', 'waiting'])
        await tx.$executeRawUnsafe(
          `INSERT INTO post ("workspaceId", "channelId", subject, body, standing, "sentVersion", ts, "createdAt")
           SELECT 'T1', 'C' || c, '${standing} ' || n || ' of ' || c, '{"text":"said","blocks":[]}', '${standing}',
             ${standing === 'posted' ? "1, c || '.' || n" : '0, NULL'}, '2020-06-17'
           FROM generate_series(1, ${POSTS_EACH}) n, generate_series(1, ${CHANNELS}) c`,
        );
      await tx.$executeRawUnsafe(
        `INSERT INTO milestone (id, "programId", "projectId", ordinal, name, "reportId", percent) VALUES (1, 1, 1, 1, '用地', ${REPORTS}, 50)`,
      );
      await tx.$executeRawUnsafe(
        `INSERT INTO report ("programId", "projectId", "milestoneId", "personId", percent, note, said, "onDay", "recordedAt", "countsAt", late, cause, ordinal)
         SELECT 1, 1, 1, 1, 50, '', '', '2020-06-17', at, at, false, 'c' || n, 0
         FROM generate_series(1, ${REPORTS}) n, LATERAL (SELECT timestamptz '2020-06-17' + n * interval '1 second' AS at) moment`,
      );
    },
    { timeout: 60_000 },
  );
}, 120_000);
afterAll(() => opened.close());

/** As long as nobody counted a table's rows, its plans are guesses; a county's first morning is such a time. */
describe.each(['before its tables were counted', 'afterwards'])('a long year, %s', (when) => {
  beforeAll(async () => {
    if (when !== 'afterwards') return;
    await opened.client.$executeRawUnsafe('ANALYZE');
  });

  test('the next post of a channel is found without those of others, and without those that were sent', async () => {
    await opened.transaction(async (tx) => {
      const posts = postsIn(tx);
      const taken: number[] = [];
      const read = await rowsRead(tx, 'post', async () => {
        const post = await posts.take('C1', turn);
        expect(post).toMatchObject({ channelId: 'C1', more: true });
        taken.push(post?.id ?? 0);
      });
      expect(read).toBeLessThan(20);
      for (const id of taken) await posts.release(id);
    });
  });

  test('a report asks nothing of what was reported before the last', async () => {
    await opened.transaction(async (tx) => {
      const read = await rowsRead(tx, 'report', async () => {
        const [locked] = await reportsIn(tx).lockMilestones(1, [1]);
        expect(locked?.saidAt).toEqual(new Date(Date.parse('2020-06-17') + REPORTS * 1_000));
      });
      expect(read).toBeLessThan(10);
    });
  });

  test('a line in a thread is written without a walk through all that was said', async () => {
    await opened.transaction(async (tx) => {
      const said = {
        workspaceId: 'T1',
        programId: null,
        channelId: 'C9',
        body: { text: 'said', blocks: [] },
        at: turn.now,
      };
      const line = { ...said, dedupeKey: `line ${when}`, parentId: 1 };
      expect(await rowsRead(tx, 'post', () => postsIn(tx).write(line))).toBeLessThan(20);
    });
  });
});

const embedded = process.env.DATABASE_URL ? describe.skip : describe;
embedded('the embedded store', () => {
  const counted = async (table: string) =>
    (
      await opened.client.$queryRawUnsafe<{ rows: number }[]>(
        `SELECT reltuples::int AS rows FROM pg_class WHERE relname = '${table}'`,
      )
    )[0]?.rows;
  const dead = async () =>
    (
      await opened.client.$queryRawUnsafe<{ dead: number }[]>(
        "SELECT n_dead_tup::int AS dead FROM pg_stat_user_tables WHERE relname = 'post'",
      )
    )[0]?.dead;

  test('counts what its tables hold and lets go of what was changed, once', async () => {
    await opened.client.post.updateMany({ where: { standing: 'waiting' }, data: { tries: 1 } });
    await expect.poll(dead, { timeout: 10_000 }).toBeGreaterThan(CHANNELS * POSTS_EACH - 1);
    expect(await opened.tidy()).toContain('post');
    expect(await counted('post')).toBeGreaterThanOrEqual(2 * CHANNELS * POSTS_EACH);
    expect(await dead()).toBe(0);
    expect(await opened.tidy()).toEqual([]);
  });

  test('finds what grew even where the counts were lost with a process that was killed', async () => {
    await opened.client.$executeRawUnsafe('SELECT pg_stat_reset()');
    expect(await opened.tidy()).toEqual([]);
    await opened.client.$executeRawUnsafe(
      `INSERT INTO payload (key, "workspaceId", kind, body, "receivedAt", "takenAt")
       SELECT 'k' || n, 'T1', 'command', '{}', now(), now() FROM generate_series(1, ${REPORTS}) n`,
    );
    await opened.client.$executeRawUnsafe('SELECT pg_stat_reset()');
    expect(await opened.tidy()).toEqual(['payload']);
    expect(await counted('payload')).toBe(REPORTS);
  });
});
