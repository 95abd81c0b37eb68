import { memberCount } from '../api-json.js';
import { messageLines, viewLines } from '../lines.js';
import { after, SLACKBOT } from '../workspace/messages.js';
import type { Channel, Message, Person, View } from '../workspace/records.js';
import type { World } from '../world.js';
import { channelTitle } from './fault.js';

/** What to leave out, so that a page stays quick; without any of it the screen is whole. */
export interface ScreenChoice {
  /** Only this channel carries messages (`none`: no channel does), and public channels that could be joined are listed too. */
  channel?: string | undefined;
  /** The newest so many messages outside threads. */
  limit?: number | undefined;
  /** The page before this ts. */
  before?: string | undefined;
  /** With `channel`: the thread whose replies come along; other replies are left out. */
  thread?: string | undefined;
}

/** All that one person sees: nothing of private channels and direct messages that are not theirs. */
export function screenOf(world: World, person: Person, choice: ScreenChoice = {}): Record<string, unknown> {
  const app = world.channels.direct([world.identity.botUserId, person.id]).channel;
  const joined = new Set([...world.channels.of(person.id), app]);
  const channels = choice.channel === undefined ? joined : new Set([...joined, ...open(world)]);
  const modal = world.views.modal(person.id);
  const home = world.views.home(person.id);
  return {
    me: { id: person.id, handle: person.handle, name: person.name, title: person.title, locale: person.locale },
    now: new Date(world.clock.now()).toISOString(),
    timeZone: world.identity.timeZone,
    channels: [...channels].map((channel) => channelScreen(world, person, channel, choice, joined.has(channel))),
    modal: modal ? modalScreen(world, person, modal) : null,
    home: home
      ? { id: home.id, hash: home.hash, blocks: home.blocks, state: home.state, lines: viewLines(world, home) }
      : null,
    toast: world.toasts.get(person.id) ?? null,
  };
}

/** Public channels can be looked into, and joined, by anyone. */
function open(world: World): Channel[] {
  return world.channels.all().filter((channel) => channel.kind === 'public' && !channel.archived);
}

function channelScreen(
  world: World,
  person: Person,
  channel: Channel,
  choice: ScreenChoice,
  joined: boolean,
): Record<string, unknown> {
  const shown = choice.channel === undefined || choice.channel === channel.id || choice.channel === channel.name;
  const { list, hasMore } = shown ? messagesFor(channel, person, choice) : { list: [], hasMore: false };
  const others = [...channel.members].filter((member) => member !== person.id);
  const kinds = { public: 'channel', private: 'private', im: 'direct', mpim: 'direct' } as const;
  const app = channel.kind === 'im' && others[0] === world.identity.botUserId;
  const { unread, mentions } = unreadOf(channel, person);
  return {
    id: channel.id,
    name: channelTitle(world, channel, person),
    kind: app ? 'app' : kinds[channel.kind],
    ...((channel.kind === 'im' || channel.kind === 'mpim') && { with: others }),
    ...(channel.purpose !== '' && { purpose: channel.purpose }),
    members: memberCount(world, channel),
    joined,
    unread: joined ? unread : 0,
    mentions: joined ? mentions : 0,
    ...(channel.top.length > 0 && { latest: channel.top.at(-1)?.ts }),
    ...(hasMore && { hasMore }),
    ...(channel.archived && { archived: true }),
    messages: list.map((message) => messageScreen(world, channel, message)),
  };
}

/** Oldest first; a person's own ephemeral messages in their places between the others. */
function messagesFor(channel: Channel, person: Person, choice: ScreenChoice): { list: Message[]; hasMore: boolean } {
  const end = choice.before === undefined ? channel.top.length : after(channel.top, choice.before, true);
  const start = choice.limit === undefined ? 0 : Math.max(0, end - choice.limit);
  const top = channel.top.slice(start, end);
  const focused = choice.channel !== undefined;
  const replies = focused
    ? (channel.threads.get(choice.thread ?? '') ?? [])
    : top.flatMap((message) => channel.threads.get(message.ts) ?? []);
  const from = start > 0 ? (top[0]?.ts ?? '') : '';
  const private_ = (channel.ephemeral.get(person.id) ?? []).filter(
    (message) =>
      message.ts >= from &&
      (choice.before === undefined || message.ts < choice.before) &&
      (!focused || message.thread === undefined || message.thread === choice.thread),
  );
  const all = new Set([...top, ...replies, ...private_]);
  const parent = choice.thread === undefined ? undefined : channel.byTs.get(choice.thread);
  if (parent) all.add(parent);
  return { list: [...all].sort((one, other) => (one.ts < other.ts ? -1 : 1)), hasMore: start > 0 };
}

function unreadOf(channel: Channel, person: Person): { unread: number; mentions: number } {
  const read = channel.read.get(person.id) ?? '';
  let unread = 0;
  let mentions = 0;
  for (let index = channel.top.length - 1; index >= 0; index -= 1) {
    const message = channel.top[index];
    if (!message || message.ts <= read || unread >= 100) break;
    if (message.user === person.id || message.subtype === 'tombstone') continue;
    unread += 1;
    if (message.text.includes(`<@${person.id}>`)) mentions += 1;
  }
  return { unread, mentions };
}

function messageScreen(world: World, channel: Channel, message: Message): Record<string, unknown> {
  const replies = message.onlyFor === undefined ? (channel.threads.get(message.ts) ?? []) : [];
  const slackbot = message.user === SLACKBOT;
  return {
    ts: message.ts,
    from: slackbot ? 'Slackbot' : (world.people.get(message.user)?.name ?? message.user),
    fromId: message.user,
    bot: message.bot,
    text: message.text,
    blocks: message.blocks,
    thread: message.thread ?? null,
    ...(replies.length > 0 && {
      replies: {
        count: replies.length,
        latest: replies.at(-1)?.ts,
        users: [...new Set(replies.map((reply) => reply.user))],
      },
    }),
    ephemeral: message.onlyFor !== undefined,
    edited: message.edited !== undefined,
    ...(message.broadcast && { broadcast: true }),
    ...((slackbot || message.subtype === 'channel_join' || message.subtype === 'tombstone') && { system: true }),
    files: message.files.flatMap((id) => {
      const file = world.files.get(id);
      return file ? [{ id, name: file.name, title: file.title, mimetype: file.mimetype, size: file.size }] : [];
    }),
    reactions: message.reactions.map((one) => ({ ...one, count: one.users.length })),
    state: message.state,
    lines: messageLines(world, message),
  };
}

function modalScreen(world: World, person: Person, view: View): Record<string, unknown> {
  const stack = world.views.stack(person.id);
  return {
    id: view.id,
    hash: view.hash,
    title: view.title?.text ?? '',
    ...(view.submit && { submit: view.submit.text }),
    ...(view.close && { close: view.close.text }),
    callbackId: view.callback_id ?? '',
    blocks: view.blocks,
    state: view.state,
    errors: view.errors,
    ...(view.trouble !== undefined && { trouble: view.trouble }),
    depth: stack.length,
    ...(stack.length > 1 && {
      below: stack
        .slice(0, -1)
        .map((one) => ({ id: one.id, title: one.title?.text ?? '', blocks: one.blocks, state: one.state })),
    }),
    lines: viewLines(world, view),
  };
}
