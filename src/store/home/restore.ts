import { quoted, type Session, tablesOf } from './backup.js';
import { levelOf, readBackup, type Table } from './backup-format.js';
import { readMigrations } from './migrate.js';
import { StoreRefused } from './refused.js';

/** Rows, and characters of them, that are written at a time. */
const portion = { rows: 500, characters: 1_000_000 };

/**
 * Fills an empty store from a backup of either kind; `replace` empties it first. The whole file is read and checked before
 * the first row is written, and all is written in `session`'s one transaction: a file that is cut off, changed or of
 * another level leaves the store as it was. Throws an error that says what to do instead.
 */
export async function restoreFrom(
  file: string,
  session: Session,
  { replace }: { replace: boolean },
): Promise<{ rows: number }> {
  await checkLevel(file);
  const tables = await tablesOf(session);
  const release = await suspendRules(session, tables);
  if (replace) await session(`TRUNCATE ${tables.map(({ table }) => quoted(table)).join(', ')}`);
  else await refuseUnlessEmpty(session, tables);

  let rows = 0;
  let insert: ((some: readonly string[]) => Promise<void>) | null = null;
  let waiting: string[] = [];
  let characters = 0;
  const write = async () => {
    if (waiting.length > 0) await insert?.(waiting);
    rows += waiting.length;
    waiting = [];
    characters = 0;
  };
  for await (const line of readBackup(file)) {
    if ('table' in line) {
      await write();
      insert = await insertInto(session, line.table);
      for (const { name, last, called } of line.table.sequences) {
        await session('SELECT setval($1::regclass, $2::bigint, $3)', [name, last, called]);
      }
    } else if ('row' in line) {
      waiting.push(line.row);
      characters += line.row.length;
      if (waiting.length >= portion.rows || characters >= portion.characters) await write();
    }
  }
  await write();
  await release();
  return { rows };
}

/** Reads all of the file once, so that its checksum is known to fit, and compares the migrations. */
async function checkLevel(file: string): Promise<void> {
  const level = JSON.stringify(levelOf(await readMigrations()));
  for await (const line of readBackup(file)) {
    if ('head' in line && JSON.stringify(line.head.migrations) !== level) {
      const last = line.head.migrations.at(-1)?.name ?? 'none';
      throw new StoreRefused(
        `${file} was made by another version of this program (its last migration is ${last}). Restore it with that version, then start this one on the result.`,
      );
    }
  }
}

async function refuseUnlessEmpty(session: Session, tables: readonly Table[]): Promise<void> {
  for (const { table } of tables) {
    const [found] = await session(`SELECT EXISTS (SELECT FROM ${quoted(table)}) AS filled`);
    if (found?.filled) {
      throw new StoreRefused(
        `The store is not empty (there are rows in ${table}). Restore into a new one, or add --replace to empty this one first.`,
      );
    }
  }
}

/**
 * Takes foreign keys and triggers away until `release`, which puts the keys back and thereby checks every row. Whoever
 * owns the tables may do so; the server's own switch for it is for superusers only.
 */
async function suspendRules(session: Session, tables: readonly Table[]): Promise<() => Promise<void>> {
  const keys = await session(`
    SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS rule
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2`);
  for (const { table } of tables) await session(`ALTER TABLE ${quoted(table)} DISABLE TRIGGER USER`);
  for (const { table, name } of keys) await session(`ALTER TABLE ${String(table)} DROP CONSTRAINT ${String(name)}`);
  return async () => {
    for (const { table, name, rule } of keys) {
      await session(`ALTER TABLE ${String(table)} ADD CONSTRAINT ${String(name)} ${String(rule)}`);
    }
    for (const { table } of tables) await session(`ALTER TABLE ${quoted(table)} ENABLE TRIGGER USER`);
  };
}

async function insertInto(
  session: Session,
  { table, columns }: Table,
): Promise<(some: readonly string[]) => Promise<void>> {
  const found = await session(
    'SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0',
    [quoted(table)],
  );
  const types = new Map(found.map(({ name, type }) => [String(name), String(type)]));
  const values = columns.map((column, position) => `(line ->> ${position})::${types.get(column)}`);
  const text = `INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) OVERRIDING SYSTEM VALUE
    SELECT ${values.join(', ')} FROM jsonb_array_elements($1::jsonb) AS line`;
  return async (some) => {
    await session(text, [`[${some.join(',')}]`]);
  };
}
