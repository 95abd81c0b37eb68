import pg from 'pg';

/** How long a query waits for a connection, in ms: Slack's three seconds are over by then. */
export const CONNECT_TIMEOUT_MS = 5_000;

/** How every connection to the server at `databaseUrl` is made. */
export const connectionTo = (databaseUrl: string): pg.PoolConfig => ({
  connectionString: databaseUrl,
  application_name: 'gongjian',
  connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  keepAlive: true,
  // Both Prisma adapters read timestamps as if the session's zone were UTC. Compiling a statement takes half a second,
  // which a large program's estimates ask for and none of its statements is worth.
  options: '-c timezone=UTC -c jit=off',
});

/** As much of a log as connecting needs; another thread's has no more. */
export type Warns = { warn(facts: object, text: string): void };

/** Without a listener, a connection that the server closes while idle would end the process; the pool makes a new one. */
export function openPool(config: pg.PoolConfig, log: Warns): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on('error', (error) => log.warn({ reason: error.message }, 'the database closed a connection'));
  return pool;
}
