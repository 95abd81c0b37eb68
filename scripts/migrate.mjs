// `new NAME` writes the migration that takes the present ones to prisma/schema.prisma; `check` fails when there is something
// to write. What Prisma has no word for (triggers, partial indexes, checks) is appended to the file by hand.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { EmbeddedAdapter } from '../dist/store/home/embedded-adapter.js';
import { applyMigrations, diffMigrations, prismaFolder, readMigrations } from '../dist/store/home/migrate.js';

const [command, name] = process.argv.slice(2);
if (!(command === 'check' || (command === 'new' && /^[a-z0-9_]+$/.test(name ?? '')))) {
  console.error('usage: node scripts/migrate.mjs check | new NAME   (NAME: small letters, digits and _)');
  process.exit(2);
}

const schema = readFileSync(join(prismaFolder, 'schema.prisma'), 'utf8');
const migrations = await readMigrations();
const database = new PGlite();
const adapter = new EmbeddedAdapter(database);
const script = await diffMigrations(adapter, migrations, schema);

if (command === 'new') {
  if (script === null) {
    console.log('The migrations agree with prisma/schema.prisma: nothing to write.');
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = join(prismaFolder, 'migrations', `${stamp}_${name}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(prismaFolder, 'migrations', 'migration_lock.toml'), 'provider = "postgresql"\n');
    writeFileSync(join(folder, 'migration.sql'), script);
    console.log(`Wrote ${join(folder, 'migration.sql')}`);
  }
} else {
  if (script !== null) {
    console.error(
      `prisma/schema.prisma asks for what no migration does. Run: node scripts/migrate.mjs new NAME\n\n${script}`,
    );
    process.exit(1);
  }
  const query = async (text) => (await database.query(text)).rows;
  const applied = await applyMigrations(query, adapter, migrations);
  console.log(`The ${applied.length} migrations apply and agree with prisma/schema.prisma.`);
}
await database.close();
