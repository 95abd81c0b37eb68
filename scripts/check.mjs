// `npm run check`: format and lint, types, the import table, what the documents name, migrations, unit tests
// (`--without-tests`: where all tests are run anyway). All of them are run, whatever fails.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { docsFaults } from './docs.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const tsc = 'node_modules/typescript/bin/tsc';
const unitTests = ['test/domain', 'test/text'];

const checks = {
  build: () => run('scripts/build.mjs', '--if-stale', '--without-demo'),
  biome: () =>
    run('node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--colors=off', '--max-diagnostics=50'),
  types: () => run(tsc, '-p', 'tsconfig.test.json'),
  'types of the page': () => run(tsc, '-p', 'src/sandbox/page/tsconfig.json'),
  imports: checkImports,
  documents: checkDocuments,
  migrations: () => run('scripts/migrate.mjs', 'check'),
  'unit tests': () =>
    run('node_modules/vitest/vitest.mjs', 'run', '--reporter', 'dot', ...unitTests, {
      GONGJIAN_TEST_WITHOUT_STORE: '1',
    }),
};

if (process.argv.includes('--without-tests')) delete checks['unit tests'];
// The first one makes what the others read; those go two at a time, as most machines that check have two cores or more.
const results = [await timed('build')];
const waiting = Object.keys(checks).slice(1);
await Promise.all([worker(), worker()]);

for (const { name, seconds, failure } of results) {
  console.log(`${failure === null ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)`);
}
for (const { name, failure } of results) if (failure !== null) console.error(`\n${name}\n${failure}`);
process.exit(results.some(({ failure }) => failure !== null) ? 1 : 0);

async function worker() {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) results.push(await timed(name));
}

async function timed(name) {
  const began = performance.now();
  const failure = await checks[name]().then(
    () => null,
    (error) => error.message,
  );
  return { name, seconds: (performance.now() - began) / 1000, failure };
}

async function checkImports() {
  const options = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'];
  const said = await run('node_modules/dependency-cruiser/bin/dependency-cruise.mjs', ...options, {
    failing: 'allowed',
  });
  const { summary, modules } = JSON.parse(said);
  // It sees nothing, and says that all is well, when it cannot parse: every file has to be among what it saw.
  const seen = new Set(modules.map(({ source }) => source));
  const unseen = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((file) => /(?<!\.d)\.tsx?$/.test(file) && !file.startsWith('src/store/generated/') && !seen.has(file));
  if (unseen.length > 0) throw new Error(`These files were not read for their imports:\n${unseen.join('\n')}`);
  const idle = summary.ruleSetUsed.forbidden.filter(
    ({ from }) =>
      from?.path !== undefined && ![...seen].some((file) => new RegExp([from.path].flat().join('|')).test(file)),
  );
  if (idle.length > 0)
    throw new Error(`No file is under ${idle.map(({ name }) => name).join(', ')}: its folder has moved.`);
  const lines = summary.violations.map(({ rule, from, to }) => {
    const { comment } = summary.ruleSetUsed.forbidden.find(({ name }) => name === rule.name);
    return `${from} -> ${to}\n    ${rule.name}: ${comment}`;
  });
  if (lines.length > 0) throw new Error(lines.join('\n'));
}

async function checkDocuments() {
  const faults = docsFaults();
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

/** Runs a script with this Node and resolves to what it printed; rejects with all that it said. */
function run(script, ...args) {
  const settings = typeof args.at(-1) === 'object' ? args.pop() : {};
  const { failing, ...environment } = settings;
  return new Promise((resolve, reject) => {
    const tool = spawn(process.execPath, [script, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...environment },
    });
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      tool[name].setEncoding('utf8').on('data', (text) => {
        said[name] += text;
      });
    }
    tool.on('error', reject);
    tool.on('close', (code) => {
      if (code === 0 || (failing === 'allowed' && said.stdout.startsWith('{'))) resolve(said.stdout);
      else reject(new Error(`${said.stdout}${said.stderr}`.trim() || `${script} ended with ${code}`));
    });
  });
}
