import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/home/open.js';
import { keepingLog, openTestStore } from '../support/store.js';

let folder: string;
let source: Store;
let backup: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongjian-backup-'));
  source = await openTestStore();
  await fill(source);
  backup = join(folder, 'county.backup');
  const { rows } = await source.backup(backup);
  expect(rows).toBe(Object.values(await everyRow(source)).flat().length);
});

afterAll(async () => {
  await source.close();
  await rm(folder, { recursive: true });
});

/** Some of everything that is easily bent on the way: JSON's null beside none, arrays, quotes, line ends, large numbers. */
async function fill({ client }: Store): Promise<void> {
  const at = new Date('2020-06-17T08:30:00.123Z');
  await client.workspace.create({ data: { id: 'T1', name: '东阿县 "试点"\n\\ 𠮷 🚧' } });
  const program = await client.program.create({
    data: {
      workspaceId: 'T1',
      key: 'dong-e-2020',
      name: { zh: '攻坚年', en: 'Assault year' },
      year: 2020,
      timeZone: 'Asia/Shanghai',
      fromDay: '2020-01-01',
      toDay: '2020-12-31',
      policy: { nothing: null, share: 0.1, list: [1, 'two', { three: 3 }] },
      loadedAt: at,
    },
  });
  await client.person.createMany({
    data: Array.from({ length: 1_200 }, (_, number) => ({
      workspaceId: 'T1',
      key: `p${number}`,
      name: `责任人${number}`,
      nameEn: `Official ${number}`,
      title: { zh: '主任', en: 'Director' },
    })),
  });
  const head = await client.person.findFirstOrThrow();
  await client.unit.create({
    data: {
      programId: program.id,
      key: 'jianglou',
      name: { zh: '姜楼镇', en: 'Jianglou' },
      kind: 'town',
      aliases: ['姜楼', 'a "quoted", one', ''],
      headId: head.id,
    },
  });
  await client.activity.createMany({
    data: [1, 2, 3].map((ordinal) => ({
      workspaceId: 'T1',
      programId: program.id,
      at,
      action: 'report',
      thing: 'milestone',
      cause: 'C1:1592382600.000100',
      ordinal,
      after: { percent: ordinal },
    })),
  });
}

async function everyRow({ executeSql }: Store): Promise<Record<string, string[]>> {
  const { rows: tables } = await executeSql(
    "SELECT c.relname AS name FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations' ORDER BY 1",
    [],
  );
  const all: Record<string, string[]> = {};
  for (const { name } of tables) {
    const { rows } = await executeSql(`SELECT t::text AS row FROM "${String(name)}" AS t ORDER BY 1`, []);
    all[String(name)] = rows.map(({ row }) => String(row));
  }
  return all;
}

/** The other home where there is a server, the same kind otherwise. */
async function openOtherHome(): Promise<Store> {
  return source.kind === 'server' ? openStore({ databaseUrl: null, folder: null, log: keepingLog() }) : openTestStore();
}

test('a backup of one home restores into the other, row for row, and numbering goes on where it was', async () => {
  const target = await openOtherHome();
  await target.restore(backup, { replace: false });
  expect(await everyRow(target)).toEqual(await everyRow(source));
  const next = await target.client.person.create({
    data: { workspaceId: 'T1', key: 'next', name: '下一位', nameEn: 'Next', title: {} },
  });
  const last = await source.client.person.findFirstOrThrow({ orderBy: { id: 'desc' } });
  expect(next.id).toBe(last.id + 1);

  const back = join(folder, 'back.backup');
  await target.client.person.delete({ where: { id: next.id } });
  await target.backup(back);
  await target.close();
  const third = await openTestStore();
  await third.restore(back, { replace: false });
  expect(await everyRow(third)).toEqual(await everyRow(source));
  await third.close();
}, 90_000);

test('the rules of the tables hold again after a restore', async () => {
  const target = await openTestStore();
  await target.restore(backup, { replace: false });
  await expect(target.client.activity.deleteMany()).rejects.toThrow();
  await expect(
    target.client.person.create({ data: { workspaceId: 'unknown', key: 'x', name: 'x', nameEn: 'x', title: {} } }),
  ).rejects.toThrow();
  await target.close();
});

test('a store that is not empty is refused, and replaced on request', async () => {
  const target = await openTestStore();
  await target.client.workspace.create({ data: { id: 'T9', name: 'another county' } });
  await expect(target.restore(backup, { replace: false })).rejects.toThrow(/not empty.*--replace/);
  expect(await target.client.workspace.findMany()).toMatchObject([{ id: 'T9' }]);
  await target.restore(backup, { replace: true });
  expect(await everyRow(target)).toEqual(await everyRow(source));
  await target.close();
});

test('a file that is cut off, changed, of another level or something else is refused with nothing written', async () => {
  const target = await openTestStore();
  const whole = await readFile(backup);
  const text = gunzipSync(whole).toString('utf8');
  const lines = text.split('\n');
  const wrong: Record<string, Buffer> = {
    'cut off': whole.subarray(0, whole.length - 200),
    'cut off at a line': gzipSync(`${lines.slice(0, -3).join('\n')}\n`),
    'without a row': gzipSync([...lines.slice(0, 20), ...lines.slice(21)].join('\n')),
    'one character changed': gzipSync(text.replace('责任人7', '责任人8')),
    'one byte changed': Buffer.from(whole.map((byte, position) => (position === whole.length >> 1 ? byte ^ 1 : byte))),
    'of another level': gzipSync(text.replace(/"checksum":"\w{4}/, '"checksum":"0000')),
    'no backup': Buffer.from('姓名,单位\n'),
    empty: Buffer.alloc(0),
  };
  for (const [what, bytes] of Object.entries(wrong)) {
    const file = join(folder, `${what}.backup`);
    await writeFile(file, bytes);
    await expect(target.restore(file, { replace: false }), what).rejects.toThrow(/cannot be restored|another version/);
  }
  await expect(target.restore(join(folder, 'missing'), { replace: false })).rejects.toThrow(
    'missing cannot be restored: there is no such file.',
  );
  await expect(target.restore(folder, { replace: false })).rejects.toThrow('it is a folder. Name the file.');
  expect(Object.values(await everyRow(target)).flat()).toEqual([]);
  await target.restore(backup, { replace: false });
  await target.close();
}, 90_000);
