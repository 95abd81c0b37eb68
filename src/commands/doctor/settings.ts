import { type Config, fits, readConfig, variableHelp } from '../../config.js';
import { type Finding, missing, well } from './finding.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** What belongs into each variable; config.ts says the same in English. */
const PUT: Readonly<Record<keyof Config, string>> = {
  SLACK_BOT_TOKEN: '应用的 Bot User OAuth Token，以 xoxb- 开头，在 Install App 页',
  SLACK_APP_TOKEN: '应用级令牌，权限 connections:write，以 xapp- 开头，在 Basic Information → App-Level Tokens',
  SLACK_SIGNING_SECRET: '应用的 Signing Secret，在 Basic Information 页；用 HTTP 接收时代替应用级令牌',
  SLACK_API_URL: 'Web API 的地址；用 slack.com 时不填',
  DATABASE_URL: 'PostgreSQL 的地址，写成 postgresql://用户:密码@主机:5432/库；用内置数据库时不填',
  GONGJIAN_DATA: '内置数据库的文件夹',
  GONGJIAN_BACKUPS: '每天备份到哪个文件夹；不备份时不填',
  GONGJIAN_BACKUPS_KEPT: '备份留几份，1 到 1000；不填为 14',
  GONGJIAN_CLOCK: '本地工作区的地址，按它的时间走；正式使用时不填',
  GONGJIAN_PLAN: '行动方案文件，库里还没有方案时载入',
  GONGJIAN_CONNECTIONS: 'Socket Mode 连接数，2 到 10',
  GONGJIAN_PREFIX: '命令前缀，小写字母、数字、- 和 _，如 gj-',
  PORT: '监听的端口；0 为任选',
  GONGJIAN_UPKEEP_PORT: '/live、/ready、/metrics 的端口；不开时不填',
  LOG_LEVEL: 'trace、debug、info、warn、error 或 silent',
};
const ENGLISH = new Map(variableHelp);

const absent = (name: keyof Config, zh: string, en: string): Finding =>
  missing(`${zh}：${name} 填${PUT[name]}。`, `${en}: put there ${ENGLISH.get(name)} (${name}).`);

/**
 * The settings that fit, and what is wrong with the others: never with their values, which may be secrets. What does not fit
 * counts as not set, so that the rest can be looked at.
 */
export function lookAtSettings(environment: Environment): { readonly config: Config; readonly findings: Finding[] } {
  const findings: Finding[] = [];
  const sound = { ...environment };
  for (const name of Object.keys(PUT) as (keyof Config)[]) {
    if (fits(name, environment[name])) continue;
    delete sound[name];
    findings.push(absent(name, `${name} 的值不对`, `${name} does not fit`));
  }
  const has = (name: keyof Config) => Boolean(sound[name]);
  if (!has('SLACK_BOT_TOKEN') && fits('SLACK_BOT_TOKEN', environment.SLACK_BOT_TOKEN))
    findings.push(absent('SLACK_BOT_TOKEN', '没有机器人令牌', 'There is no bot token'));
  const receives = has('SLACK_APP_TOKEN') || has('SLACK_SIGNING_SECRET');
  if (!receives && fits('SLACK_APP_TOKEN', environment.SLACK_APP_TOKEN))
    findings.push(
      absent('SLACK_APP_TOKEN', '没有应用级令牌，收不到消息', 'There is no app token, so nothing can come in'),
    );
  if (has('GONGJIAN_CLOCK') && !has('SLACK_API_URL'))
    findings.push(
      missing(
        'GONGJIAN_CLOCK 指向本地工作区，正式使用时时间会不对：去掉它。',
        'GONGJIAN_CLOCK takes the time from a local workspace, which is wrong with slack.com: leave it out.',
      ),
    );
  if (findings.length === 0) findings.push(well('设置齐全。', 'The settings are complete.'));
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, ...others } = sound;
  // One token without its other half can be looked at as well; readConfig wants both, for starting.
  const config = readConfig(others);
  return {
    config: {
      ...config,
      SLACK_BOT_TOKEN: SLACK_BOT_TOKEN || undefined,
      SLACK_APP_TOKEN: SLACK_APP_TOKEN || undefined,
    },
    findings,
  };
}
