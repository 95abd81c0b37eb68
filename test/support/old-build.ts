import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** False on a shallow clone, which has no earlier commits. */
export function hasCommit(commit: string): boolean {
  try {
    execFileSync('git', ['cat-file', '-e', `${commit}^{commit}`], { cwd: root, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Builds the program as it was at a commit, beside the packages of today; answers its main file. */
export async function buildOf(commit: string): Promise<string> {
  // Below node_modules, so that it finds the packages; whole, or not there.
  const folder = join(root, 'node_modules', '.cache', `gongjian-${commit}-${process.pid}`);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await mkdir(folder, { recursive: true });
  const paths = ['src', 'prisma', 'prisma.config.ts', 'manifests', 'assets', 'package.json', 'tsconfig.json'];
  const archive = execFileSync('git', ['archive', commit, ...paths], { cwd: root, maxBuffer: 1 << 30 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  execFileSync(process.execPath, [join(root, 'node_modules/prisma/build/index.js'), 'generate'], {
    cwd: folder,
    stdio: 'ignore',
  });
  const sources = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !file.includes(join('sandbox', 'page', sep)))
    .map((file) => join(folder, 'src', file));
  await build({
    entryPoints: sources,
    outdir: join(folder, 'dist'),
    outbase: join(folder, 'src'),
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  const main = join(folder, 'dist', 'main.js');
  if (!existsSync(main)) throw new Error(`${commit} was not built`);
  return main;
}
