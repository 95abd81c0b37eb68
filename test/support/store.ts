import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { openStore, type Store, type StoreOptions } from '../../src/store/home/open.js';

/** A log that keeps what it is told, for tests to look at. */
export function keepingLog() {
  const lines: { level: 'info' | 'warn' | 'error'; fields: object; message: string }[] = [];
  const at = (level: 'info' | 'warn' | 'error') => (fields: object, message: string) => {
    lines.push({ level, fields, message });
  };
  // What is said at debug is nobody's to look for.
  const debug = () => {};
  return { lines, debug, info: at('info'), warn: at('warn'), error: at('error') } as unknown as StoreOptions['log'] & {
    lines: typeof lines;
  };
}

/**
 * A new, migrated, empty store of the caller's own in the home under test; `close` removes it. `another` opens it once more,
 * as a second process on the same server does; in the embedded home there is only the one.
 */
export async function openTestStore(
  log: StoreOptions['log'] = keepingLog(),
): Promise<Store & { readonly another: () => Promise<Store> }> {
  const home = await newTestHome();
  const store = await openStore({ ...home.options, log });
  return {
    ...store,
    another: async () =>
      store.kind === 'embedded' ? { ...store, close: async () => {} } : openStore({ ...home.options, log }),
    async close() {
      await store.close();
      await home.remove();
    },
  };
}

/** Where `openTestStore` would put one: for tests that open it themselves, twice or in a process of its own. */
export async function newTestHome(): Promise<{
  options: Pick<StoreOptions, 'databaseUrl' | 'folder' | 'snapshot'>;
  remove(): Promise<void>;
}> {
  const template = inject('template');
  if (template.kind === 'embedded') {
    return {
      options: { databaseUrl: null, folder: null, snapshot: await snapshotOf(template.file) },
      remove: async () => {},
    };
  }
  const name = `gongjian_test_${randomBytes(6).toString('hex')}`;
  await administer(template.url, `CREATE DATABASE ${name} TEMPLATE ${template.database}`);
  const address = new URL(template.url);
  address.pathname = `/${name}`;
  return {
    options: { databaseUrl: address.href, folder: null },
    remove: () => administer(template.url, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

let read: Promise<ArrayBuffer> | null = null;

/**
 * The template's bytes, read once a process and never written to: the store copies each file out of them. A real Blob
 * would copy them all twice more for each store, a third of opening one.
 */
async function snapshotOf(file: string): Promise<Blob> {
  read ??= readFile(file).then((bytes) => new Uint8Array(bytes).buffer);
  const bytes = await read;
  return Object.assign(new Blob([]), { arrayBuffer: async () => bytes });
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
