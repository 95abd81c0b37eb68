import type { Config } from '../../config.js';
import { callFailure, openClient } from '../../slack/calls.js';
import { SCOPES } from '../../slack/manifest.js';
import { type Finding, missing, named, unseen, well } from './finding.js';

/** Who the bot is, where Slack takes its token. */
export type Identity = {
  readonly teamId: string;
  readonly team: string;
  /** As people mention it. */
  readonly bot: string;
  readonly appId: string | null;
};

/** So far the clock may be off: digests and deadlines go by it, and signatures of more than five minutes are refused. */
const MOST_SKEW_SECONDS = 30;

const REFUSED: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  invalid_auth: ['Slack 不认识这个机器人令牌', 'Slack does not know this bot token'],
  not_authed: ['Slack 没有收到机器人令牌', 'Slack got no bot token'],
  account_inactive: ['应用已从工作区移除', 'the app was removed from the workspace'],
  token_revoked: ['机器人令牌已作废', 'the bot token was revoked'],
  token_expired: ['机器人令牌已过期', 'the bot token has expired'],
};

/** Asks Slack who the token is of, what it may do, and what time it is there: one call answers all three. */
export async function lookAtToken(config: Config): Promise<{ identity: Identity | null; findings: Finding[] }> {
  const address = config.SLACK_API_URL ?? 'https://slack.com/api/';
  const asked = Date.now();
  let response: Response;
  let answer: { ok?: boolean; error?: string; team_id?: string; team?: string; user?: string; bot_id?: string };
  try {
    response = await fetch(new URL('auth.test', address), {
      method: 'POST',
      headers: { authorization: `Bearer ${config.SLACK_BOT_TOKEN}` },
      signal: AbortSignal.timeout(10_000),
    });
    answer = (await response.json()) as typeof answer;
  } catch {
    const { host } = new URL(address);
    return {
      identity: null,
      findings: [
        missing(
          `连不上 ${host}：检查网络、代理和防火墙${config.SLACK_API_URL ? '，以及 SLACK_API_URL' : ''}。`,
          `${host} cannot be reached: check the network, a proxy, a firewall${config.SLACK_API_URL ? ', and SLACK_API_URL' : ''}.`,
        ),
      ],
    };
  }
  const clock = skew(response.headers.get('date'), asked, Date.now());
  if (!answer.ok) {
    const [zh, en] = REFUSED[answer.error ?? ''] ?? [
      `Slack 不收机器人令牌（${answer.error}）`,
      `Slack refuses the bot token (${answer.error})`,
    ];
    const again = missing(
      `${zh}：在 Install App 页安装应用，把 Bot User OAuth Token 重新填到 SLACK_BOT_TOKEN。`,
      `${en}: install the app (Install App) and put its Bot User OAuth Token into SLACK_BOT_TOKEN again.`,
    );
    return { identity: null, findings: [again, ...clock] };
  }
  const identity = {
    teamId: answer.team_id ?? '',
    team: answer.team ?? '',
    bot: answer.user ?? '',
    appId: await appOf(config, answer.bot_id),
  };
  const known = well(
    `机器人令牌可用：工作区“${identity.team}”，机器人 @${identity.bot}。`,
    `The bot token works: workspace "${identity.team}", bot @${identity.bot}.`,
  );
  return { identity, findings: [known, ...scopes(response.headers.get('x-oauth-scopes')), ...clock] };
}

function scopes(header: string | null): Finding[] {
  if (header === null)
    return [unseen('Slack 没有说明这个令牌有哪些权限。', 'Slack did not say which scopes this token has.')];
  const held = new Set(header.split(',').map((scope) => scope.trim()));
  const lacking = SCOPES.filter((scope) => !held.has(scope));
  if (lacking.length === 0) return [well('权限齐全。', 'It has all scopes.')];
  const { zh, en } = named(lacking);
  return [
    missing(
      `缺少权限 ${zh}：在 App Manifest 页贴上 manifests 里的文件并保存，再到 Install App 页重新安装。`,
      `Scopes are missing: ${en}. Paste the file of manifests/ at App Manifest, save, and reinstall the app at Install App.`,
    ),
  ];
}

function skew(date: string | null, before: number, after: number): Finding[] {
  const there = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(there)) return [];
  // The header counts whole seconds; the answer was written some time between question and answer.
  const off = there + 999 < before ? (before - there) / 1000 : there > after ? (there - after) / 1000 : 0;
  if (off <= MOST_SKEW_SECONDS) return [well('时钟准确。', 'The clock is right.')];
  const seconds = Math.round(off);
  return [
    missing(
      `这台机器的时钟差了 ${seconds} 秒：打开自动对时（NTP）。`,
      `This machine's clock is ${seconds} s off: turn on time synchronisation (NTP).`,
    ),
  ];
}

async function appOf(config: Config, botId: string | undefined): Promise<string | null> {
  if (!botId) return null;
  const client = openClient(config.SLACK_BOT_TOKEN ?? '', config.SLACK_API_URL);
  return client.bots.info({ bot: botId }).then(
    ({ bot }) => bot?.app_id ?? null,
    () => null,
  );
}

/** The other half: a token that opens Socket Mode, of the same app; or the secret, which shows its worth only with what comes in. */
export async function lookAtReceiving(config: Config, identity: Identity | null): Promise<Finding[]> {
  const { SLACK_APP_TOKEN: token } = config;
  if (!token)
    return config.SLACK_SIGNING_SECRET
      ? [
          unseen(
            '用 HTTP 接收：签名密钥对不对、地址通不通，要等 Slack 发来第一条才知道；在 Event Subscriptions 页点 Retry 可试。',
            'Receiving over HTTP: whether the signing secret and the address are right shows with the first request; Retry at Event Subscriptions sends one.',
          ),
        ]
      : [];
  const appId = /^xapp-\d+-([A-Z0-9]+)-/.exec(token)?.[1];
  if (appId && identity?.appId && appId !== identity.appId)
    return [
      missing(
        '两个令牌不是同一个应用的，消息会到别处去：从同一个应用里重新复制 SLACK_BOT_TOKEN 和 SLACK_APP_TOKEN。',
        'The two tokens are of two apps, so what people type goes elsewhere: copy SLACK_BOT_TOKEN and SLACK_APP_TOKEN out of one app.',
      ),
    ];
  try {
    await openClient(token, config.SLACK_API_URL).apps.connections.open();
    return [well('应用级令牌可用，收得到消息。', 'The app token works: Socket Mode opens.')];
  } catch (error) {
    const failure = callFailure(error);
    const word = failure.kind === 'refused' ? failure.error : failure.kind;
    return [
      missing(
        `Slack 不收应用级令牌（${word}）：在 Basic Information → App-Level Tokens 生成一个，权限 connections:write，填到 SLACK_APP_TOKEN；并确认 Socket Mode 已打开。`,
        `Slack refuses the app token (${word}): generate one at Basic Information → App-Level Tokens with connections:write, put it into SLACK_APP_TOKEN, and see that Socket Mode is on.`,
      ),
    ];
  }
}
