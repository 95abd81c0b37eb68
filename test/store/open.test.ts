import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/home/open.js';
import { keepingLog, openTestStore } from '../support/store.js';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(() => store.executeSql('TRUNCATE workspace CASCADE', []));
afterAll(() => store.close());

const workspace = (id: string) => ({ data: { id, name: id } });
const names = async () => (await store.client.workspace.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id);

test('a transaction that throws leaves nothing behind', async () => {
  await expect(
    store.transaction(async (tx) => {
      await tx.workspace.create(workspace('T1'));
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await names()).toEqual([]);
});

test('what is asked to follow a commit follows it, and does not follow a rollback', async () => {
  const followed: string[] = [];
  await store.transaction(async (tx) => {
    store.afterCommit(tx, () => followed.push('after T1'));
    await tx.workspace.create(workspace('T1'));
    expect(followed).toEqual([]);
  });
  await store
    .transaction(async (tx) => {
      store.afterCommit(tx, () => followed.push('never'));
      throw new Error('no');
    })
    .catch(() => {});
  expect(followed).toEqual(['after T1']);
});

test('a commit that fails is not answered as done', async () => {
  await store.executeSql(
    'CREATE TABLE IF NOT EXISTS checked_late (id int PRIMARY KEY, other int REFERENCES checked_late DEFERRABLE INITIALLY DEFERRED)',
    [],
  );
  await expect(store.transaction((tx) => tx.$executeRaw`INSERT INTO checked_late VALUES (1, 2)`)).rejects.toThrow();
  expect((await store.executeSql('SELECT * FROM checked_late', [])).rows).toEqual([]);
  await store.transaction((tx) => tx.workspace.create(workspace('T1')));
  expect(await names()).toEqual(['T1']);
});

test('a script whose statement fails takes the whole script back and leaves the connection usable', async () => {
  const script = "BEGIN; INSERT INTO workspace VALUES ('T1', 'one'); SELECT 1/0; COMMIT;";
  const others = Array.from({ length: 5 }, (_, number) => store.client.workspace.create(workspace(`other${number}`)));
  await expect(store.executeSql(script, [])).rejects.toThrow('division by zero');
  await Promise.all(others);
  await expect(store.executeSql('SELECT $1::int / 0', [1])).rejects.toThrow('division by zero');
  await expect(
    store.executeSql("BEGIN; INSERT INTO workspace VALUES ('T2', 'two'); COMMIT;", []),
  ).resolves.toBeDefined();
  expect(await names()).toEqual(['T2', 'other0', 'other1', 'other2', 'other3', 'other4']);
});

test('transactions that meet at the same row are run again until each has had its turn', async () => {
  await store.client.workspace.create(workspace('T1'));
  await Promise.all(
    Array.from({ length: 3 }, (_, number) =>
      store.transaction(
        async (tx) => {
          const { name } = await tx.workspace.findUniqueOrThrow({ where: { id: 'T1' } });
          await tx.workspace.update({ where: { id: 'T1' }, data: { name: `${name}+${number}` } });
        },
        { isolation: 'Serializable' },
      ),
    ),
  );
  const { name } = await store.client.workspace.findUniqueOrThrow({ where: { id: 'T1' } });
  expect(name.split('+').slice(1).sort()).toEqual(['0', '1', '2']);
});

test('waiting for something beside the open transaction is an error, not a standstill, on the embedded store', async () => {
  const beside = store.transaction(async (tx) => {
    await tx.workspace.create(workspace('T1'));
    return store.client.workspace.count();
  });
  if (store.kind === 'embedded') await expect(beside).rejects.toThrow('would wait for itself');
  else expect(await beside).toBe(0);
  expect(await store.client.workspace.count()).toBe(store.kind === 'embedded' ? 0 : 1);
});

test('a moment comes back as it went in, to the millisecond', async () => {
  const createdAt = new Date('2020-06-17T23:59:59.987Z');
  await store.client.workspace.create({ data: { id: 'T1', name: 'T1', createdAt } });
  const { rows } = await store.executeSql('SELECT extract(epoch FROM "createdAt") * 1000 AS at FROM workspace', []);
  expect(Number(rows[0]?.at)).toBe(createdAt.getTime());
  expect((await store.client.workspace.findFirstOrThrow()).createdAt).toEqual(createdAt);
});

test('a server that is away, unknown or no server at all is named without its password', async () => {
  const log = keepingLog();
  const databaseUrl = 'postgresql://clerk:secret@127.0.0.1:9/county';
  const refusal = openStore({ databaseUrl, folder: null, log });
  await expect(refusal).rejects.toThrow(
    /The database at 127\.0\.0\.1:9\/county cannot be used: .*ECONNREFUSED.*Check that/,
  );
  await expect(refusal).rejects.not.toThrow('secret');
});

test.runIf(process.env.DATABASE_URL)('connections that the server ends are made anew', async () => {
  await store.client.workspace.create(workspace('T1'));
  await store
    .executeSql('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()', [])
    .catch(() => {});
  await expect.poll(() => names().catch(() => null), { timeout: 5_000 }).toEqual(['T1']);
});

test('a store that is closed refuses what comes late', async () => {
  const closed = await openTestStore();
  expect(await closed.client.workspace.count()).toBe(0);
  await closed.close();
  await expect(closed.executeSql('SELECT 1', [])).rejects.toThrow();
  if (closed.kind === 'embedded') await expect(closed.client.workspace.count()).rejects.toThrow('closed');
});
