import { channelJson, memberCount, messageJson } from '../api-json.js';
import { Refused } from '../block-kit/refused.js';
import { channelArchived, memberJoined } from '../events.js';
import { LIMITS } from '../limits.js';
import { react } from '../posting.js';
import { after } from '../workspace/messages.js';
import type { Channel, Message } from '../workspace/records.js';
import type { World } from '../world.js';
import type { Args } from './args.js';
import { isBotIn, type Methods, messageAt, needScope, needScopeOf, page, userAt, visibleChannel } from './method.js';

const TYPE_KINDS: Record<string, Channel['kind']> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'im',
  mpim: 'mpim',
};

function readable(world: World, args: Args): Channel {
  const channel = visibleChannel(world, args.required('channel'));
  needScopeOf(world, channel, 'history');
  if (!isBotIn(world, channel)) throw new Refused('not_in_channel');
  return channel;
}

/** The part of a list between oldest and latest, oldest first; both ends are left out unless `inclusive`. */
function between(list: readonly Message[], args: Args): readonly Message[] {
  const inclusive = args.flag('inclusive');
  const oldest = moment(args, 'oldest') ?? '0';
  const latest = moment(args, 'latest');
  const from = oldest === '0' ? 0 : after(list, padded(oldest), inclusive);
  const to = latest === undefined || latest === 'now' ? list.length : after(list, padded(latest), !inclusive);
  return list.slice(from, to);
}

/** @throws Refused with invalid_ts_oldest or invalid_ts_latest. */
function moment(args: Args, name: 'oldest' | 'latest'): string | undefined {
  const given = args.text(name);
  if (given === undefined || given === '') return undefined;
  if (name === 'latest' && given === 'now') return given;
  if (!/^\d{1,10}(\.\d{1,6})?$/.test(given)) throw new Refused(`invalid_ts_${name}`);
  return given;
}

/** A timestamp may come as bare seconds. */
function padded(ts: string): string {
  const [seconds = '0', micros = ''] = ts.split('.');
  return `${seconds}.${micros.padEnd(6, '0')}`;
}

export const conversations: Methods = {
  'conversations.open': {
    tier: 3,
    scopes: ['im:write'],
    token: 'bot',
    enforces: 'up to 8 people, who must exist',
    run(world, args) {
      const ids = args.list('users');
      const given = args.text('channel');
      if (given !== undefined && given !== '') {
        const channel = visibleChannel(world, given);
        return { ok: true, no_op: true, already_open: true, channel: openedJson(world, channel, args) };
      }
      if (ids.length === 0) throw new Refused('users_list_not_supplied');
      if (ids.length > LIMITS.openPeople.limit) throw new Refused('too_many_users');
      if (ids.length > 1) needScope(world, 'mpim:write');
      const people = ids.map((id) => userAt(world, id));
      if (people.some((person) => person.bot)) throw new Refused('cannot_dm_bot');
      if (people.some((person) => person.deleted)) throw new Refused('user_disabled');
      const { channel, fresh } = world.channels.direct([world.identity.botUserId, ...ids]);
      return {
        ok: true,
        ...(!fresh && { no_op: true, already_open: true }),
        channel: openedJson(world, channel, args),
      };
    },
  },
  'conversations.list': {
    tier: 2,
    scopes: ['channels:read|groups:read|im:read|mpim:read'],
    token: 'bot',
    enforces: 'a scope for each kind asked for; private ones only where the bot is a member; 1,000 a page',
    run(world, args) {
      const types = args.list('types');
      const kinds = new Set<Channel['kind']>();
      for (const type of types.length === 0 ? ['public_channel'] : types) {
        const kind = TYPE_KINDS[type];
        if (!kind) throw new Refused('invalid_types');
        kinds.add(kind);
      }
      for (const kind of kinds)
        needScope(world, `${{ public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' }[kind]}:read`);
      const noArchived = args.flag('exclude_archived');
      const list = world.channels
        .all()
        .filter((one) => kinds.has(one.kind) && (one.kind === 'public' || isBotIn(world, one)))
        .filter((one) => !(noArchived && one.archived));
      const { items, next } = page(list, args, 100, 1000);
      const channels = items.map((one) => ({ ...channelJson(world, one), num_members: memberCount(world, one) }));
      return { ok: true, channels, response_metadata: { next_cursor: next } };
    },
  },
  'conversations.info': {
    tier: 3,
    scopes: ['channels:read|groups:read|im:read|mpim:read'],
    token: 'bot',
    enforces: 'private conversations only where the bot is a member',
    run(world, args) {
      const channel = visibleChannel(world, args.required('channel'));
      needScopeOf(world, channel, 'read');
      const count = args.flag('include_num_members') ? { num_members: memberCount(world, channel) } : {};
      const locale = args.flag('include_locale') ? { locale: 'zh-CN' } : {};
      return { ok: true, channel: { ...channelJson(world, channel), ...count, ...locale } };
    },
  },
  'conversations.members': {
    tier: 4,
    scopes: ['channels:read|groups:read|im:read|mpim:read'],
    token: 'bot',
    enforces: 'private conversations only where the bot is a member; 1,000 a page',
    run(world, args) {
      const channel = visibleChannel(world, args.required('channel'));
      needScopeOf(world, channel, 'read');
      const everyone = channel.everyone ? world.people.members : [];
      const members = [...new Set([...everyone.map((person) => person.id), ...channel.members])];
      const { items, next } = page(members, args, 100, 1000);
      return { ok: true, members: items, response_metadata: { next_cursor: next } };
    },
  },
  'conversations.history': {
    tier: 3,
    scopes: ['channels:history|groups:history|im:history|mpim:history'],
    token: 'bot',
    enforces:
      'membership; replies are left out; oldest and latest are timestamps; metadata only with include_all_metadata; 999 a page',
    run(world, args) {
      const channel = readable(world, args);
      const found = [...between(channel.top, args)].reverse();
      const { items, next } = page(found, args, 100, 999);
      const metadata = args.flag('include_all_metadata');
      return {
        ok: true,
        messages: items.map((message) => messageJson(world, channel, message, metadata)),
        has_more: next !== '',
        pin_count: 0,
        ...(next !== '' && { response_metadata: { next_cursor: next } }),
      };
    },
  },
  'conversations.replies': {
    tier: 3,
    scopes: ['channels:history|groups:history|im:history|mpim:history'],
    token: 'bot',
    enforces: 'membership; the parent comes first; metadata only with include_all_metadata',
    run(world, args) {
      const channel = readable(world, args);
      const ts = args.required('ts');
      const parent = channel.byTs.get(ts);
      if (!parent) throw new Refused('thread_not_found');
      const replies = channel.threads.get(ts) ?? [];
      const { items, next } = page(between(replies, args), args, 1000, 1000);
      const metadata = args.flag('include_all_metadata');
      return {
        ok: true,
        messages: [parent, ...items].map((message) => messageJson(world, channel, message, metadata)),
        has_more: next !== '',
        ...(next !== '' && { response_metadata: { next_cursor: next } }),
      };
    },
  },
  'conversations.join': {
    tier: 3,
    scopes: ['channels:join'],
    token: 'bot',
    enforces: 'public channels that are not archived',
    run(world, args) {
      const channel = visibleChannel(world, args.required('channel'));
      if (channel.kind !== 'public') throw new Refused('method_not_supported_for_channel_type');
      if (channel.archived) throw new Refused('is_archived');
      const joined = world.channels.join(channel, world.identity.botUserId);
      if (joined) memberJoined(world, channel, world.identity.botUserId);
      world.changes.tell({ channel: channel.id });
      return { ok: true, channel: channelJson(world, channel), ...(!joined && { warning: 'already_in_channel' }) };
    },
  },
  'conversations.archive': {
    tier: 2,
    scopes: ['channels:manage|groups:write'],
    token: 'bot',
    enforces: 'membership; not twice; not a direct message',
    run(world, args) {
      const channel = visibleChannel(world, args.required('channel'));
      if (channel.kind !== 'public' && channel.kind !== 'private')
        throw new Refused('method_not_supported_for_channel_type');
      needScope(world, channel.kind === 'public' ? 'channels:manage' : 'groups:write');
      if (!isBotIn(world, channel)) throw new Refused('not_in_channel');
      if (channel.archived) throw new Refused('already_archived');
      channel.archived = true;
      channelArchived(world, channel, world.identity.botUserId);
      world.changes.tell({ channel: channel.id });
      return { ok: true };
    },
  },
  'reactions.add': {
    tier: 3,
    scopes: ['reactions:write'],
    token: 'bot',
    enforces: 'membership, the message must be there, not twice',
    run(world, args) {
      const channel = visibleChannel(world, args.required('channel'));
      if (!isBotIn(world, channel)) throw new Refused('not_in_channel');
      const message = messageAt(channel, args.required('timestamp'));
      react(world, channel, message, args.required('name').replaceAll(':', ''), world.identity.botUserId);
      return { ok: true };
    },
  },
};

function openedJson(world: World, channel: Channel, args: Args): Record<string, unknown> {
  return args.flag('return_im') ? channelJson(world, channel) : { id: channel.id };
}
