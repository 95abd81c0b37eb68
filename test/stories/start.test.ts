import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { readPlan } from '../../src/commands/load-plan.js';
import { openSandbox } from '../../src/commands/sandbox.js';
import { seedPlan } from '../../src/plan/index.js';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const folders: string[] = [];
const newFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gongjian-start-'));
  folders.push(folder);
  return folder;
};

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

const run = (args: string[], env: Record<string, string>): Promise<Ended> =>
  new Promise((resolve) => {
    const clean = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env };
    execFile(process.execPath, [main, ...args], { env: clean, timeout: 60_000 }, (error, out, err) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }),
    );
  });

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

describe('what cannot start says why and what to do', () => {
  it('settings of the wrong shape are named, and never repeated', async () => {
    const { code, err } = await run(['start'], { SLACK_BOT_TOKEN: 'secret-of-another-kind', PORT: 'many' });
    expect(code).toBe(1);
    expect(err).toContain('SLACK_BOT_TOKEN: put there the Bot User OAuth Token');
    expect(err).toContain('PORT: put there the port to listen on');
    expect(err).not.toContain('secret-of-another-kind');
  });

  it('a bot token alone asks for the other half', async () => {
    const { code, err } = await run(['start'], { SLACK_BOT_TOKEN: 'xoxb-1' });
    expect(code).toBe(1);
    expect(err).toContain('SLACK_APP_TOKEN: put there an App-Level Token');
  });

  it('a token that Slack does not know', async () => {
    const sandbox = await openSandbox(await readPlan(seedPlan), { port: 0, now: '2020-06-17T16:30:00+08:00' });
    try {
      const { code, err } = await run(['start'], {
        SLACK_API_URL: `${sandbox.url}/api/`,
        SLACK_BOT_TOKEN: 'xoxb-wrong',
        SLACK_APP_TOKEN: 'xapp-wrong',
        GONGJIAN_DATA: await newFolder(),
      });
      expect(code).toBe(1);
      expect(err).toContain('Slack does not know this token');
    } finally {
      await sandbox.close();
    }
  }, 60_000);

  it('a folder that another process has', async () => {
    const folder = await newFolder();
    const sandbox = await openSandbox(await readPlan(seedPlan), { port: 0, now: '2020-06-17T16:30:00+08:00' });
    const env = {
      SLACK_API_URL: `${sandbox.url}/api/`,
      SLACK_BOT_TOKEN: sandbox.botToken,
      SLACK_APP_TOKEN: sandbox.appToken,
      GONGJIAN_DATA: folder,
    };
    const first = spawn(process.execPath, [main, 'start'], {
      env: { PATH: process.env.PATH ?? '', ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    try {
      await new Promise<void>((resolve) =>
        first.stdout.on('data', (data) => String(data).includes('"ready":true') && resolve()),
      );
      const { code, err } = await run(['start'], env);
      expect(code).toBe(1);
      expect(err).toMatch(/in use by process \d+/);
    } finally {
      first.kill('SIGKILL');
      await sandbox.close();
    }
  }, 90_000);

  it('a database that is away', async () => {
    const { code, err } = await run(['digest', '--at', '2020-06-17'], {
      DATABASE_URL: 'postgresql://nobody:hush@127.0.0.1:1/none',
    });
    expect(code).toBe(1);
    expect(err).not.toContain('hush');
    expect(err).toMatch(/127\.0\.0\.1:1/);
    expect(err).not.toContain('at Object.');
  }, 60_000);

  it('a broken plan file: each fault with its line', async () => {
    const folder = await newFolder();
    const file = join(folder, 'plan.yaml');
    await writeFile(file, 'key: x\nname: { zh: 甲, en: A }\nyear: twenty\ntimeZone: Nowhere/Else\n');
    const { code, err } = await run(['load-plan', file, '--workspace', 'T1'], { GONGJIAN_DATA: join(folder, 'data') });
    expect(code).toBe(1);
    expect(err).toMatch(/plan\.yaml:3/);
    const away = await run(['load-plan', join(folder, 'none.yaml'), '--workspace', 'T1'], {
      GONGJIAN_DATA: join(folder, 'data'),
    });
    expect(away.code).toBe(1);
    expect(away.err).toContain('none.yaml');
  }, 60_000);
});
