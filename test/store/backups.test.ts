import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerBackups, askForBackup, backUpDaily } from '../../src/store/home/backups.js';
import { openStore } from '../../src/store/home/open.js';
import { keepingLog, newTestHome } from '../support/store.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongjian-backups-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a folder of backups', () => {
  const write = async (file: string) => {
    await writeFile(file, 'whole');
    return { rows: 1 };
  };

  test('gets one a day, keeps the newest, and leaves what is not its own', async () => {
    await writeFile(join(folder, 'notes.txt'), 'mine');
    const at = (day: number, hour: number) => new Date(Date.UTC(2020, 5, day, hour));
    for (let day = 1; day <= 5; day += 1) {
      expect(await backUpDaily({ folder, kept: 3 }, write, at(day, 2))).not.toBeNull();
      expect(await backUpDaily({ folder, kept: 3 }, write, at(day, 20))).toBeNull();
    }
    expect((await readdir(folder)).sort()).toEqual([
      'gongjian-2020-06-03T0200Z.backup',
      'gongjian-2020-06-04T0200Z.backup',
      'gongjian-2020-06-05T0200Z.backup',
      'notes.txt',
    ]);
  });

  test('loses nothing where a new one could not be written', async () => {
    const first = await backUpDaily({ folder, kept: 1 }, write, new Date(0));
    const full = () => Promise.reject(new Error('the disk is full'));
    await expect(backUpDaily({ folder, kept: 1 }, full, new Date(1e9))).rejects.toThrow('full');
    expect((await readdir(folder)).map((name) => join(folder, name))).toEqual([first]);
  });
});

// A server has its own connections for it.
describe.skipIf(process.env.DATABASE_URL)('a backup of the embedded store while it is in use', () => {
  test('is written by the process that has it, and restores elsewhere', { timeout: 120_000 }, async () => {
    const { options } = await newTestHome();
    const home = join(folder, 'home');
    const running = await openStore({ databaseUrl: null, folder: home, snapshot: options.snapshot, log: keepingLog() });
    await running.client.workspace.create({ data: { id: 'T1', name: '东阿县' } });
    const file = join(folder, 'county.backup');
    const asked = askForBackup(home, file);
    await running.client.workspace.create({ data: { id: 'T2', name: 'meanwhile' } });
    expect((await asked).rows).toBeGreaterThan(0);
    await running.close();
    const elsewhere = await openStore({
      databaseUrl: null,
      folder: null,
      snapshot: options.snapshot,
      log: keepingLog(),
    });
    await elsewhere.restore(file, { replace: false });
    expect(await elsewhere.client.workspace.findUnique({ where: { id: 'T1' } })).toMatchObject({ name: '东阿县' });
    await elsewhere.close();
  });

  test('says why it could not be written', async () => {
    const stop = answerBackups(folder, () => Promise.reject(new Error('no space is left on the disk')));
    await expect(askForBackup(folder, '/nowhere')).rejects.toThrow(/: no space is left on the disk$/);
    stop();
  });

  test('says where it could be written, when the bot may not write there', async () => {
    const stop = answerBackups(folder, (file) => writeFile(join(folder, 'none', file), '').then(() => ({ rows: 0 })));
    await expect(askForBackup(folder, 'now.backup')).rejects.toThrow(
      `must be able to write there: name a file in another folder, such as ${join(folder, 'now.backup')}.`,
    );
    stop();
  });

  test('refuses a file that is packed to fill the memory, before it does', { timeout: 120_000 }, async () => {
    const { options } = await newTestHome();
    const bomb = join(folder, 'bomb.backup');
    await writeFile(bomb, gzipSync(Buffer.alloc(200_000_000, '0')));
    const store = await openStore({ databaseUrl: null, folder: null, snapshot: options.snapshot, log: keepingLog() });
    await expect(store.restore(bomb, { replace: false })).rejects.toThrow('longer than any row');
    await store.close();
  });
});
