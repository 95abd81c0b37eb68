import { defineConfig } from 'prisma/config';

// `prisma generate` asks for the native schema engine and would download it, although it never starts it: any existing
// file will do. Migrations are made and applied by src/store/migrate.ts, offline.
if (process.argv.includes('generate')) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
});
