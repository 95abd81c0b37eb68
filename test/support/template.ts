import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openJobs } from '../../src/jobs/open.js';
import { openStore } from '../../src/store/home/open.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The migrated store that every test file starts from: a snapshot's file, or the name of a database. */
    template: { kind: 'embedded'; file: string } | { kind: 'server'; url: string; database: string };
  }
}

const silent = { info() {}, warn() {}, error() {} };

/**
 * Makes the migrated store that test files copy: making one anew takes seconds, copying a tenth of one. DATABASE_URL says
 * in which home the tests run; its server needs the right to create databases.
 */
export default async function makeTemplate(project: TestProject): Promise<() => Promise<void>> {
  // `npm run check` runs what needs no store.
  if (process.env.GONGJIAN_TEST_WITHOUT_STORE) return async () => {};
  const url = process.env.DATABASE_URL;
  return url ? onServer(project, url) : inMemory(project);
}

async function inMemory(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'gongjian-template-'));
  const store = await openStore({ databaseUrl: null, folder: null, log: silent });
  const jobs = await openJobs({ store, log: silent });
  await jobs.stop();
  const file = join(folder, 'store.tar');
  await writeFile(file, Buffer.from(await (await store.snapshot()).arrayBuffer()));
  await store.close();
  project.provide('template', { kind: 'embedded', file });
  return () => rm(folder, { recursive: true });
}

async function onServer(project: TestProject, url: string): Promise<() => Promise<void>> {
  const database = `gongjian_template_${process.pid}`;
  const administer = async (statement: string) => {
    const client = new pg.Client(url);
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await administer(`CREATE DATABASE ${database}`);
  const address = new URL(url);
  address.pathname = `/${database}`;
  const store = await openStore({ databaseUrl: address.href, folder: null, log: silent });
  const jobs = await openJobs({ store, log: silent });
  await jobs.stop();
  await store.close();
  project.provide('template', { kind: 'server', url, database });
  return () => administer(`DROP DATABASE ${database} WITH (FORCE)`);
}
