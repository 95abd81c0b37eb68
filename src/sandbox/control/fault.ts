import type { Channel, Person } from '../workspace/records.js';
import type { World } from '../world.js';

/** What a script asked for cannot be done; the sentence says what was there instead. */
export class ControlError extends Error {}

/** The answer of every act: `error` is what Slack would show the person. */
export interface Acted {
  ok: boolean;
  /** Milliseconds until the bot acknowledged; null when nothing had to be, or was not. */
  ackMs: number | null;
  error: string | null;
  [more: string]: unknown;
}

export function sample(words: readonly string[], most = 20): string {
  const shown = words.slice(0, most).map((word) => `'${word}'`);
  return `[${shown.join(', ')}${words.length > most ? `, … ${words.length - most} more` : ''}]`;
}

/** A person by id, handle or name. @throws ControlError */
export function personNamed(world: World, word: unknown): Person {
  if (typeof word !== 'string' || word === '') throw new ControlError("'as' must name a person by id, handle or name.");
  const person = world.people.find(word);
  if (person?.deleted) throw new ControlError(`${person.name}'s account is switched off.`);
  if (person && !person.bot) return person;
  const people = world.people.all().filter((one) => !one.bot);
  throw new ControlError(`There is no person '${word}'. There are: ${sample(people.map((one) => one.handle))}`);
}

/** `#name`, or who a direct conversation is with, as this person reads it. */
export function channelTitle(world: World, channel: Channel, reader: Person): string {
  if (channel.kind !== 'im') return channel.name;
  const other = [...channel.members].find((member) => member !== reader.id) ?? reader.id;
  return world.people.get(other)?.name ?? other;
}

/** A conversation that this person belongs to, by id or name. @throws ControlError */
export function channelFor(world: World, person: Person, word: unknown): Channel {
  if (typeof word !== 'string' || word === '') throw new ControlError("'channel' must name a channel by id or name.");
  const channel = world.channels.find(word);
  if (channel && world.channels.isMember(channel, person.id)) return channel;
  const direct = world.people.find(word);
  if (direct) return world.channels.direct([person.id, direct.id]).channel;
  const own = world.channels.of(person.id).map((one) => channelTitle(world, one, person));
  const why = channel?.kind === 'public' ? `${person.name} is not in '${word}'` : `There is no channel '${word}'`;
  throw new ControlError(`${why}. ${person.name} is in: ${sample(own)}`);
}

/** The conversation meant by `channel` or by `to` (`bot`, or a person). */
export function conversationFor(world: World, person: Person, channel: unknown, to: unknown): Channel {
  if (to === undefined || to === null) return channelFor(world, person, channel);
  if (to === 'bot') return world.channels.direct([world.identity.botUserId, person.id]).channel;
  const other = typeof to === 'string' ? world.people.find(to) : undefined;
  if (!other) throw new ControlError(`There is no person '${String(to)}'.`);
  return world.channels.direct([person.id, other.id]).channel;
}
