import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, type TestContext, test } from 'vitest';
import { lockFolder, stillOwner } from '../../src/store/home/lock.js';
import { openStore } from '../../src/store/home/open.js';
import { keepingLog, newTestHome } from '../support/store.js';

/** A folder of the test’s own, and its processes: tests that kill them mostly wait, so those run side by side. */
async function ownFolder({ onTestFinished }: Pick<TestContext, 'onTestFinished'>) {
  const folder = await mkdtemp(join(tmpdir(), 'gongjian-lock-'));
  const children: ChildProcess[] = [];
  onTestFinished(async () => {
    for (const child of children) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });
  return { folder, children };
}

test('a folder in use is refused to a second opener, with the owner and the way out', async (context) => {
  const { folder } = await ownFolder(context);
  const lock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(
    `The store in ${folder} is in use by process ${process.pid}; stop it first, choose another folder, or set DATABASE_URL`,
  );
  await lock.release();
  await (await lockFolder(folder)).release();
});

test('another thread of the owner knows from the file that the folder was taken over', async (context) => {
  const { folder } = await ownFolder(context);
  const lock = await lockFolder(folder);
  expect(stillOwner(folder, lock.token)()).toBe(true);
  await writeFile(join(folder, 'lock.json'), JSON.stringify({ process: 1, place: 'elsewhere', token: 'of another' }));
  expect(stillOwner(folder, lock.token)()).toBe(false);
  await rm(join(folder, 'lock.json'));
  await lock.release();
});

test('of many that want a folder at once, one gets it', async (context) => {
  const { folder } = await ownFolder(context);
  const tried = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)));
  const locks = tried.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  expect(locks).toHaveLength(1);
  await locks[0]?.release();
});

test('a lock that another container keeps alive is respected, and taken over once it stops', async (context) => {
  const { folder } = await ownFolder(context);
  const file = join(folder, 'lock.json');
  await writeFile(file, JSON.stringify({ process: 7, place: 'another container' }));
  const alive = setInterval(() => void utimes(file, new Date(), new Date()), 300);
  await expect(lockFolder(folder)).rejects.toThrow('in use by process 7 of another container or machine');
  clearInterval(alive);
  const lock = await lockFolder(folder);
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ process: process.pid });
  await lock.release();
});

// A server is no file of ours.
describe.skipIf(process.env.DATABASE_URL)('a process that is killed', () => {
  test('leaves every acknowledged row and no lock behind', { timeout: 180_000, concurrent: true }, async (context) => {
    const { folder, children } = await ownFolder(context);
    const { options } = await newTestHome();
    await (await openStore({ databaseUrl: null, folder, snapshot: options.snapshot, log: keepingLog() })).close();
    let acknowledged = 0;
    for (const rows of [40, 90, 25]) {
      const script = fileURLToPath(new URL('../support/insert-until-killed.mjs', import.meta.url));
      const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
      children.push(child);
      const ended = new Promise((resolve) => child.once('exit', resolve));
      for await (const line of createInterface({ input: child.stdout })) {
        acknowledged = Number(line);
        if (acknowledged % 150 === rows) break;
      }
      await expect(lockFolder(folder)).rejects.toThrow(`in use by process ${child.pid}`);
      child.kill('SIGKILL');
      await ended;
      const store = await openStore({ databaseUrl: null, folder, log: keepingLog() });
      const found = new Set((await store.client.workspace.findMany({ select: { id: true } })).map(({ id }) => id));
      for (let number = 1; number <= acknowledged; number++) expect(found).toContain(`T${number}`);
      await store.close();
    }
    expect(acknowledged).toBeGreaterThan(150);
  });

  // Another container: it shares the folder and no socket.
  const elsewhere = process.platform === 'linux' && spawnSync('unshare', ['--net', 'true']).status === 0;
  const pauses: [string, (child: ChildProcess, stop: string) => Promise<() => Promise<unknown>>][] = [
    [
      'paused anywhere',
      async (child) => {
        child.kill('SIGSTOP');
        return async () => child.kill('SIGCONT');
      },
    ],
    [
      'paused between asking whose the folder is and its next write',
      async (_child, stop) => {
        await writeFile(stop, '');
        return () => rm(stop);
      },
    ],
  ];
  test.skipIf(!elsewhere).for(pauses)(
    '%s while another takes its folder, it writes nothing there any more and ends',
    { timeout: 180_000, concurrent: true },
    async ([, pause], context) => {
      const { folder, children } = await ownFolder(context);
      const { options } = await newTestHome();
      await (await openStore({ databaseUrl: null, folder, snapshot: options.snapshot, log: keepingLog() })).close();
      const script = fileURLToPath(new URL('../support/insert-until-killed.mjs', import.meta.url));
      const stop = join(folder, 'stop');
      const begin = (command: string, ...rest: string[]) => {
        const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
        children.push(child);
        const heard: number[] = [];
        createInterface({ input: child.stdout }).on('line', (line) => heard.push(Number(line)));
        return { child, heard, ended: new Promise<number | null>((resolve) => child.once('exit', resolve)) };
      };
      const until = async (holds: () => boolean) => {
        while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
      };
      const first = begin(process.execPath, script, folder, stop);
      await until(() => first.heard.length > 50);
      const goOn = await pause(first.child, stop);
      const second = begin('unshare', '--net', process.execPath, script, folder);
      await until(() => second.heard.length > 0);
      await goOn();
      expect(await first.ended).toBe(7);
      await until(() => second.heard.length > 50);
      const last = second.heard.at(-1) ?? 0;
      second.child.kill('SIGKILL');
      await second.ended;
      const store = await openStore({ databaseUrl: null, folder, log: keepingLog() });
      const found = new Set((await store.client.workspace.findMany({ select: { id: true } })).map(({ id }) => id));
      await store.close();
      for (const number of [...first.heard, ...second.heard]) expect(found).toContain(`T${number}`);
      expect(last).toBeGreaterThan(first.heard.at(-1) ?? 0);
      expect((await readdir(folder)).filter((name) => name.startsWith('postgres'))).toEqual(['postgres-3']);
    },
  );
});
