import type { Config } from '../../config.js';
import { features } from '../../features/index.js';
import { callFailure, openClient } from '../../slack/calls.js';
import { manifest } from '../../slack/manifest.js';
import { type Finding, missing, named, unseen, well } from './finding.js';
import type { Identity } from './token.js';

/** An app's manifest as Slack gives it back, as far as ours has to be in it. */
type Given = {
  readonly features?: {
    readonly app_home?: {
      readonly home_tab_enabled?: boolean;
      readonly messages_tab_enabled?: boolean;
      readonly messages_tab_read_only_enabled?: boolean;
    };
    readonly slash_commands?: readonly { readonly command: string }[];
    readonly shortcuts?: readonly { readonly callback_id: string }[];
  };
  readonly settings?: {
    readonly event_subscriptions?: { readonly bot_events?: readonly string[] };
    readonly interactivity?: { readonly is_enabled?: boolean; readonly message_menu_options_url?: string };
    readonly socket_mode_enabled?: boolean;
  };
};

/**
 * Whether the app is made as our manifest says: its events, commands, shortcuts, home tab. Slack shows that to a configuration
 * token alone; a bot token does not tell.
 */
export async function lookAtManifest(
  config: Config,
  identity: Identity | null,
  configurationToken: string | undefined,
): Promise<Finding[]> {
  if (!configurationToken || !identity?.appId)
    return [
      unseen(
        '应用订阅了哪些事件，要有配置令牌才看得到：在 api.slack.com/apps 页底生成，填到 SLACK_CONFIG_TOKEN 再查一次。',
        'Which events the app subscribes to shows only with a configuration token: generate one at the bottom of api.slack.com/apps, put it into SLACK_CONFIG_TOKEN, and look again.',
      ),
    ];
  let given: Given;
  try {
    const client = openClient(configurationToken, config.SLACK_API_URL);
    given =
      ((await client.apiCall('apps.manifest.export', { app_id: identity.appId })) as { manifest?: Given }).manifest ??
      {};
  } catch (error) {
    const failure = callFailure(error);
    const word = failure.kind === 'refused' ? failure.error : failure.kind;
    return [
      unseen(
        `配置令牌看不到这个应用（${word}）：它 12 小时过期，请重新生成；并须是应用的协作者。`,
        `The configuration token does not show this app (${word}): it lives 12 hours, so generate a new one, as a collaborator of the app.`,
      ),
    ];
  }
  const lacking = lackingIn(given, config);
  if (lacking.length === 0) return [well('事件、命令和快捷方式齐全。', 'Events, commands and shortcuts are complete.')];
  const { zh, en } = named(lacking);
  return [
    missing(
      `应用缺少 ${zh}：在 App Manifest 页贴上 manifests 里的文件并保存，再到 Install App 页重新安装。`,
      `The app lacks ${en}: paste the file of manifests/ at App Manifest, save, and reinstall the app at Install App.`,
    ),
  ];
}

function lackingIn(given: Given, config: Config): string[] {
  const overHttp = config.SLACK_APP_TOKEN === undefined;
  const wanted = manifest(features, {
    ...(overHttp ? { receives: 'http', url: 'https://gongjian.example' } : { receives: 'socket' }),
    prefix: config.GONGJIAN_PREFIX,
  });
  const events = new Set(given.settings?.event_subscriptions?.bot_events);
  const commands = new Set(given.features?.slash_commands?.map(({ command }) => command));
  const shortcuts = new Set(given.features?.shortcuts?.map(({ callback_id }) => callback_id));
  const home = given.features?.app_home;
  const { interactivity, socket_mode_enabled } = given.settings ?? {};
  return [
    ...wanted.settings.event_subscriptions.bot_events.filter((event) => !events.has(event)),
    ...wanted.features.slash_commands.flatMap(({ command }) => (commands.has(command) ? [] : [command])),
    ...wanted.features.shortcuts.flatMap(({ name, callback_id }) => (shortcuts.has(callback_id) ? [] : [name])),
    ...(home?.home_tab_enabled ? [] : ['Home Tab']),
    ...(home?.messages_tab_enabled && !home.messages_tab_read_only_enabled ? [] : ['Messages Tab']),
    ...(interactivity?.is_enabled ? [] : ['Interactivity']),
    ...(overHttp && !interactivity?.message_menu_options_url ? ['Options Load URL'] : []),
    ...(!overHttp && !socket_mode_enabled ? ['Socket Mode'] : []),
  ];
}
