import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

/** Ready within this on two slow cores that other tests share; alone it takes a fraction of it. */
const READY_WITHIN_MS = 60_000;

let folder: string;
let running: ChildProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongjian-start-'));
});
afterEach(() => stop());
afterAll(() => rm(folder, { recursive: true, force: true }));

async function stop(): Promise<void> {
  const child = running;
  running = undefined;
  if (!child || child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** `npm start` on the embedded store; answers the workspace's address. */
async function start(): Promise<string> {
  const environment = { PATH: process.env.PATH ?? '', HOME: folder, PORT: '0', GONGJIAN_DATA: join(folder, 'data') };
  const child = spawn(process.execPath, ['dist/main.js', 'start'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running = child;
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const told = JSON.parse(line) as { ready?: boolean; url?: string };
    if (told.ready && told.url) return told.url;
  }
  throw new Error(`it ended before it was ready:\n${errors}`);
}

type Screen = {
  now: string;
  channels: { name: string; messages: { from: string; bot: boolean; lines: string[] }[] }[];
};

const screen = async (url: string, as: string, channel: string): Promise<Screen> =>
  (await fetch(`${url}/_sandbox/screen?as=${as}&channel=${encodeURIComponent(channel)}`)).json() as Promise<Screen>;

const linesOf = (seen: Screen, channel: string): string[] =>
  (seen.channels.find((each) => each.name === channel)?.messages ?? []).flatMap((message) => message.lines);

// Made by `npm run build`; a checkout that was only compiled has none.
describe.skipIf(!existsSync('dist/demo/store.tgz'))('the first look', () => {
  it('opens on 17 June 2020, half past four, on a county that has reported all year', async () => {
    const began = performance.now();
    const url = await start();
    expect(performance.now() - began).toBeLessThan(READY_WITHIN_MS);

    const leaders = await screen(url, 'leixia', '全县调度');
    expect(Date.parse(leaders.now)).toBeGreaterThanOrEqual(Date.parse('2020-06-17T16:30:00+08:00'));
    expect(Date.parse(leaders.now)).toBeLessThan(Date.parse('2020-06-17T16:45:00+08:00'));
    const digest = linesOf(leaders, '全县调度').join('\n');
    expect(digest).toMatch(/6月16 ?日/);
    expect(digest).not.toMatch(/6月17 ?日/);

    // An obstacle waits at every rung: with the commander, a sponsor, a department due today, and a unit.
    for (const [rung, place, says] of [
      ['leixia', '攻坚', '等@雷霞'],
      ['qiuzhen', '攻坚', '等@邱震'],
      ['heweiguo', '攻坚', '等贺卫国（自然资源局）'],
    ] as const) {
      const seen = (await (await fetch(`${url}/_sandbox/screen?as=${rung}`)).json()) as Screen;
      const lines = seen.channels.flatMap((channel) => channel.messages.flatMap((message) => message.lines));
      expect(lines.join('\n'), `${rung} ${place}`).toContain(says);
    }

    const project = await screen(url, 'fenglizhi', '经济开发区-项目');
    expect(linesOf(project, '经济开发区-项目').join('\n')).toMatch(/P-001/);
  }, 90_000);

  it('goes on where it was when it is started again on the same folder', async () => {
    const before = await start();
    const said = await fetch(`${before}/_sandbox/act`, {
      method: 'POST',
      body: JSON.stringify({ as: 'leixia', do: 'say', channel: '项目攻坚年', text: '明天上午开调度会' }),
    });
    expect(((await said.json()) as { ok: boolean }).ok).toBe(true);
    const { now } = await screen(before, 'leixia', '项目攻坚年');
    await stop();
    const after = await screen(await start(), 'leixia', '项目攻坚年');
    expect(linesOf(after, '项目攻坚年')).toContain('明天上午开调度会');
    expect(Date.parse(after.now)).toBeGreaterThan(Date.parse(now) - 60_000);
  }, 120_000);
});
