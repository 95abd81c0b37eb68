import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';

const root = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gongjian-checkout-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a checkout without its development packages says what to do, and npm goes on', () => {
  mkdirSync(join(folder, 'scripts'));
  copyFileSync(root('scripts/build.mjs'), join(folder, 'scripts/build.mjs'));
  const build = (event?: string) =>
    spawnSync(process.execPath, [join(folder, 'scripts/build.mjs')], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...(event === undefined ? {} : { npm_lifecycle_event: event }) },
    });
  const installing = build('build');
  expect(installing.stdout).toContain('npm pack');
  expect(installing.status).toBe(0);
  expect(build('prestart').status).toBe(1);
});

test('what a release lacks is what only the making of it needs', () => {
  const { dependencies, files } = z
    .object({ dependencies: z.record(z.string(), z.string()), files: z.array(z.string()) })
    .parse(JSON.parse(readFileSync(root('package.json'), 'utf8')));
  expect(Object.keys(dependencies)).not.toContain('prisma');
  expect(files).toEqual(expect.arrayContaining(['dist', 'prisma', 'manifests', 'assets', 'deploy', 'docs']));
});
