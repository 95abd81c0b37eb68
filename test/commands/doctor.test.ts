import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examine, report } from '../../src/commands/doctor.js';
import { openConfiguredStore } from '../../src/commands/store.js';
import { readConfig } from '../../src/config.js';
import { features } from '../../src/features/index.js';
import { seedPlan } from '../../src/plan/index.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { manifest } from '../../src/slack/manifest.js';
import { newTestHome } from '../support/store.js';

const whole = manifest(features, { receives: 'socket' });

/** An app that somebody made from an older manifest, in a workspace that is not ready. */
const older = {
  ...whole,
  features: {
    ...whole.features,
    slash_commands: whole.features.slash_commands.filter(({ command }) => command !== '/goals'),
  },
  oauth_config: { scopes: { bot: whole.oauth_config.scopes.bot.filter((scope) => scope !== 'files:write') } },
  settings: {
    ...whole.settings,
    event_subscriptions: {
      bot_events: whole.settings.event_subscriptions.bot_events.filter((event) => event !== 'member_joined_channel'),
    },
  },
};

describe('the doctor', () => {
  let sandbox: Sandbox;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gongjian-doctor-test-'));
    sandbox = await startSandbox({
      manifest: older,
      people: [{ handle: 'li', name: '李', email: 'li@example.com' }],
      channels: [
        { name: '全县调度', members: 'all', private: true },
        { name: '项目攻坚年', members: 'all', bot: true },
        { name: 'assault-year', members: 'all' },
      ],
    });
  });
  afterAll(async () => {
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  });

  const settings = (more: Record<string, string | undefined> = {}) => ({
    SLACK_API_URL: `${sandbox.url}/api/`,
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.appToken,
    GONGJIAN_DATA: join(folder, 'none'),
    ...more,
  });
  const said = async (more: Record<string, string | undefined> = {}, file?: string) => {
    const findings = await examine(settings(more), file);
    return { zh: report(findings, 'zh'), en: report(findings, 'en') };
  };

  it('names scopes that the token lacks', async () => {
    const { zh, en } = await said();
    expect(zh).toContain('✗ 缺少权限 files:write：在 App Manifest 页贴上');
    expect(en).toContain('✗ Scopes are missing: files:write. Paste');
    expect(zh).toContain('? 应用订阅了哪些事件，要有配置令牌才看得到');
  });

  it('names events and commands that the app lacks, given a configuration token', async () => {
    const { zh } = await said({ SLACK_CONFIG_TOKEN: sandbox.configurationToken });
    expect(zh).toContain('✗ 应用缺少 member_joined_channel、/goals：');
  });

  it('tells apart tokens that are wrong, of another kind, or of another app', async () => {
    const wrong = await said({ SLACK_BOT_TOKEN: 'xoxb-of-yesterday' });
    expect(wrong.zh).toContain('✗ Slack 不认识这个机器人令牌');
    expect(wrong.en).toContain('✗ Slack does not know this bot token');
    expect(wrong.zh).not.toContain('of-yesterday');
    expect((await said({ SLACK_APP_TOKEN: 'xapp-1-A0OTHER00-1-abc' })).zh).toContain('✗ 两个令牌不是同一个应用的');
    expect((await said({ SLACK_APP_TOKEN: 'xapp-abc' })).zh).toContain('✗ Slack 不收应用级令牌（invalid_auth）');
    const kind = await said({ SLACK_BOT_TOKEN: 'xoxp-of-a-person' });
    expect(kind.zh).toContain('✗ SLACK_BOT_TOKEN 的值不对');
    expect(kind.en).not.toContain('of-a-person');
  });

  it('says that slack is out of reach, and what of the settings is wrong, and goes on', async () => {
    const { zh, en } = await said({ SLACK_API_URL: 'http://127.0.0.1:1/api/', PORT: 'many' });
    expect(zh).toContain('✗ PORT 的值不对');
    expect(zh).toContain('✗ 连不上 127.0.0.1:1');
    expect(en).toContain('✗ 127.0.0.1:1 cannot be reached');
    expect(zh).toContain('✗ 还没有载入行动方案');
  });

  it('says what a plan file asks that the workspace does not have', async () => {
    const { zh, en } = await said({}, seedPlan);
    expect(zh).toMatch(/✗ 没有 #全县调度、/);
    expect(zh).toContain('✗ 机器人不在 #assault-year：在频道里发 /invite @');
    expect(zh).toMatch(/✗ .*的邮箱在工作区里没有账号：请他们加入/);
    expect(en).toMatch(/✗ The bot is not in #assault-year: say \/invite @/);
    expect(zh).not.toContain('#项目攻坚年');
  });

  it('leaves the store of an older version as it is, and says what to do', async () => {
    const home = await newTestHome();
    const place = home.options.databaseUrl
      ? { GONGJIAN_DATA: undefined, DATABASE_URL: home.options.databaseUrl }
      : { GONGJIAN_DATA: join(folder, 'older') };
    if (place.GONGJIAN_DATA) await mkdir(place.GONGJIAN_DATA);
    const opened = await openConfiguredStore(readConfig(settings(place)), pino({ level: 'silent' }), {
      snapshot: home.options.snapshot,
    });
    // The newest migration is as if it had not been yet.
    await opened.client.$executeRawUnsafe(
      'DELETE FROM _prisma_migrations WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)',
    );
    await opened.close();
    const { zh, en } = await said(place);
    expect(zh).toMatch(/✗ 数据库（[^）]+）是旧版本的：先用旧版本备份，再启动机器人，它会升级。/);
    expect(en).toContain('is of an older version: back up with that version, then start the bot');
    await home.remove();
  });

  it('knows a folder that is none', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    expect((await said({ GONGJIAN_DATA: file })).zh).toContain(`✗ ${file} 是一个文件：把 GONGJIAN_DATA 换成文件夹。`);
  });

  it('knows a database that is away, without its password', async () => {
    const { zh, en } = await said({ DATABASE_URL: 'postgresql://nobody:hush@127.0.0.1:1/none' });
    expect(zh).toContain('✗ 数据库（127.0.0.1:1）打不开');
    expect(en).toContain('✗ The store (127.0.0.1:1) cannot be opened');
    expect(`${zh}${en}`).not.toContain('hush');
  });
});
