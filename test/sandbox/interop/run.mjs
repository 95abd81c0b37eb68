#!/usr/bin/env node
// node test/sandbox/interop/run.mjs [--write]: code that others published on npm, run against the sandbox as it is built in dist.
// The packages that package.json names here are fetched into a temporary folder and are no dependencies of the project. --write puts the table into the sandbox's README.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { boltOverHttp, boltOverSocketMode } from './bolt.mjs';
import { blockBuilder, jsxSlack } from './builders.mjs';
import { slackEdge } from './edge.mjs';

const PACKAGE = fileURLToPath(new URL('package.json', import.meta.url));
const PACKAGES = JSON.parse(readFileSync(PACKAGE, 'utf8')).dependencies;
const SUBJECTS = [
  ['@slack/bolt', 'over Socket Mode', boltOverSocketMode],
  ['@slack/bolt', 'over HTTP', boltOverHttp],
  ['slack-edge', 'over HTTP', slackEdge],
  ['jsx-slack', 'its messages, forms and home tabs', jsxSlack],
  ['slack-block-builder', 'its messages, forms and home tabs', blockBuilder],
];

const folder = mkdtempSync(join(tmpdir(), 'sandbox-interop-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
copyFileSync(PACKAGE, join(folder, 'package.json'));
execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
  cwd: folder,
  stdio: ['ignore', 'ignore', 'inherit'],
});
const resolver = createRequire(join(folder, 'package.json'));
const load = (name) => import(pathToFileURL(resolver.resolve(name)).href);
const { startSandbox } = await import(new URL('../../../dist/sandbox/index.js', import.meta.url).href);

const rows = [];
let failed = 0;
for (const [name, what, subject] of SUBJECTS) {
  const outcomes = [];
  /** One thing that the package does; a fault in it is its outcome. */
  const tries = async (title, attempt) => {
    const fault = await Promise.resolve()
      .then(attempt)
      .then(
        () => undefined,
        (error) => error?.data?.response_metadata?.messages?.join('; ') ?? error?.message ?? String(error),
      );
    outcomes.push({ title, fault });
  };
  await subject({ load, startSandbox, tries });
  const wrong = outcomes.filter((one) => one.fault !== undefined);
  failed += wrong.length;
  const good = outcomes.filter((one) => one.fault === undefined).map((one) => one.title);
  const faults = wrong.map((one) => `**${one.title}**: ${one.fault}`);
  const told = [good.join(', '), ...faults].filter((text) => text !== '').join('; ');
  rows.push(`| \`${name}\` ${PACKAGES[name]} | ${what} | ${good.length} of ${outcomes.length} | ${told} |`);
}
const table = ['| package | how | right | what |', '| --- | --- | --- | --- |', ...rows].join('\n');
process.stdout.write(`${table}\n`);
if (process.argv.includes('--write')) {
  const path = fileURLToPath(new URL('../../../src/sandbox/README.md', import.meta.url));
  const between = /<!-- interop -->[\s\S]*?<!-- \/interop -->/;
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text.replace(between, () => `<!-- interop -->\n${table}\n<!-- /interop -->`),
  );
}
process.exit(failed > 0 ? 1 : 0);
