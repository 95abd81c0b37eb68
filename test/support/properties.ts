import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, afterEach, expect, inject } from 'vitest';

/**
 * fast-check with a seed that can be had again: of GONGJIAN_SEED; else the one with which this file failed the last time,
 * which is kept until it passes; else the run's own, which is printed where the run begins. Tests import it from here.
 */
const FOLDER = fileURLToPath(new URL('../../node_modules/.cache/gongjian-seeds/', import.meta.url));
const file = join(FOLDER, basename(expect.getState().testPath ?? 'unknown'));

function keptSeed(): number | null {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

const seed = process.env.GONGJIAN_SEED ? Number(process.env.GONGJIAN_SEED) : (keptSeed() ?? inject('seed'));
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });

let failed = false;
afterEach(({ task }) => {
  failed ||= task.result?.state === 'fail';
});
afterAll(() => {
  if (!failed) return rmSync(file, { force: true });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, String(seed));
  console.error(
    `Properties failed with seed ${seed}, which the next run of this file takes again (or GONGJIAN_SEED=${seed}).`,
  );
});

export default fc;
