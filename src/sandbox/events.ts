import { channelJson, messageJson, teamsOf, userJson } from './api-json.js';
import type { Acknowledgement } from './delivery/envelope.js';
import type { Channel, Message, Person } from './workspace/records.js';
import type { World } from './world.js';

const KIND_EVENTS = { public: 'message.channels', private: 'message.groups', im: 'message.im', mpim: 'message.mpim' };
const CHANNEL_TYPES = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' } as const;

function eventTs(world: World): string {
  const micros = Math.round(world.clock.now() * 1000);
  return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`;
}

/** Where it happened and who did it, as far as an event tells of one. */
interface Circumstances {
  channel?: Channel;
  by?: string;
}

/**
 * Tells the bot what has happened, if its manifest subscribes to it. Nothing is sent to an app that never asked.
 * What somebody of another workspace does comes with that workspace's id outside; `authorizations` names the bot's own.
 */
function send(
  world: World,
  name: string,
  event: Record<string, unknown>,
  { channel, by }: Circumstances = {},
): Promise<Acknowledgement> | undefined {
  if (!world.manifest.events.has(name)) return undefined;
  const { identity } = world;
  return world.delivery.tell({
    token: identity.verificationToken,
    team_id: world.people.get(by ?? '')?.teamId ?? identity.teamId,
    context_team_id: identity.teamId,
    context_enterprise_id: null,
    api_app_id: identity.appId,
    event: { event_ts: eventTs(world), ...event },
    type: 'event_callback',
    event_id: world.counter.next('Ev'),
    event_time: Math.floor(world.clock.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: identity.teamId,
        user_id: identity.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: channel !== undefined && teamsOf(world, channel).length > 1,
    event_context: `4-${world.counter.next('').toLowerCase()}`,
  });
}

type Sent = (Promise<Acknowledgement> | undefined)[];

function botSees(world: World, channel: Channel): boolean {
  return world.channels.isMember(channel, world.identity.botUserId);
}

/** A new message, the bot's own as well, and the mention in it. */
export function messagePosted(world: World, channel: Channel, message: Message): Sent {
  if (!botSees(world, channel)) return [];
  const place = { channel: channel.id, event_ts: message.ts };
  const json = messageJson(world, channel, message);
  const sent: Sent = [
    send(
      world,
      KIND_EVENTS[channel.kind],
      { ...json, ...place, channel_type: CHANNEL_TYPES[channel.kind] },
      { channel, by: message.user },
    ),
  ];
  const mentioned = message.text.includes(`<@${world.identity.botUserId}`);
  if (mentioned && !message.bot && channel.kind !== 'im')
    sent.push(send(world, 'app_mention', { ...json, type: 'app_mention', ...place }, { channel, by: message.user }));
  return sent;
}

export function messageChanged(
  world: World,
  channel: Channel,
  message: Message,
  previous: Record<string, unknown>,
): Sent {
  if (!botSees(world, channel)) return [];
  return [
    send(
      world,
      KIND_EVENTS[channel.kind],
      {
        type: 'message',
        subtype: 'message_changed',
        hidden: true,
        message: messageJson(world, channel, message),
        previous_message: previous,
        channel: channel.id,
        ts: eventTs(world),
        channel_type: CHANNEL_TYPES[channel.kind],
      },
      { channel, by: message.user },
    ),
  ];
}

export function messageDeleted(world: World, channel: Channel, ts: string, previous: Record<string, unknown>): Sent {
  if (!botSees(world, channel)) return [];
  return [
    send(
      world,
      KIND_EVENTS[channel.kind],
      {
        type: 'message',
        subtype: 'message_deleted',
        hidden: true,
        deleted_ts: ts,
        previous_message: previous,
        channel: channel.id,
        ts: eventTs(world),
        channel_type: CHANNEL_TYPES[channel.kind],
      },
      { channel },
    ),
  ];
}

export function homeOpened(
  world: World,
  person: string,
  channel: Channel,
  tab: 'home' | 'messages',
  view?: object,
): Sent {
  return [
    send(
      world,
      'app_home_opened',
      {
        type: 'app_home_opened',
        user: person,
        channel: channel.id,
        tab,
        ...(view && { view }),
      },
      { by: person },
    ),
  ];
}

const letterOf = (channel: Channel) => (channel.kind === 'public' ? 'C' : 'G');

export function memberJoined(world: World, channel: Channel, person: string, inviter?: string): Sent {
  if (!botSees(world, channel)) return [];
  const event = {
    type: 'member_joined_channel',
    user: person,
    channel: channel.id,
    channel_type: letterOf(channel),
    team: world.people.get(person)?.teamId ?? world.identity.teamId,
    ...(inviter !== undefined && { inviter }),
  };
  return [send(world, 'member_joined_channel', event, { channel, by: person })];
}

/** Somebody has left, or was taken out; of its own going the bot hears as `channel_left`. */
export function memberLeft(world: World, channel: Channel, person: string, by = person): Sent {
  if (person === world.identity.botUserId) return ofKind(world, channel, 'left', { channel: channel.id, actor_id: by });
  if (!botSees(world, channel)) return [];
  const event = {
    type: 'member_left_channel',
    user: person,
    channel: channel.id,
    channel_type: letterOf(channel),
    team: world.people.get(person)?.teamId ?? world.identity.teamId,
  };
  return [send(world, 'member_left_channel', event, { channel, by: person })];
}

/** `channel_archive` or `group_archive`, and so on: private channels keep their old name in events. */
function ofKind(world: World, channel: Channel, what: string, event: Record<string, unknown>): Sent {
  const type = `${channel.kind === 'public' ? 'channel' : 'group'}_${what}`;
  return [send(world, type, { type, ...event }, { channel })];
}

export function channelArchived(world: World, channel: Channel, by: string): Sent {
  if (channel.kind !== 'public' && !botSees(world, channel)) return [];
  const what = channel.archived ? 'archive' : 'unarchive';
  return ofKind(world, channel, what, { channel: channel.id, user: by, ...(channel.archived && { is_moved: 0 }) });
}

export function channelRenamed(world: World, channel: Channel): Sent {
  if (channel.kind !== 'public' && !botSees(world, channel)) return [];
  const { id, name, created } = channel;
  return ofKind(world, channel, 'rename', { channel: { id, name, name_normalized: name, created } });
}

export function channelMade(world: World, channel: Channel): Sent {
  if (channel.kind !== 'public') return [];
  return [send(world, 'channel_created', { type: 'channel_created', channel: channelJson(world, channel) })];
}

export function personJoined(world: World, person: Person): Sent {
  return [send(world, 'team_join', { type: 'team_join', user: userJson(world, person, true) })];
}

export function personChanged(world: World, person: Person): Sent {
  return [
    send(world, 'user_change', {
      type: 'user_change',
      user: userJson(world, person, true),
      cache_ts: Math.floor(world.clock.now() / 1000),
    }),
  ];
}

export function reactionAdded(world: World, channel: Channel, message: Message, name: string, user: string): Sent {
  if (!botSees(world, channel)) return [];
  return [
    send(world, 'reaction_added', {
      type: 'reaction_added',
      user,
      reaction: name,
      item_user: message.user,
      item: { type: 'message', channel: channel.id, ts: message.ts },
    }),
  ];
}
