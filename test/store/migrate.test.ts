import { createHash } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EmbeddedAdapter } from '../../src/store/home/embedded-adapter.js';
import { applyMigrations, type Migration, readMigrations, StoreOlder } from '../../src/store/home/migrate.js';
import { openStore } from '../../src/store/home/open.js';
import { keepingLog, newTestHome } from '../support/store.js';

let database: PGlite;
beforeEach(() => {
  database = new PGlite();
});
afterEach(() => database.close());

const query = async (text: string) => (await database.query<Record<string, unknown>>(text)).rows;
const apply = (migrations: Migration[]) => applyMigrations(query, new EmbeddedAdapter(database), migrations);
const migration = (name: string, sql: string): Migration => ({
  name,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
});
const first = migration('20200101000000_first', 'CREATE TABLE town (id int PRIMARY KEY);');
const second = migration(
  '20200102000000_second',
  "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no; never'; END $$;\nCREATE TRIGGER refuse BEFORE DELETE ON town FOR EACH ROW EXECUTE FUNCTION refuse();",
);

test('the project’s migrations apply once, in order, and not again', async () => {
  const migrations = await readMigrations();
  expect(await apply(migrations)).toEqual(migrations.map(({ name }) => name));
  expect(await apply(migrations)).toEqual([]);
});

test('a later migration is added to the earlier ones, with triggers whose body holds semicolons; not where it is only looked at', async () => {
  const look = (migrations: Migration[]) =>
    applyMigrations(query, new EmbeddedAdapter(database), migrations, 'as found');
  await expect(look([first])).rejects.toEqual(new StoreOlder(true));
  await apply([first]);
  expect(await look([first])).toEqual([]);
  await expect(look([first, second])).rejects.toEqual(new StoreOlder(false));
  expect(await apply([first, second])).toEqual([second.name]);
  await database.exec('INSERT INTO town VALUES (1)');
  await expect(database.exec('DELETE FROM town')).rejects.toThrow('no; never');
});

test('a migration that fails is named, and the next start says that it did not finish', async () => {
  const broken = migration('20200103000000_broken', 'CREATE TABLE village (id int); SELECT 1/0;');
  await expect(apply([first, broken])).rejects.toThrow(/division by zero/);
  expect((await query("SELECT to_regclass('village') AS found"))[0]?.found).toBeNull();
  await expect(apply([first, broken])).rejects.toThrow('20200103000000_broken began and did not finish');
});

test('a migration that was changed after it was applied is refused', async () => {
  await apply([first]);
  await expect(apply([migration(first.name, `${first.sql} -- changed`)])).rejects.toThrow(
    'was changed after it was applied',
  );
});

test('a store of a newer program is refused', async () => {
  await apply([first, second]);
  await expect(apply([first])).rejects.toThrow(`newer version of this program (${second.name})`);
});

test.runIf(process.env.DATABASE_URL)(
  'a role that may not make tables is told what to be given, in one line',
  async () => {
    const { options, remove } = await newTestHome();
    const address = new URL(options.databaseUrl ?? '');
    const name = address.pathname.slice(1);
    const role = `${name}_clerk`;
    const administrator = new pg.Client(address.href);
    await administrator.connect();
    await administrator.query(
      `CREATE ROLE ${role} LOGIN; DROP SCHEMA IF EXISTS pgboss CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public;`,
    );
    address.username = role;
    const open = () => openStore({ databaseUrl: address.href, folder: null, log: keepingLog() });
    const lacks = `The role ${role} may not make its tables in the database ${name}. Make it the owner: ALTER DATABASE ${name} OWNER TO ${role};`;
    await expect(open()).rejects.toThrow(lacks);
    // The tables would do; pg-boss's schema would not.
    await administrator.query(`GRANT USAGE, CREATE ON SCHEMA public TO ${role}`);
    await expect(open()).rejects.toThrow(lacks);
    await administrator.query(`GRANT CREATE ON DATABASE ${name} TO ${role}`);
    await (await open()).close();
    await administrator.end();
    await remove();
    const server = new pg.Client(process.env.DATABASE_URL);
    await server.connect();
    await server.query(`DROP ROLE ${role}`);
    await server.end();
  },
);

test.runIf(process.env.DATABASE_URL)('two replicas that start at once migrate once', async () => {
  const { options, remove } = await newTestHome();
  const emptied = await openStore({ ...options, log: keepingLog() });
  await emptied.executeSql('DROP SCHEMA public CASCADE; CREATE SCHEMA public;', []);
  await emptied.close();
  const logs = [keepingLog(), keepingLog(), keepingLog()];
  const stores = await Promise.all(logs.map((log) => openStore({ ...options, log })));
  expect(logs.flatMap((log) => log.lines.filter(({ message }) => message === 'the store was migrated'))).toHaveLength(
    1,
  );
  await Promise.all(stores.map((store) => store.close()));
  await remove();
});
