import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import type { Job, Sent, WorkedJob } from '../job.js';
import type { Store, Transaction } from '../store/home/open.js';
import { bossDatabase } from './boss-database.js';
import { everyMinute } from './ticks.js';
import { type Envelope, startWork } from './work.js';

/** The jobs as every other part knows them. */
export type Jobs = Awaited<ReturnType<typeof openJobs>>;

const deadLetters = 'dead';
/** Seconds between looks at the store, for what other replicas sent and what waited for its retry. pg-boss's least is 0.5. */
const pollingIntervalSeconds = 1;
/** Seconds between searches for jobs whose process was killed. */
const maintenanceIntervalSeconds = 10;
/** A replica says so often which jobs it runs, and is dead where it was silent for so many seconds. */
const renewEveryMs = 3_000;
const silentSeconds = 10;
/** Already in the past: pg-boss takes what starts *before* now, and PGlite's now moves in whole milliseconds. */
const atOnce = '-1 second';

/** Opens the jobs in the store: written down with what causes them, run within milliseconds, at least once. */
export async function openJobs({ store, log }: { store: Store; log: Pick<Logger, 'error' | 'warn'> }) {
  const database = bossDatabase(store, log);
  const boss = new PgBoss({
    db: database,
    schedule: false,
    maintenanceIntervalSeconds,
    archiveCompletedAfterSeconds: 3_600,
  });
  boss.on('error', (error) => log.error({ reason: error.message }, 'the jobs met an error'));
  await boss.start();
  if (store.kind === 'embedded') {
    // One process only: what an earlier one left running runs nowhere any more.
    await store.executeSql("UPDATE pgboss.job SET state = 'retry', start_after = now() WHERE state = 'active'", []);
  }
  const queues = new Set((await boss.getQueues()).map((queue) => queue.name));
  const works = new Map<string, Awaited<ReturnType<typeof startWork>>>();
  const onDead = new Map<string, (data: unknown) => Promise<void>>();
  /** A job may be waiting: one was sent, or failed and is run again. Of a server others may have sent some. */
  let stirred = true;
  const ticking: { stop(): Promise<void> }[] = [];
  const renewing = store.kind === 'server' ? setInterval(() => void renew(), renewEveryMs).unref() : undefined;

  async function renew(): Promise<void> {
    const active = [...works.values()].flatMap((work) => work.active());
    if (active.length === 0) return;
    await store
      .executeSql("UPDATE pgboss.job SET started_on = now() WHERE id = ANY($1::uuid[]) AND state = 'active'", [active])
      .catch((error: unknown) => log.warn({ err: error }, 'the jobs that run were not renewed'));
  }

  async function queue(name: string, options: Omit<PgBoss.Queue, 'name'>): Promise<void> {
    if (!queues.has(name)) await boss.createQueue(name, { name, ...options });
    else await boss.updateQueue(name, { name, ...options });
    queues.add(name);
  }

  async function insert(database: PgBoss.Db, envelope: Envelope, startAfter: number | string): Promise<void> {
    stirred = true;
    const { name, key } = envelope;
    // The queue keeps one waiting job a key, so that a job without one needs its own.
    const options = { db: database, startAfter, singletonKey: key ?? randomUUID() };
    for (let attempt = 0; attempt < 5; attempt++) {
      if (await boss.send(name, envelope, options)) return;
      // One is waiting already. Held until we commit, so that it is not run before what we write can be seen.
      const held = await database.executeSql(
        "SELECT id FROM pgboss.job WHERE name = $1 AND singleton_key = $2 AND state = 'created' FOR SHARE",
        [name, options.singletonKey],
      );
      if (held.rows.length > 0) return;
    }
    throw new Error(`The job ${name} could not be written down.`);
  }

  await queue(deadLetters, { policy: 'standard', retryLimit: 12, retryDelay: 1, retryBackoff: true });
  works.set(
    deadLetters,
    await startWork(boss, deadLetters, { concurrency: 1, pollingIntervalSeconds: 5 }, async ({ name, key, data }) => {
      log.error({ job: name, key }, 'a job failed for good');
      await onDead.get(name)?.(data);
    }),
  );

  return {
    /**
     * Sends a job within `transaction`: it exists when that commits, and only then, and is run at once. null sends it by
     * itself. While a job with the same `key` waits, another is not added. `after`: not before so many seconds.
     */
    async send<Data extends object>(
      transaction: Transaction | null,
      { name }: Job<Data>,
      data: Data,
      { key = null, after }: Sent = {},
    ): Promise<void> {
      const through = transaction ? inside(transaction) : database;
      if (!queues.has(name)) {
        // Nobody worked it yet. Made within the transaction: beside it, the embedded store would wait for itself.
        await through.executeSql('SELECT pgboss.create_queue($1, $2::json)::text', [
          name,
          JSON.stringify({ policy: 'short' }),
        ]);
      }
      await insert(through, { name, key, data }, after ?? atOnce);
      if (after !== undefined) return;
      const nudge = () => works.get(name)?.nudge();
      if (transaction) store.afterCommit(transaction, nudge);
      else nudge();
    },

    /** Runs the jobs of a kind in this process. */
    async work<Data extends object>({
      name,
      data,
      run: handle,
      onDead: tellDead,
      ...settings
    }: WorkedJob<Data>): Promise<void> {
      const { concurrency = 1, within = 45, retries = 12 } = settings;
      await queue(name, {
        policy: 'short',
        expireInSeconds: within,
        retryLimit: retries,
        retryDelay: 1,
        retryBackoff: true,
        deadLetter: deadLetters,
      });
      if (tellDead)
        onDead.set(name, async (dead) => {
          const read = data.safeParse(dead);
          if (read.success) await tellDead(read.data);
        });
      const run = async (envelope: Envelope) => {
        const result = await handle(data.parse(envelope.data));
        if (result) await insert(database, envelope, result.retryAfter);
      };
      works.set(name, await startWork(boss, name, { concurrency, pollingIntervalSeconds }, run));
    },

    /** Calls `tick` at the start of every minute of real time. */
    everyMinute(tick: () => Promise<void>): void {
      ticking.push(everyMinute(tick, log));
    },

    /**
     * Has the jobs run again that a killed replica was running, or whose end could not be written down. One that kills whoever runs it
     * is left, after its retries, to pg-boss, which buries it.
     */
    async takeUpAbandoned(): Promise<void> {
      await database.executeSql(
        `UPDATE pgboss.job SET state = 'retry', start_after = now() WHERE name = ANY($1) AND state = 'active'
           AND retry_count < retry_limit AND started_on < now() - make_interval(secs => $2)`,
        [[...works.keys()], silentSeconds],
      );
    },

    /** The keys of the jobs of a kind that wait. */
    async waiting<Data extends object>({ name }: Job<Data>): Promise<ReadonlySet<string>> {
      const { rows } = await database.executeSql(
        "SELECT singleton_key AS key FROM pgboss.job WHERE name = $1 AND state < 'active'",
        [name],
      );
      return new Set(rows.map(({ key }) => String(key)));
    },

    /** Resolves when no job is due and none is running in this process. Those that wait for a retry are not due. */
    async idle(): Promise<void> {
      const busy = () => database.underWay() > 0 || [...works.values()].some((work) => work.running() > 0);
      for (let quiet = 0; quiet < 2; ) {
        if (busy()) quiet = 0;
        else if (!stirred && store.kind === 'embedded') return;
        else {
          // Told before it is looked for: what is sent meanwhile stirs again.
          stirred = false;
          const { rows } = await store.executeSql(
            // Of one process only, what is taken is its own, though it may not have begun it yet.
            `SELECT name, bool_or(start_after < now()) AS due FROM pgboss.job
             WHERE name = ANY($1) AND (state < 'active' OR (state = 'active' AND $2)) GROUP BY name`,
            [[...works.keys()], store.kind === 'embedded'],
          );
          const due = rows.filter((row) => row.due === true);
          for (const row of due) works.get(String(row.name))?.nudge();
          if (rows.length > 0) stirred = true;
          quiet = due.length === 0 && !busy() ? quiet + 1 : 0;
          if (quiet < 2) stirred = true;
        }
        // Long enough for a worker that was just handed a job to have begun it.
        await sleep(5);
      }
    },

    /** Takes no more jobs, lets those that run end for up to `seconds`, and hands the rest back. */
    async stop({ seconds = 10 }: { seconds?: number } = {}): Promise<void> {
      clearInterval(renewing);
      await Promise.all(ticking.map((each) => each.stop()));
      await Promise.all([...works.keys()].map((name) => boss.offWork(name)));
      const busy = () => database.underWay() > 0 || [...works.values()].some((work) => work.running() > 0);
      for (const end = Date.now() + seconds * 1_000; busy() && Date.now() < end; ) await sleep(10);
      await boss.stop({ graceful: false, close: false });
      while (database.underWay() > 0) await sleep(5);
    },
  };
}

/** pg-boss's way into a Prisma transaction. */
function inside(transaction: Transaction): PgBoss.Db {
  return {
    async executeSql(text: string, values: unknown[]) {
      const plain = values.map((value) =>
        typeof value === 'object' && value !== null ? JSON.stringify(value) : (value ?? null),
      );
      return { rows: await transaction.$queryRawUnsafe<Record<string, unknown>[]>(text, ...plain) };
    },
  };
}
