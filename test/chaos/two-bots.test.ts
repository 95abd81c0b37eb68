import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const chaos = fileURLToPath(new URL('./run.mjs', import.meta.url));

/** The last lines that `npm run chaos` printed, and its code. */
function runChaos(...options: string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [chaos, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const keep = (data: Buffer) => {
      said = (said + data).slice(-4000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('exit', (code) => resolve({ code, said }));
  });
}

// Of the embedded store one process is the only one.
describe.runIf(process.env.DATABASE_URL)('two bots on one server, of which one is killed', () => {
  test('each digest is there once, killed at 18:00 as they go out: its thread whole and in order, with its chart', {
    timeout: 240_000,
  }, async () => {
    const { code, said } = await runChaos('--digests', '--rounds', '3', '--lanes', '2', '--units', '1', '--hurry');
    expect(said).toContain('each once, whole and in order');
    expect(code).toBe(0);
  });

  test('each agenda, slip and question is there once, killed at 8:30 and at 16:00', { timeout: 240_000 }, async () => {
    const { code, said } = await runChaos('--meetings', '--rounds', '4', '--lanes', '2', '--hurry');
    expect(said).toContain('each once, numbers without a gap');
    expect(code).toBe(0);
  });
});
