// `npm run release`: packs what a machine without development packages needs, and tries it: installs the file in an empty
// folder, weighs its node_modules, starts it. Prints a line; keeps the file where a folder is named, as in
// `npm run release -- ~/releases`.
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What node_modules of a county's machine may take, in megabytes of disk. */
const MOST_MEGABYTES = 350;
/** A slow machine may take so long from start to ready; a quiet one takes four seconds. */
const READY_MS = 60_000;

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const [target] = process.argv.slice(2);
if (target !== undefined) mkdirSync(target, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'gongjian-release-'));
try {
  const [{ filename }] = JSON.parse(npm('pack', '--json', '--ignore-scripts', '--pack-destination', folder));
  const packed = join(folder, filename);
  const place = join(folder, 'machine');
  mkdirSync(place);
  writeFileSync(join(place, 'package.json'), '{ "private": true }\n');
  npm('install', '--omit=dev', '--no-audit', '--no-fund', '--prefix', place, packed);
  const megabytes = Number(
    execFileSync('du', ['-sm', join(place, 'node_modules')], { encoding: 'utf8' }).split('\t')[0],
  );
  const seconds = await readyAfter(place);
  console.log(
    `${filename}: installs to ${megabytes} MB (at most ${MOST_MEGABYTES}), ready after ${seconds.toFixed(1)} s`,
  );
  if (megabytes > MOST_MEGABYTES) process.exitCode = 1;
  if (target !== undefined) copyFileSync(packed, join(target, filename));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function npm(...args) {
  return execFileSync('npm', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Starts the installed program as anybody would, and resolves to the seconds until it says that it is ready. */
async function readyAfter(place) {
  const began = performance.now();
  const program = spawn(process.execPath, [join(place, 'node_modules/.bin/gongjian'), 'start'], {
    cwd: place,
    env: { PATH: process.env.PATH, HOME: place, TMPDIR: place, PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const late = setTimeout(() => program.kill('SIGKILL'), READY_MS);
  try {
    for await (const line of createInterface({ input: program.stdout }))
      if (line.includes('"ready":true')) return (performance.now() - began) / 1000;
    throw new Error('What was packed did not start.');
  } finally {
    clearTimeout(late);
    program.kill('SIGTERM');
  }
}
