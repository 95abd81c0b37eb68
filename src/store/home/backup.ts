import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { levelOf, type Table } from './backup-format.js';
import { syncPath } from './flush.js';
import { readMigrations } from './migrate.js';

/** One statement on a connection that nobody else uses meanwhile, inside one transaction. */
export type Session = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** Rows fetched at a time: what is in memory is a few of these, however large the store. */
const portion = 500;

/** Double quotes, as PostgreSQL wants a name that is not all small letters. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The tables of the store, without Prisma's own. Jobs are not among them: they are sent anew for what still waits. */
export async function tablesOf(session: Session): Promise<Table[]> {
  const rows = await session(`
    SELECT c.relname AS "table", a.attname AS "column", pg_get_serial_sequence(quote_ident(c.relname), a.attname) AS sequence
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
    ORDER BY c.relname, a.attnum`);
  const tables = new Map<string, Table>();
  for (const row of rows) {
    const name = String(row.table);
    const table = tables.get(name) ?? { table: name, columns: [], sequences: [] };
    table.columns.push(String(row.column));
    if (row.sequence !== null) {
      const [state] = await session(
        `SELECT last_value::text AS last, is_called AS called FROM ${String(row.sequence)}`,
      );
      table.sequences.push({ name: String(row.sequence), last: String(state?.last), called: state?.called === true });
    }
    tables.set(name, table);
  }
  return [...tables.values()];
}

/**
 * Writes all of the store, as it stands at one moment, to `file`. The file appears under its name only when it is whole.
 * `session` is inside a REPEATABLE READ transaction. Returns how many rows were written.
 */
export async function backupTo(file: string, session: Session, at: Date): Promise<{ rows: number }> {
  const head = { gongjian: 'backup', version: 1, at: at.toISOString(), migrations: levelOf(await readMigrations()) };
  let rows = 0;
  async function* lines(): AsyncGenerator<string> {
    const hash = createHash('sha256');
    const line = (text: string): string => {
      hash.update(text).update('\n');
      return `${text}\n`;
    };
    yield line(JSON.stringify(head));
    for (const table of await tablesOf(session)) {
      yield line(JSON.stringify(table));
      for await (const some of rowsOf(table, session)) {
        rows += some.length;
        yield some.map(line).join('');
      }
    }
    yield `${JSON.stringify({ rows, sha256: hash.digest('hex') })}\n`;
  }
  const part = `${file}.part`;
  try {
    await pipeline(Readable.from(lines()), createGzip(), createWriteStream(part, { mode: 0o600 }));
    syncPath(part);
    await rename(part, file);
    syncPath(dirname(file));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return { rows };
}

async function* rowsOf({ table, columns }: Table, session: Session): AsyncGenerator<string[]> {
  const values = columns.map((column) => `${quoted(column)}::text`).join(', ');
  await session(
    `DECLARE backup NO SCROLL CURSOR FOR SELECT to_json(ARRAY[${values}])::text AS line FROM ${quoted(table)}`,
  );
  for (;;) {
    const some = await session(`FETCH ${portion} FROM backup`);
    if (some.length === 0) break;
    yield some.map((row) => String(row.line));
  }
  await session('CLOSE backup');
}
