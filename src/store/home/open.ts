import type pg from 'pg';
import type { Logger } from 'pino';
import { Prisma, PrismaClient } from '../generated/client.js';
import { backupTo, type Session } from './backup.js';
import { answerBackups } from './backups.js';
import { openEmbedded } from './embedded.js';
import { currentTransaction, EmbeddedAdapter } from './embedded-adapter.js';
import type { IntakeHome } from './intake-home.js';
import { removeJournal } from './journal.js';
import { lockFolder } from './lock.js';
import { applyMigrations, type Level, readMigrations } from './migrate.js';
import { restoreFrom } from './restore.js';
import { openServer } from './server.js';
import { tidy } from './tidy.js';

/** What the aggregate files write through: Prisma's client inside a transaction. */
export type Transaction = Prisma.TransactionClient;
/** The store as every other part knows it. */
export type Store = Awaited<ReturnType<typeof openStore>>;

export interface StoreOptions {
  /** A PostgreSQL server, or null for the embedded store. */
  databaseUrl: string | null;
  /** The embedded store's folder; null (without a server) keeps it in memory, for tests. */
  folder: string | null;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** A data folder as `dumpDataDir` gives it, taken where the embedded store does not exist yet. */
  snapshot?: Blob | undefined;
  /** Where it is only looked at: nothing in it is changed. */
  level?: Level | undefined;
  /** Told when the embedded store's disk fails: the program should end, and be started again once the disk is well. */
  onLost?: ((error: Error) => void) | undefined;
}

/**
 * For what may be done again: the statement does not wait for the disk, and is flushed with the next that does. The order
 * of the log stays, so nothing later survives what was before it. A flush costs more than all else that a statement does.
 */
const LAZILY = 'SET LOCAL synchronous_commit = off';

/** How often a transaction is tried again when it lost to another one at the same rows. */
const attempts = 4;

/**
 * Opens the store in one of its two homes, brought to the level of this program. Throws an error that says what to put
 * right: the folder is in use, the server is away, a migration does not fit.
 */
export async function openStore(options: StoreOptions) {
  const home =
    options.databaseUrl === null ? await embeddedHome(options) : await serverHome(options.databaseUrl, options);
  const client = new PrismaClient({ adapter: home.adapter, transactionOptions: { maxWait: 5_000, timeout: 20_000 } });
  const followUps = new WeakMap<Transaction, (() => void)[]>();
  const backup = (file: string): Promise<{ rows: number }> =>
    home.session('REPEATABLE READ READ ONLY', (session) => backupTo(file, session, new Date()));
  const stopAnswering = home.answerBackups(backup);

  return {
    /** Prisma's client, for single reads and writes; what belongs together goes through `transaction`. */
    client,
    kind: home.kind,

    /**
     * Runs `work` in one transaction and returns what it returns. It is run again when it lost a conflict, so it must
     * change nothing but the store. Inside, only the transaction that is handed in may be awaited: the embedded store
     * has one connection. `durable: 'soon'` is for what would be done again if it were lost with the power: the cause is
     * written down, and everything that leaves the house (posts.take) is flushed with what came before it.
     */
    async transaction<T>(
      work: (transaction: Transaction) => Promise<T>,
      {
        isolation,
        durable = 'at once',
      }: { isolation?: Prisma.TransactionIsolationLevel; durable?: 'at once' | 'soon' } = {},
    ): Promise<T> {
      for (let attempt = 1; ; attempt++) {
        const after: (() => void)[] = [];
        const scope = { open: true };
        try {
          const result = await client.$transaction(
            async (transaction) => {
              followUps.set(transaction, after);
              try {
                return await home.within(scope, async () => {
                  if (durable === 'soon') await transaction.$executeRawUnsafe(LAZILY);
                  return work(transaction);
                });
              } finally {
                scope.open = false;
              }
            },
            isolation ? { isolationLevel: isolation } : {},
          );
          for (const run of after) run();
          return result;
        } catch (error) {
          if (attempt === attempts || !isConflict(error)) throw error;
          await new Promise((resolve) => setTimeout(resolve, 10 * attempt ** 2 * (1 + Math.random())));
        }
      }
    },

    /** Runs `run` once the transaction is committed, and not when it is rolled back. */
    afterCommit(transaction: Transaction, run: () => void): void {
      const after = followUps.get(transaction);
      if (!after) throw new Error('This transaction was not begun by store.transaction, so its end cannot be known.');
      after.push(run);
    },

    /** Plain SQL for pg-boss, whose jobs bear being run again: several statements when there are no values, one otherwise. Its rows are the last statement's. */
    executeSql: home.executeSql,

    /** The embedded store's data folder as one file, for `snapshot` of a later open. A server's has pg_dump for that. */
    snapshot: home.snapshot,

    /** Writes all of the store, as of one moment, to `file`; for either home. Returns how many rows it holds. */
    backup,

    /**
     * Fills this store from a backup of either home, all or nothing. It must be empty, or be emptied by `replace`. Nobody
     * else may have it open; what waits to be sent gets its jobs at the next start.
     */
    async restore(file: string, options: { replace: boolean }): Promise<{ rows: number }> {
      const restored = await home.session('READ COMMITTED', (session) => restoreFrom(file, session, options));
      await home.removeJournal();
      return restored;
    },

    /** Where what arrives is written down before the store itself has it (store/intake.ts). */
    intakeHome: home.intakeHome,

    /** Has the embedded store flush what it was given; a server has flushed it by then. */
    checkpoint: home.checkpoint,

    /** Has the embedded store count what it holds and let go of what was changed; a server does it by itself. */
    tidy: home.tidy,

    /** The disk failed: nothing is answered any more. */
    lost: home.lost,

    async close(): Promise<void> {
      stopAnswering();
      await client.$disconnect();
      await home.close();
    },
  };
}

async function embeddedHome({ folder, log, snapshot, onLost, level }: StoreOptions) {
  const lose = (error: Error) => {
    log.error({ reason: error.message, cause: String(error.cause) }, 'the store is lost to this process');
    onLost?.(error);
  };
  const lock = folder === null ? null : await lockFolder(folder, lose);
  try {
    const database = await openEmbedded(folder, { snapshot, onLost: lose, lock });
    const adapter = new EmbeddedAdapter(database);
    try {
      const query = async (text: string) => (await database.query<Record<string, unknown>>(text)).rows;
      report(await applyMigrations(query, adapter, await readMigrations(), level), log);
      // PGlite learns the types of arrays once: those that the migrations made have to be told to it.
      await database.refreshArrayTypes();
      database.keepStatements();
    } catch (error) {
      await database.close();
      throw error;
    }
    const lazily = (text: string, values: unknown[]) =>
      database.transaction(async (transaction) => {
        await transaction.exec(LAZILY);
        return { rows: (await transaction.query<Record<string, unknown>>(text, values)).rows };
      });
    return {
      kind: 'embedded' as const,
      adapter,
      within: <T>(scope: { open: boolean }, run: () => Promise<T>): Promise<T> => currentTransaction.run(scope, run),
      async executeSql(text: string, values: unknown[] = []): Promise<{ rows: Record<string, unknown>[] }> {
        if (values.length > 0 || !severalStatements.test(text)) return lazily(text, values);
        // In a transaction even where the text has its own: when a statement of it fails, the one shared connection is
        // rolled back before anybody else's statement meets it.
        const results = await database.transaction((transaction) => transaction.exec(text));
        return { rows: results.at(-1)?.rows ?? [] };
      },
      session: <T>(mode: string, run: (session: Session) => Promise<T>): Promise<T> =>
        database.transaction(async (transaction) => {
          await transaction.exec(`SET TRANSACTION ISOLATION LEVEL ${mode}`);
          return run(async (text, values) => (await transaction.query<Record<string, unknown>>(text, values)).rows);
        }),
      snapshot: (): Promise<Blob> => database.dumpDataDir('none'),
      intakeHome: (lock === null
        ? { kind: 'memory' }
        : { kind: 'folder', folder: lock.folder, owner: lock.token }) as IntakeHome,
      checkpoint: () => database.checkpoint(),
      tidy: () => tidy(database),
      removeJournal: async (): Promise<void> => (folder === null ? undefined : removeJournal(folder)),
      lost: () => database.lost !== null,
      answerBackups: (write: (file: string) => Promise<{ rows: number }>) =>
        folder === null ? () => {} : answerBackups(folder, write),
      async close() {
        await database.close();
        await lock?.release();
      },
    };
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

async function serverHome(databaseUrl: string, { log, level }: StoreOptions) {
  const { pool, adapter, unhurried, openConnection } = await openServer(databaseUrl, log);
  try {
    const connection = await openConnection();
    try {
      // Replicas that start together migrate one after another; the lock goes with the connection.
      await connection.query('SELECT pg_advisory_lock($1)', [migrationLock]);
      const query = async (text: string) => (await connection.query<Record<string, unknown>>(text)).rows;
      const migrations = await readMigrations();
      report(await unhurried((adapter) => applyMigrations(query, adapter, migrations, level)), log);
    } finally {
      await connection.end();
    }
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    kind: 'server' as const,
    adapter,
    // A pool has other connections for what is asked beside a transaction; to know it, every promise would be watched.
    within: <T>(_scope: { open: boolean }, run: () => Promise<T>): Promise<T> => run(),
    async executeSql(text: string, values: unknown[] = []): Promise<{ rows: Record<string, unknown>[] }> {
      const result: pg.QueryResult | pg.QueryResult[] = await pool.query(text, values);
      return { rows: (Array.isArray(result) ? result.at(-1)?.rows : result.rows) ?? [] };
    },
    async session<T>(mode: string, run: (session: Session) => Promise<T>): Promise<T> {
      const connection = await openConnection();
      try {
        await connection.query(`BEGIN ISOLATION LEVEL ${mode}`);
        const result = await run(async (text, values) => (await connection.query(text, values)).rows);
        await connection.query('COMMIT');
        return result;
      } finally {
        // Without the COMMIT, the server rolls back when the connection ends.
        await connection.end();
      }
    },
    intakeHome: { kind: 'server', databaseUrl } as IntakeHome,
    checkpoint: () => Promise.resolve(),
    tidy: (): Promise<readonly string[]> => Promise.resolve([]),
    removeJournal: () => Promise.resolve(),
    lost: () => false,
    answerBackups: () => () => {},
    snapshot: async (): Promise<Blob> => {
      throw new Error('Only the embedded store has a data folder of its own to copy.');
    },
    async close() {
      await pool.end();
    },
  };
}

/** Any number that nothing else locks in this database: 'gongjian' on a telephone's keys. */
const migrationLock = 46645426;

/** A semicolon with something after it. One inside a string only costs a transaction. */
const severalStatements = /;\s*\S/;

function report(applied: string[], log: StoreOptions['log']): void {
  if (applied.length > 0) log.info({ migrations: applied }, 'the store was migrated');
}

/** Two transactions met at the same rows (40001) or waited for each other (40P01): running again is the cure. */
function isConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === 'P2034' || /\b(40001|40P01)\b/.test(JSON.stringify(error.meta ?? {}));
}
