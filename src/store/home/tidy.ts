import type { PGlite } from '@electric-sql/pglite';

/** So many rows, or so large a share of a table, and it is tidied: PostgreSQL's own measures, a little wider. */
const ROWS = 200;
const SHARE = 0.2;
/** What it counts of rows is forgotten when the process is killed; how large a table was when it was last tidied is not. */
const PAGES = 16;

/**
 * What a server does by itself and the embedded store does not: it lets go of rows that were changed since, and counts what its
 * tables hold. Without that a plan that was made while a table was empty is kept until the process ends, and goes through all
 * that has come into the table since. Answers the tables that it tidied; a table that changed little is left alone.
 */
export async function tidy(database: Pick<PGlite, 'query' | 'exec'>): Promise<readonly string[]> {
  const { rows } = await database.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_stat_user_tables s ON s.relid = c.oid
     WHERE greatest(s.n_mod_since_analyze, s.n_dead_tup) > $1 + $2 * greatest(c.reltuples, 0)
       OR pg_relation_size(c.oid) / current_setting('block_size')::int > $3 + (1 + $2) * c.relpages
     ORDER BY 1`,
    [ROWS, SHARE, PAGES],
  );
  for (const { name } of rows) await database.exec(`VACUUM (ANALYZE) ${name}`);
  return rows.map(({ name }) => name);
}
