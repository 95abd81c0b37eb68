import { Refused } from '../block-kit/refused.js';
import type { Tier } from '../rates.js';
import type { Channel, Message, Person } from '../workspace/records.js';
import type { World } from '../world.js';
import type { Args } from './args.js';

/** One Web API method: what it costs and needs, what it enforces (a line for the README's table), and what it does. */
export interface Method {
  tier: Tier;
  /** Needed scopes; `a|b` is decided by the kind of conversation. Empty: none. */
  scopes: readonly string[];
  token: 'bot' | 'app' | 'configuration' | 'any';
  enforces: string;
  run: (world: World, args: Args) => Answer | Promise<Answer>;
}

export type Answer = Record<string, unknown>;
export type Methods = Record<string, Method>;

/** A scope that the manifest does not ask for. */
export class MissingScope extends Refused {
  constructor(
    readonly needed: string,
    readonly provided: readonly string[],
  ) {
    super('missing_scope');
  }

  override answer(): Answer {
    return { ok: false, error: 'missing_scope', needed: this.needed, provided: this.provided.join(',') };
  }
}

/** The channel's own rate, met: the caller gets a 429. */
export class RateLimited extends Error {
  constructor(readonly seconds: number) {
    super(`ratelimited: ${seconds} s`);
  }
}

export function needScope(world: World, ...anyOf: string[]): void {
  if (!anyOf.some((scope) => world.manifest.scopes.has(scope)))
    throw new MissingScope(anyOf[0] ?? '', [...world.manifest.scopes]);
}

const KIND_SCOPES = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' } as const;

/** `channels:read`, `groups:history` …, by the kind of conversation. */
export function needScopeOf(world: World, channel: Channel, verb: 'read' | 'history'): void {
  needScope(world, `${KIND_SCOPES[channel.kind]}:${verb}`);
}

export function isBotIn(world: World, channel: Channel): boolean {
  return world.channels.isMember(channel, world.identity.botUserId);
}

/** A conversation that the bot may know of: private ones and other people's direct messages are not there for it. */
export function visibleChannel(world: World, id: string | undefined): Channel {
  const channel = id === undefined ? undefined : world.channels.get(id);
  if (!channel || (channel.kind !== 'public' && !isBotIn(world, channel))) throw new Refused('channel_not_found');
  return channel;
}

/** Where a message may go: a conversation by id or #name, or a person's direct messages by user id. */
export function postingChannel(world: World, word: string | undefined): Channel {
  if (word === undefined || word === '') throw new Refused('channel_not_found');
  const person = /^[UW]/.test(word) ? world.people.get(word) : undefined;
  if (person?.deleted) throw new Refused('user_disabled');
  if (person) {
    if (person.bot) throw new Refused('cannot_dm_bot');
    return world.channels.direct([world.identity.botUserId, person.id]).channel;
  }
  const channel = visibleChannel(world, world.channels.find(word)?.id);
  if (channel.archived) throw new Refused('is_archived');
  if (!isBotIn(world, channel) && !world.manifest.scopes.has('chat:write.public')) throw new Refused('not_in_channel');
  return channel;
}

/** A message that this person sees. @throws Refused with message_not_found. */
export function messageAt(channel: Channel, ts: string | undefined): Message {
  const message = ts === undefined ? undefined : channel.byTs.get(ts);
  if (!message || message.subtype === 'tombstone') throw new Refused('message_not_found');
  return message;
}

/** @throws Refused with user_not_found. */
export function userAt(world: World, id: string | undefined, error = 'user_not_found'): Person {
  const person = id === undefined ? undefined : world.people.get(id);
  if (!person) throw new Refused(error);
  return person;
}

/** A page out of a list, with Slack's opaque cursor. */
export function page<T>(list: readonly T[], args: Args, fallback: number, most: number): { items: T[]; next: string } {
  const limit = Math.min(args.number('limit') || fallback, most);
  const cursor = args.text('cursor');
  const start = cursor ? Number(/^page:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1] ?? Number.NaN) : 0;
  if (Number.isNaN(start)) throw new Refused('invalid_cursor');
  const items = list.slice(start, start + limit);
  const next = start + limit < list.length ? Buffer.from(`page:${start + limit}`).toString('base64') : '';
  return { items, next };
}
