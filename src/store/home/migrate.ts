import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import { StoreRefused } from './refused.js';

/** The project's `prisma/` folder, from src/ and from dist/ alike. */
export const prismaFolder = fileURLToPath(new URL('../../../prisma/', import.meta.url));

/** One migration as Prisma keeps it: its folder's name, its SQL and what `_prisma_migrations` knows it by. */
export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** The migrations of `folder` (prisma/migrations), oldest first. */
export async function readMigrations(folder = join(prismaFolder, 'migrations')): Promise<Migration[]> {
  const entries = existsSync(folder) ? await readdir(folder, { withFileTypes: true }) : [];
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Whether a store is brought to this program's level, or looked at as it is. */
export type Level = 'ours' | 'as found';

/** It was to be looked at, and would have to be changed for it: this program's start does that. `empty`: nothing is in it. */
export class StoreOlder extends StoreRefused {
  constructor(readonly empty: boolean) {
    super(
      empty
        ? 'The store is empty: nothing was ever loaded into it.'
        : 'The store is of an older version of this program, and stays so: only a start of this version brings it to its level. Back up with the older version first.',
    );
  }
}

type Query = (text: string) => Promise<Record<string, unknown>[]>;

/**
 * Brings a store to the level of this program and returns the names of what was applied. The caller makes sure that
 * nobody else does so at the same time. Throws when a migration failed before, was changed after it was applied, or
 * comes from a newer program, or when this role may not make what is missing.
 * `level` 'as found': nothing is applied, and a store of another level is refused (StoreOlder).
 */
export async function applyMigrations(
  query: Query,
  adapter: SqlMigrationAwareDriverAdapterFactory,
  migrations: Migration[],
  level: Level = 'ours',
): Promise<string[]> {
  const applied = await readApplied(query);
  if (level === 'ours') await refuseWithoutRights(query, applied.length < migrations.length);
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of applied) {
    const migration = known.get(row.name);
    if (!migration) {
      throw new StoreRefused(
        `The store was migrated by a newer version of this program (${row.name}). Install that version, or restore a backup of this one.`,
      );
    }
    if (!row.finished) {
      throw new StoreRefused(
        `The migration ${row.name} began and did not finish. Restore a backup, or mend it and finish it by hand.`,
      );
    }
    if (row.checksum !== migration.checksum) {
      throw new StoreRefused(
        `The migration ${row.name} was changed after it was applied. Put its file back as it was.`,
      );
    }
  }
  if (level === 'as found' && applied.length < migrations.length) throw new StoreOlder(applied.length === 0);
  // Loading the engine takes longer than everything else here; a store that is up to date does without.
  if (applied.length === migrations.length) return [];
  const engine = await openEngine(adapter);
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: listFor(migrations), filters });
  return appliedMigrationNames;
}

/** Tables stand in the schema public; pg-boss makes a schema of its own at the first start. */
async function refuseWithoutRights(query: Query, tablesAreMissing: boolean): Promise<void> {
  const [found] = await query(`
    SELECT quote_ident(current_user) AS role, quote_ident(current_database()) AS "database",
      has_schema_privilege(to_regnamespace('public')::oid, 'USAGE') AND has_schema_privilege(to_regnamespace('public')::oid, 'CREATE') AS tables,
      to_regnamespace('pgboss') IS NOT NULL OR has_database_privilege(current_database(), 'CREATE') AS jobs`);
  const lacks = (tablesAreMissing && found?.tables === false) || found?.jobs === false;
  if (!lacks) return;
  const { role, database } = found;
  throw new StoreRefused(
    `The role ${role} may not make its tables in the database ${database}. Make it the owner: ALTER DATABASE ${database} OWNER TO ${role}; or, in that database: GRANT CREATE ON DATABASE ${database} TO ${role}; GRANT USAGE, CREATE ON SCHEMA public TO ${role};`,
  );
}

async function readApplied(query: Query): Promise<{ name: string; checksum: string; finished: boolean }[]> {
  const [found] = await query("SELECT to_regclass('_prisma_migrations')::text AS known");
  if (!found?.known) return [];
  const rows = await query(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
  );
  return rows.map((row) => ({
    name: String(row.migration_name),
    checksum: String(row.checksum),
    finished: row.finished_at !== null,
  }));
}

/**
 * The SQL that would take a database with all `migrations` to `schema` (the text of schema.prisma), or null when they
 * agree already. It is worked out on databases in memory: Prisma's shadow must never be a live one.
 */
export async function diffMigrations(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  migrations: Migration[],
  schema: string,
): Promise<string | null> {
  const engine = await openEngine(adapter, schema);
  const result = await engine.diff({
    from: { tag: 'migrations', ...listFor(migrations) },
    to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
    script: true,
    exitCode: true,
    filters,
  });
  return result.exitCode === 2 ? (result.stdout ?? '') : null;
}

/** pg-boss keeps its tables in a schema of its own, which Prisma does not look at. */
const filters = { externalTables: [], externalEnums: [] };

const listFor = (migrations: Migration[]) => ({
  baseDir: join(prismaFolder, 'migrations'),
  lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
  shadowDbInitScript: '',
  migrationDirectories: migrations.map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
  })),
});

/** The compiler's library without the browser's does not know it. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

/** Engines that were opened. Each is kept: freed with its last answer still on the way, it panics. */
const engines: unknown[] = [];
let background: Promise<typeof import('@prisma/schema-engine-wasm/schema_engine_bg')> | undefined;

async function openEngine(adapter: SqlMigrationAwareDriverAdapterFactory, schema?: string) {
  background ??= loadEngine();
  const { SchemaEngine } = await background;
  const text = schema ?? (await readFile(join(prismaFolder, 'schema.prisma'), 'utf8'));
  const engine = await SchemaEngine.new(
    { datamodels: [['schema.prisma', text]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  engines.push(engine);
  return engine;
}

/** Prisma's schema engine as WebAssembly, once a process: the native one is a download from outside the npm registry. */
async function loadEngine() {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const module = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasm = await readFile(join(dirname(module), 'schema_engine_bg.wasm'));
  // Where the engine leaves the words of a panic; without it they are replaced by a TypeError of its own.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string) {
        throw new Error(`Prisma's schema engine failed: ${message}`);
      },
    },
  });
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': engine });
  engine.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
  return engine;
}
