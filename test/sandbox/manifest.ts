/** The app of these tests: it asks for every kind of thing that the sandbox knows. */
export const manifest = {
  _metadata: { major_version: 2 },
  display_information: { name: 'Probe' },
  features: {
    bot_user: { display_name: 'Probe', always_online: true },
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    slash_commands: [
      { command: '/echo', description: 'Says it again', usage_hint: '[text]' },
      { command: '/form', description: 'Opens a form' },
      { command: '/late', description: 'Answers too late' },
      { command: '/names', description: 'Names people', should_escape: true },
    ],
    shortcuts: [
      { name: 'Open the form', type: 'global', callback_id: 'open_form', description: 'Opens a form' },
      { name: 'Keep this', type: 'message', callback_id: 'keep_message', description: 'Keeps a message' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        'commands',
        'chat:write',
        'im:write',
        'im:history',
        'users:read',
        'files:read',
        'files:write',
        'channels:history',
        'groups:history',
        'channels:read',
        'groups:read',
        'app_mentions:read',
        'reactions:write',
      ],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: [
        'message.channels',
        'message.groups',
        'message.im',
        'app_mention',
        'app_home_opened',
        'member_joined_channel',
        'member_left_channel',
        'channel_archive',
        'channel_unarchive',
        'channel_rename',
        'channel_left',
        'team_join',
        'user_change',
      ],
    },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  },
};
