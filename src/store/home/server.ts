import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Logger } from 'pino';
import { StoreRefused } from './refused.js';
import { connectionTo, openPool } from './server-connection.js';

/** How long one statement may run, in ms; a digest of the largest plan takes well under a second. */
const statementTimeout = 30_000;

/** PrismaPg that sends a script as it is: its own cuts it at every semicolon, those in a trigger's body too. */
class ScriptAdapter extends PrismaPg {
  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  }
}

/** More statements than the program has; texts that vary without end (lists of any length) are not named beyond it. */
const mostNamed = 600;

/** Names statements by their text: the server parses and plans each once a connection instead of at every call. */
function nameStatements(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= mostNamed) return '';
    const name = `g${names.size}`;
    names.set(sql, name);
    return name;
  };
}

/** Connections to a PostgreSQL server (13 or newer) at `databaseUrl`. Throws an error that says what to put right. */
export async function openServer(databaseUrl: string, log: Pick<Logger, 'warn'>) {
  const config = connectionTo(databaseUrl);
  const pool = openPool(
    {
      ...config,
      max: 10,
      idleTimeoutMillis: 60_000,
      statement_timeout: statementTimeout,
      idle_in_transaction_session_timeout: statementTimeout,
    },
    log,
  );
  try {
    const { rows } = await pool.query<{ version: number }>(
      "SELECT current_setting('server_version_num')::int AS version",
    );
    const version = rows[0]?.version ?? 0;
    if (version < 130_000) throw new Error(`its version is ${Math.floor(version / 10_000)}, and 13 or newer is needed`);
  } catch (error) {
    await pool.end();
    throw unreachable(databaseUrl, error);
  }
  return {
    pool,
    adapter: new PrismaPg(pool, {
      onPoolError: () => {},
      onConnectionError: () => {},
      statementNameGenerator: nameStatements(),
    }),
    /** Lets `migrate` work on connections of its own without a time limit. */
    async unhurried<T>(migrate: (adapter: PrismaPg) => Promise<T>): Promise<T> {
      const unhurriedPool = new pg.Pool({ ...config, max: 2 });
      try {
        return await migrate(new ScriptAdapter(unhurriedPool));
      } finally {
        await unhurriedPool.end();
      }
    },
    /** A connection of its own without a time limit, for migrations, backups and locks. The caller ends it. */
    openConnection: async (): Promise<pg.Client> => {
      const client = new pg.Client(config);
      client.on('error', (error) => log.warn({ reason: error.message }, 'the database closed a connection'));
      await client.connect().catch((error: unknown) => {
        throw unreachable(databaseUrl, error);
      });
      return client;
    },
  };
}

/** Says where and why, never the password. */
function unreachable(databaseUrl: string, error: unknown): Error {
  let place = 'the address in DATABASE_URL';
  try {
    const url = new URL(databaseUrl);
    place = `${url.hostname}:${url.port || '5432'}${url.pathname}`;
  } catch {
    // Not an address at all: the reason below says so.
  }
  const reasons = error instanceof AggregateError ? error.errors : [error];
  const reason = [...new Set(reasons.map((each) => (each instanceof Error ? each.message : String(each))))].join('; ');
  return new StoreRefused(
    `The database at ${place} cannot be used: ${reason}. Check that PostgreSQL runs there and that DATABASE_URL is right (postgresql://user:password@host:5432/name).`,
    { cause: error },
  );
}
