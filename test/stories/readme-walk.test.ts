import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The part of README that leads from nothing to a bot, as somebody follows it who does only what it says. */
async function readTheWay() {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const [, way = ''] = /## In your own Slack workspace\n([\s\S]*?)\n## /.exec(readme) ?? [];
  const [, manifest = ''] = /paste\s+\[[^\]]+\]\(([^)]+)\)/.exec(way) ?? [];
  const [, plan = ''] = / {3}```yaml\n([\s\S]*?) {3}```/.exec(way) ?? [];
  const commands = [...way.matchAll(/^ {7}(\S.*)$/gm)].map(([, line = '']) => line);
  const [, invitation = ''] = /say in each of them: `([^`]+)`/.exec(way) ?? [];
  const [, doctor = ''] = /`(npm run gongjian -- doctor)`/.exec(way) ?? [];
  const [, reporter = '', report = ''] = /(\S+) says `([^`]+)`/.exec(way.slice(way.indexOf('8. Report'))) ?? [];
  return { manifest, plan: plan.replace(/^ {3}/gm, ''), commands, invitation, doctor, reporter, report };
}

const SOON = { timeout: 30_000 };

/** What npm would run for a command of README. */
async function asRun(command: string): Promise<string> {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const [, name = '', rest = ''] = /^npm (?:run )?(\S+)(?: -- (.*))?$/.exec(command) ?? [];
  return `${scripts[name].replace('dist/', `${root}dist/`)} ${rest}`;
}

describe('README leads from nothing to a bot', { timeout: 240_000 }, () => {
  let way: Awaited<ReturnType<typeof readTheWay>>;
  let sandbox: Sandbox;
  let home: string;
  let settings = '';
  let bot: ChildProcess | undefined;
  const said: string[] = [];

  beforeAll(async () => {
    way = await readTheWay();
    home = await mkdtemp(join(tmpdir(), 'gongjian-readme-'));
    // Somebody's workspace: its people, no channel of ours, the manifest that README has them paste.
    sandbox = await startSandbox({
      manifest: JSON.parse(await readFile(join(root, way.manifest), 'utf8')),
      now: '2026-03-02T09:00:00+08:00',
      people: [
        { handle: 'liming', name: '李明', email: 'liming@example.com' },
        { handle: 'wangfang', name: '王芳', email: 'wangfang@example.com' },
      ],
      channels: [],
    });
  });
  afterAll(async () => {
    bot?.kill('SIGKILL');
    await sandbox?.close();
    if (home) await rm(home, { recursive: true, force: true });
  });

  /** A command in a shell of its own, with what was exported there; only the workspace's address is not README's. */
  function shell(command: string, more: Record<string, string> = {}): ChildProcess {
    const place = { SLACK_API_URL: `${sandbox.url}/api/`, GONGJIAN_CLOCK: sandbox.url };
    const env = { PATH: process.env.PATH ?? '', HOME: home, LANG: 'zh_CN.UTF-8', ...place, ...more };
    const child = spawn('sh', ['-c', `${settings}\nexec ${command}`], { cwd: home, env });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
    return child;
  }

  async function run(command: string, more: Record<string, string> = {}) {
    const before = said.length;
    const child = shell(await asRun(command), more);
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    return { code, out: said.slice(before).join('') };
  }

  const lines = async (as: string) => {
    const { channels } = (await sandbox.screen(as, true)) as unknown as {
      channels: { name: string; messages: { lines: string[] }[] }[];
    };
    return channels.find(({ name }) => name === '开发区项目')?.messages.map((each) => each.lines.join('\n')) ?? [];
  };

  it('the manifest is one that Slack takes', async () => {
    const answer = await fetch(`${sandbox.url}/api/apps.manifest.validate`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.configurationToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ manifest: await readFile(join(root, way.manifest), 'utf8') }),
    });
    expect(await answer.json()).toMatchObject({ ok: true });
  });

  it('with nothing set, the doctor says what is to be set', async () => {
    const { code, out } = await run(way.doctor);
    expect(code).toBe(1);
    expect(out).toContain('✗ 没有机器人令牌');
    expect(out).toContain('✗ 没有应用级令牌');
    expect(out).toContain('✗ 还没有载入行动方案');
  });

  it('the plan of ten lines is loaded', async () => {
    expect(way.plan.trim().split('\n')).toHaveLength(10);
    await writeFile(join(home, 'our-plan.yaml'), way.plan);
    const [install, exported = '', load = '', start] = way.commands;
    expect([install, start]).toEqual(['npm ci', 'npm start']);
    settings = exported.replace('xoxb-…', sandbox.botToken).replace('xapp-…', sandbox.appToken);
    expect(settings).not.toContain('…');
    const before = await run(way.doctor);
    expect(before.code).toBe(1);
    expect(before.out).toContain('✓ 机器人令牌可用');
    expect(before.out).toContain('✗ 还没有载入行动方案');
    const { code, out } = await run(load);
    expect(out).toContain('1 projects, 2 people');
    expect(code).toBe(0);
  });

  it('the bot starts, outside of every channel, and the doctor says so beside it', async () => {
    bot = shell(await asRun('npm start'));
    await new Promise<void>((resolve, reject) => {
      bot?.stdout?.on('data', (text) => String(text).includes('"ready":true') && resolve());
      bot?.on('close', () => reject(new Error(said.join(''))));
    });
    const none = await run(way.doctor);
    expect(none.code).toBe(1);
    expect(none.out).toContain('机器人正在运行');
    expect(none.out).toContain('✗ 没有 #开发区项目');
    await fetch(`${sandbox.url}/_sandbox/people`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ channels: [{ name: '开发区项目', members: 'all' }] }),
    });
    const outside = await run(way.doctor);
    expect(outside.out).toContain('✗ 机器人不在 #开发区项目：在频道里发 /invite');
    expect(outside.out).toContain('✓ 2人都有 Slack 账号');
  });

  it('invited, the doctor finds nothing missing, the app included', async () => {
    const nobody = await sandbox.act({ as: 'liming', do: 'command', channel: '开发区项目', text: '/invite @陌生人' });
    expect(nobody.error).toContain('There is nobody called @陌生人');
    const invited = await sandbox.act({ as: 'liming', do: 'command', channel: '开发区项目', text: way.invitation });
    expect(invited).toMatchObject({ ok: true, error: null });
    await sandbox.screen('liming', true);
    const { code, out } = await run(way.doctor, { SLACK_CONFIG_TOKEN: sandbox.configurationToken });
    expect(out).toContain('✓ 机器人在方案的1个频道里');
    expect(out).toContain('✓ 事件、命令和快捷方式齐全');
    expect(out).toContain('没有缺的');
    expect(code).toBe(0);
    const english = await run(`${way.doctor} --language en`);
    expect(english.out).toContain('Nothing is missing.');
  });

  it('the first report is taken, and the first digest comes at 18:00', async () => {
    const reporter = { 王芳: 'wangfang', 李明: 'liming' }[way.reporter] ?? '';
    const acted = await sandbox.act({ as: reporter, do: 'command', channel: '开发区项目', text: way.report });
    expect(acted.error).toBeNull();
    // The bot is a process of its own: what it says comes when it comes.
    await expect.poll(async () => (await lines(reporter)).join('\n'), SOON).toContain('主体封顶 60%');
    await fetch(`${sandbox.url}/_sandbox/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ set: '18:00' }),
    });
    await expect.poll(async () => (await lines('liming')).join('\n'), SOON).toMatch(/日报[\s\S]*全部1个项目/);
  });

  it('no secret was said by any of them', () => {
    const secrets = [sandbox.botToken, sandbox.appToken, sandbox.signingSecret, sandbox.configurationToken];
    for (const secret of secrets) expect(said.join('')).not.toContain(secret);
  });
});
