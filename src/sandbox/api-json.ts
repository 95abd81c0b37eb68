import { extension } from './workspace/files.js';
import type { Channel, Message, Person, StoredFile, View } from './workspace/records.js';
import type { World } from './world.js';

const COLOURS = ['9f69e7', '4bbe2e', 'e7392d', '3c989f', '674b1b', 'e96699', 'e0a729', '684b6c', '5b89d5', '2b6836'];

export function personColour(person: Person): string {
  let sum = 0;
  for (const letter of person.id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return COLOURS[sum % COLOURS.length] ?? '9f69e7';
}

/** A user as users.info gives it; email only with its scope, locale only when asked. */
export function userJson(world: World, person: Person, withLocale = false): Record<string, unknown> {
  const email = world.manifest.scopes.has('users:read.email') && !person.bot ? { email: person.email } : {};
  return {
    id: person.id,
    team_id: person.teamId,
    name: person.handle,
    deleted: person.deleted,
    color: personColour(person),
    real_name: person.name,
    tz: world.identity.timeZone,
    tz_label: world.identity.timeZone === 'Asia/Shanghai' ? 'China Standard Time' : world.identity.timeZone,
    tz_offset: zoneOffset(world.identity.timeZone, world.clock.now()),
    profile: profileJson(person, email),
    is_admin: person.admin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person.guest !== undefined,
    is_ultra_restricted: person.guest === 'single',
    is_bot: person.bot,
    is_app_user: false,
    updated: person.updated,
    is_email_confirmed: person.emailUnconfirmed !== true,
    ...(isStranger(world, person) && { is_stranger: true }),
    ...(withLocale && { locale: person.locale }),
  };
}

/** Of another workspace, and in no channel that the bot is in. */
function isStranger(world: World, person: Person): boolean {
  if (person.teamId === world.identity.teamId) return false;
  const bot = world.identity.botUserId;
  return !world.channels.of(person.id).some((channel) => world.channels.isMember(channel, bot));
}

export function profileJson(person: Person, email: { email?: string }): Record<string, unknown> {
  return {
    title: person.title,
    phone: '',
    skype: '',
    real_name: person.name,
    real_name_normalized: person.name,
    display_name: person.handle,
    display_name_normalized: person.handle,
    status_text: person.status?.text ?? '',
    status_emoji: person.status?.emoji ?? '',
    team: person.teamId,
    ...email,
  };
}

function zoneOffset(timeZone: string, at: number): number {
  const shown = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const name = shown.find((part) => part.type === 'timeZoneName')?.value ?? '';
  const found = /([+-])(\d\d):(\d\d)/.exec(name);
  if (!found) return 0;
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 3600 + Number(found[3]) * 60);
}

export function channelJson(world: World, channel: Channel): Record<string, unknown> {
  const direct = channel.kind === 'im';
  const bot = world.identity.botUserId;
  const other = [...channel.members].find((member) => member !== bot) ?? bot;
  const teams = teamsOf(world, channel);
  const common = {
    id: channel.id,
    created: channel.created,
    is_archived: channel.archived,
    is_im: direct,
    is_org_shared: false,
    context_team_id: world.identity.teamId,
    updated: channel.created * 1000,
  };
  if (direct) return { ...common, user: other, is_user_deleted: false, priority: 0, is_open: true };
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_general: false,
    unlinked: 0,
    is_shared: teams.length > 1,
    is_pending_ext_shared: false,
    pending_shared: [],
    parent_conversation: null,
    creator: channel.creator || bot,
    is_ext_shared: teams.length > 1,
    shared_team_ids: teams,
    pending_connected_team_ids: [],
    is_member: world.channels.isMember(channel, bot),
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: channel.purpose, creator: channel.creator, last_set: channel.purpose ? channel.created : 0 },
    previous_names: [],
  };
}

/** The workspaces whose people are in a conversation, this one first. */
export function teamsOf(world: World, channel: Channel): string[] {
  const others = [...channel.members].map((id) => world.people.get(id)?.teamId ?? world.identity.teamId);
  return [...new Set([world.identity.teamId, ...others])];
}

export function memberCount(world: World, channel: Channel): number {
  if (!channel.everyone) return channel.members.size;
  const others = [...channel.members].filter((id) => !world.people.isMember(id));
  return world.people.members.length + others.length;
}

/** `#name` of a channel in payloads: Slack gives stand-in names for private ones. */
export function channelNameInPayload(channel: Channel): string {
  if (channel.kind === 'im') return 'directmessage';
  return channel.kind === 'private' ? 'privategroup' : channel.name;
}

/** A message as conversations.history gives it. @param metadata whether the caller asked for it. */
export function messageJson(
  world: World,
  channel: Channel,
  message: Message,
  metadata = false,
): Record<string, unknown> {
  const replies = channel.threads.get(message.ts);
  const team = world.people.get(message.user)?.teamId ?? world.identity.teamId;
  const root = message.broadcast === true ? channel.byTs.get(message.thread ?? '') : undefined;
  return {
    ...(message.subtype !== undefined && { subtype: message.subtype }),
    type: 'message',
    user: message.user,
    ts: message.ts,
    ...(message.clientId !== undefined && { client_msg_id: message.clientId }),
    ...(message.bot && {
      bot_id: world.identity.botId,
      app_id: world.identity.appId,
      bot_profile: {
        id: world.identity.botId,
        app_id: world.identity.appId,
        user_id: world.identity.botUserId,
        name: world.manifest.botName,
        deleted: false,
        updated: 0,
        team_id: world.identity.teamId,
      },
    }),
    text: message.text,
    team,
    ...(team !== world.identity.teamId && { user_team: team, source_team: team }),
    ...(root && { root: messageJson(world, channel, root) }),
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(message.thread !== undefined && {
      thread_ts: message.thread,
      parent_user_id: channel.byTs.get(message.thread)?.user,
    }),
    ...(replies &&
      replies.length > 0 && {
        thread_ts: message.ts,
        reply_count: replies.length,
        reply_users: [...new Set(replies.map((reply) => reply.user))],
        reply_users_count: new Set(replies.map((reply) => reply.user)).size,
        latest_reply: replies.at(-1)?.ts,
        is_locked: false,
        subscribed: false,
      }),
    ...(message.attachments && {
      attachments: message.attachments.map((one, index) => ({
        id: index + 1,
        fallback: '[no preview available]',
        ...one,
      })),
    }),
    ...(message.edited && { edited: message.edited }),
    ...(message.files.length > 0 && {
      files: message.files.flatMap((id) => {
        const file = world.files.get(id);
        return file ? [fileJson(world, file)] : [];
      }),
      upload: false,
    }),
    ...(message.reactions.length > 0 && {
      reactions: message.reactions.map((one) => ({ ...one, count: one.users.length })),
    }),
    ...(metadata && message.metadata && { metadata: message.metadata }),
  };
}

/** A file as files.info gives it; its type is not known before Slack has worked on it. */
export function fileJson(world: World, file: StoredFile): Record<string, unknown> {
  const ready = world.files.ready(file);
  const address = `${world.url}/files-pri/${world.identity.teamId}-${file.id}`;
  const shares = [...file.seenBy].filter((id) => !/^[UW]/.test(id));
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: ready ? file.mimetype : '',
    filetype: ready ? extension(file.name) : '',
    pretty_type: ready ? extension(file.name).toUpperCase() : '',
    user: file.user,
    user_team: world.identity.teamId,
    editable: false,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: shares.some((id) => id.startsWith('C')),
    public_url_shared: false,
    ...(file.altText !== undefined && { alt_txt: file.altText }),
    url_private: `${address}/${encodeURIComponent(file.name)}`,
    url_private_download: `${address}/download/${encodeURIComponent(file.name)}`,
    permalink: `${world.url}/files/${file.user}/${file.id}/${encodeURIComponent(file.name)}`,
    channels: shares.filter((id) => world.channels.get(id)?.kind === 'public'),
    groups: shares.filter((id) => world.channels.get(id)?.kind === 'private'),
    ims: shares.filter((id) => world.channels.get(id)?.kind === 'im'),
    has_rich_preview: false,
    file_access: 'visible',
  };
}

export function viewJson(world: World, view: View): Record<string, unknown> {
  return {
    id: view.id,
    team_id: world.identity.teamId,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    state: { values: view.state },
    hash: view.hash,
    title: view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clear_on_close ?? false,
    notify_on_close: view.notify_on_close ?? false,
    close: view.close ?? null,
    submit: view.submit ?? null,
    previous_view_id: view.previousId ?? null,
    root_view_id: view.rootId,
    app_id: world.identity.appId,
    external_id: view.external_id ?? '',
    app_installed_team_id: world.identity.teamId,
    bot_id: world.identity.botId,
  };
}
