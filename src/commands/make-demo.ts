import { copyFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { readConfig } from '../config.js';
import { seedPlan } from '../plan/index.js';
import { openStore } from '../store/home/open.js';
import { readPlan } from './load-plan.js';
import { openSandbox } from './sandbox.js';
import { openLog } from './store.js';
import { DEMO_BEGINS, demoFolder, playStory } from './story.js';

/**
 * `make-demo`: plays the year so far and keeps the store and the workspace, so that `npm start` opens on them: by the build, or by
 * the first start after an install. `told`: the day that is being played.
 */
export async function makeDemo(target = demoFolder, told: (day: string) => void = () => {}): Promise<void> {
  const began = performance.now();
  const plan = await readPlan(seedPlan);
  const folder = await mkdtemp(join(tmpdir(), 'gongjian-demo-'));
  // In memory: what is lost with the power is made anew by the next build.
  const opened = await openStore({ databaseUrl: null, folder: null, log: openLog(readConfig({})) });
  try {
    const state = join(folder, 'workspace.json');
    const sandbox = await openSandbox(plan, { port: 0, now: DEMO_BEGINS, state });
    try {
      await playStory(plan, sandbox, opened, told);
    } finally {
      await sandbox.close();
    }
    await opened.client.$executeRawUnsafe('VACUUM');
    const store = await promisify(gzip)(Buffer.from(await (await opened.snapshot()).arrayBuffer()), { level: 1 });
    await writeFile(join(folder, 'store.tgz'), store);
    await mkdir(target, { recursive: true });
    for (const file of ['workspace.json', 'store.tgz']) await move(join(folder, file), join(target, file));
    process.stderr.write(`the year so far was played in ${Math.round((performance.now() - began) / 1000)} s\n`);
  } finally {
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Beside its place first: who is cut off leaves no half file, the temporary folder may be another disk, and two first starts at once
 * do not write into one file.
 */
async function move(from: string, to: string): Promise<void> {
  const half = `${to}.${process.pid}.half`;
  await copyFile(from, half);
  await rename(half, to);
}
