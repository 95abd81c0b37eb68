import type { Feature } from '../feature.js';
import { CHANNEL_CHANGES } from './receive/payload.js';

/** What the bot may do in a workspace. */
export const SCOPES = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:write',
  'users:read',
  // Accounts are tied to people by their verified address.
  'users:read.email',
];

const EVENTS = [
  'app_home_opened',
  'app_mention',
  // Where the bot may post: a unit's channel is tied when the bot comes into it, and again when it is renamed or archived.
  ...CHANNEL_CHANGES,
  'message.channels',
  'message.groups',
  'message.im',
  'team_join',
  'user_change',
];

/**
 * The Slack app's manifest (schema 2), made of the features' contents pages: what they answer to and nothing else.
 * Slack shows commands and shortcuts to everybody in one language: Chinese, with English beside it where there is room.
 */
export function manifest(
  features: readonly Feature[],
  options: ({ receives: 'socket' } | { receives: 'http'; url: string }) & {
    /** Stands before the commands where another app of the workspace has taken their names. */
    readonly prefix?: string | undefined;
  },
) {
  const url = options.receives === 'http' ? `${options.url}/slack/events` : undefined;
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: '攻坚 Gongjian',
      description: '项目攻坚年：一句话上报，卡点自动提级，每天一份日报',
      background_color: '#8c1d18',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: '攻坚', always_online: true },
      slash_commands: features.flatMap((feature) =>
        (feature.commands ?? []).map((command) => ({
          command: `/${options.prefix ?? ''}${command.name.slice(1)}`,
          description: `${command.description.zh} ${command.description.en}`.slice(0, 2000),
          usage_hint: command.hint.zh,
          should_escape: false,
          ...(url ? { url } : {}),
        })),
      ),
      shortcuts: features.flatMap((feature) =>
        (feature.shortcuts ?? []).map((shortcut) => ({
          name: shortcut.name.zh,
          type: shortcut.global ? ('global' as const) : ('message' as const),
          callback_id: shortcut.id,
          description: shortcut.name.en,
        })),
      ),
    },
    oauth_config: { scopes: { bot: SCOPES } },
    settings: {
      event_subscriptions: { ...(url ? { request_url: url } : {}), bot_events: EVENTS },
      interactivity: { is_enabled: true, ...(url ? { request_url: url, message_menu_options_url: url } : {}) },
      org_deploy_enabled: false,
      socket_mode_enabled: options.receives === 'socket',
      token_rotation_enabled: false,
    },
  };
}
