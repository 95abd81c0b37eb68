// Builds dist/: Prisma's client, the compiled program, the local workspace's page, the demo's year so far. `--if-stale` builds what
// is older than all that it is made from, so that it may stand before every command; `--without-demo` leaves the year to the first
// `npm start` that wants it; `--client-only` stops after Prisma's client.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const stamp = 'dist/.built';
const generated = 'src/store/generated';
const began = new Date();
const parts = 'dist/parts';
/** What starts a bot: the program itself with the thread that receives, and what the bench starts of it. */
const together = [
  'main',
  'slack/receive/receiving-worker',
  'commands/running',
  'commands/store',
  'config',
  'time/clock',
];
const nameOf = (entry) => entry.split('/').at(-1);

const ifStale = process.argv.includes('--if-stale');
const withDemo = !process.argv.includes('--without-demo');
const demoMark = join('dist', 'demo', '.inputs');
if (ifStale && existsSync(stamp) && newestInput() <= statSync(stamp).mtimeMs) {
  if (withDemo && !existsSync('dist/demo/store.tgz')) await makeDemo();
  process.exit(0);
}
if (['vite', 'esbuild', 'prisma'].some((tool) => !existsSync(`node_modules/${tool}/package.json`))) {
  // `npm ci --omit=dev` in a checkout: there is nothing to build with.
  console.log(
    existsSync(stamp)
      ? 'Kept dist/ as it is: what builds it is not installed.'
      : 'Not built: a checkout is built with its development packages. Run npm ci; or, for a machine without them, npm pack here and npm install the file there (docs/operating.md).',
  );
  process.exit(existsSync(stamp) || process.env.npm_lifecycle_event === 'build' ? 0 : 1);
}

await generateClient();
if (process.argv.includes('--client-only')) process.exit(0);
const page = ['build', '--config', 'src/sandbox/page/vite.config.ts', '--logLevel', 'warn'];
const steps = [run('page', 'node_modules/vite/bin/vite.js', ...page), compile().then(withDemo ? makeDemo : () => {})];
const failed = (await Promise.allSettled(steps)).filter((step) => step.status === 'rejected');
for (const { reason } of failed) console.error(reason.message);
if (failed.length > 0) process.exit(1);

writeFileSync(stamp, `${began.toISOString()}\n`);
// What was changed while this ran is newer than the stamp and will be built the next time.
utimesSync(stamp, began, began);

/**
 * The demo's snapshot (a store and a workspace that have lived through the plan's year so far), played by what was just
 * built; kept as it is while that did not change. Playing takes a while: before a command (`--if-stale`) an older story
 * will do, for the store that it left is migrated when it is opened.
 */
async function makeDemo() {
  const hash = createHash('sha256');
  const compiled = (file) => file.endsWith('.js') && !file.startsWith(join('dist', 'page'));
  const inputs = [...filesBelow('dist').filter(compiled), ...filesBelow('prisma')].sort();
  for (const file of inputs) hash.update(file).update(readFileSync(file));
  const made = hash.digest('hex');
  if (existsSync(demoMark) && (readFileSync(demoMark, 'utf8') === made || ifStale)) return;
  for (const last of [false, true]) {
    try {
      await run('playing the year so far', 'dist/main.js', 'make-demo');
      writeFileSync(demoMark, made);
      return;
    } catch (error) {
      console.error(error.message);
      // Where it is checked, a story that cannot be played is a fault. Whoever installs gets the program all the same.
      if (last && process.env.CI) process.exit(1);
    }
  }
  console.log('Built without the year so far: npm start opens on a county that has reported nothing yet.');
}

/** Every file of src/ by itself, as TypeScript's isolatedModules allows; types are `npm run check`'s. */
async function compile() {
  const { build } = await import('esbuild');
  const sources = filesBelow('src').filter(
    (file) => file.endsWith('.ts') && !file.startsWith(join('src', 'sandbox', 'page', sep)),
  );
  await build({
    entryPoints: sources,
    outdir: 'dist',
    outbase: 'src',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
  });
  removeOrphans();
  await putTogether(build);
}

/**
 * What a start reads, in few files beside those of `compile()`: a thousand small modules cost a second of the start. Packages
 * stay where they are, but for two that are hundreds of files themselves. In each module `import.meta.url` stays what
 * it is in its own compiled file, so that what lies beside it (threads, fonts, migrations) is found.
 */
async function putTogether(build) {
  const within = new Set(['zod', 'pinyin-pro']);
  await build({
    entryPoints: Object.fromEntries(together.map((entry) => [nameOf(entry), `src/${entry}.ts`])),
    outdir: parts,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    plugins: [
      {
        name: 'ours',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
            kind === 'entry-point' || within.has(path) ? undefined : { path, external: true },
          );
          onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const compiled = `../${relative('src', path).split(sep).join('/').replace(/\.ts$/, '.js')}`;
            return {
              contents: readFileSync(path, 'utf8').replaceAll(
                'import.meta.url',
                `new URL(${JSON.stringify(compiled)}, import.meta.url).href`,
              ),
              loader: 'ts',
            };
          });
        },
      },
    ],
  });
  for (const entry of together) {
    const from = `${'../'.repeat(entry.split('/').length - 1) || './'}${parts.slice('dist/'.length)}/${nameOf(entry)}.js`;
    writeFileSync(
      `dist/${entry}.js`,
      entry === 'main' ? `#!/usr/bin/env node\nimport '${from}';\n` : `export * from '${from}';\n`,
    );
  }
}

/** `prisma generate`, when the schema is not the one that the client was made from. */
async function generateClient() {
  const hash = createHash('sha256')
    .update(readFileSync('prisma/schema.prisma'))
    .update(readFileSync('node_modules/prisma/package.json'))
    .digest('hex');
  const mark = join(generated, '.schema');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return;
  await run('prisma generate', 'node_modules/prisma/build/index.js', 'generate');
  writeFileSync(mark, hash);
}

/** Compiled files whose source is gone would still be found by an import. */
function removeOrphans() {
  for (const file of filesBelow('dist')) {
    const path = relative('dist', file);
    if (!path.endsWith('.js') || path.startsWith(`page${sep}`)) continue;
    const source = join('src', path.slice(0, -'.js'.length));
    if (!existsSync(`${source}.ts`) && !existsSync(`${source}.tsx`)) rmSync(file);
  }
}

function newestInput() {
  const files = [
    'package-lock.json',
    'tsconfig.json',
    'scripts/build.mjs',
    ...filesBelow('prisma'),
    ...filesBelow('src'),
  ];
  return Math.max(...files.filter((file) => !file.startsWith(generated)).map((file) => statSync(file).mtimeMs));
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Runs one of our tools with this Node and shows what it says only when it fails. */
function run(name, script, ...args) {
  return new Promise((resolve, reject) => {
    const tool = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [tool.stdout, tool.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
    tool.on('error', reject);
    tool.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${name} failed:\n${said}`))));
  });
}
