import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const chaos = fileURLToPath(new URL('./run.mjs', import.meta.url));

/** Ten rounds with a minute and a half of rest; beside another worker's tests, on a slow machine, thrice that. */
const LONGEST_MS = 540_000;

/** What ten rounds of chaos printed, and their code. */
const runChaos = (): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [chaos, '--rounds', '10'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: LONGEST_MS,
    });
    let said = '';
    child.stdout.on('data', (data: Buffer) => {
      said += data;
    });
    child.on('exit', (code) => resolve({ code, said }));
  });

test('ten rounds of faults: nothing that was acknowledged is lost, doubled or stuck', {
  timeout: LONGEST_MS + 10_000,
}, async () => {
  const { code, said } = await runChaos();
  expect(said).toContain('all that was acknowledged is there once');
  expect(code).toBe(0);
});
