import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { explain } from '../../src/commands/fault-words.js';
import { lockFolder } from '../../src/store/home/lock.js';
import { openServer } from '../../src/store/home/server.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongjian-explain-'));
});
afterAll(() => rm(folder, { recursive: true }));

const told = (failing: Promise<unknown>) =>
  failing.then(
    () => expect.unreachable('it did not fail'),
    (error: unknown) => explain(error),
  );

describe('what somebody is told whose store cannot be opened', () => {
  test('is one plain paragraph that says what to do, without a stack', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    expect(await told(lockFolder(file))).toBe(`${file}: there is a file of this name. Set GONGJIAN_DATA to a folder.`);
    expect(await told(lockFolder(join(file, 'below')))).toMatch(/: a part of this path is a file\. Set GONGJIAN_DATA/);
    const lock = await lockFolder(folder);
    expect(await told(lockFolder(folder))).toMatch(/^The store in .* is in use by process \d+; stop it first[^\n]*$/);
    await lock.release();
  });

  test('names where the database should be, and never its password', async () => {
    const away = await told(openServer('postgresql://me:secret@127.0.0.1:9/county', { warn() {} }));
    expect(away).toMatch(/^The database at 127\.0\.0\.1:9\/county cannot be used: [^\n]*$/);
    expect(away).not.toContain('secret');
  });

  test('of a disk that is full or read-only', () => {
    const failed = (code: string) => explain(Object.assign(new Error(code), { code, path: '/var/lib/gongjian' }));
    expect(failed('ENOSPC')).toBe(
      '/var/lib/gongjian: the disk is full. Make room, then start again; what was acknowledged is kept.',
    );
    expect(failed('EROFS')).toMatch(/the disk is read-only/);
  });
});
