import { z } from 'zod';
import { channelArchived, channelRenamed, memberJoined, memberLeft } from '../../events.js';
import { post } from '../../posting.js';
import type { Channel, Person } from '../../workspace/records.js';
import type { World } from '../../world.js';
import { type Acted, ControlError, channelFor } from '../fault.js';
import { acknowledged } from './acknowledged.js';

export const channelAct = z.object({ channel: z.string() });
export const guestAct = channelAct.extend({ person: z.string() });
export const renameAct = channelAct.extend({ name: z.string().min(1) });

const DONE: Acted = { ok: true, ackMs: null, error: null };

/** Joins a public channel. */
export async function join(world: World, person: Person, act: z.infer<typeof channelAct>): Promise<Acted> {
  const channel = world.channels.find(act.channel);
  if (channel?.kind !== 'public') throw new ControlError(`There is no public channel '${act.channel}' to join.`);
  if (channel.archived) throw new ControlError(`#${channel.name} is archived.`);
  return enter(world, person, channel.id);
}

/** Brings a person, or the bot, into a channel that one belongs to. */
export async function invite(world: World, person: Person, act: z.infer<typeof guestAct>): Promise<Acted> {
  const channel = channelFor(world, person, act.channel);
  return enter(world, guestNamed(world, act.person), channel.id, person.id);
}

function guestNamed(world: World, word: string): Person {
  const guest = word === 'bot' ? world.bot : world.people.find(word);
  if (!guest) throw new ControlError(`There is no person '${word}'.`);
  return guest;
}

async function enter(world: World, person: Person, channelId: string, inviter?: string): Promise<Acted> {
  const channel = world.channels.get(channelId);
  if (!channel || !world.channels.join(channel, person.id)) return DONE;
  const { sent } = post(world, channel, {
    user: person.id,
    text: `<@${person.id}> has joined the channel`,
    subtype: 'channel_join',
  });
  const ackMs = await acknowledged([...sent, ...memberJoined(world, channel, person.id, inviter)]);
  return { ...DONE, ackMs };
}

export async function leave(world: World, person: Person, act: z.infer<typeof channelAct>): Promise<Acted> {
  const channel = channelFor(world, person, act.channel);
  return go(world, channel, person);
}

/** Takes a person, or the bot, out of a channel that one belongs to. */
export async function kick(world: World, person: Person, act: z.infer<typeof guestAct>): Promise<Acted> {
  const channel = channelFor(world, person, act.channel);
  return go(world, channel, guestNamed(world, act.person), person.id);
}

async function go(world: World, channel: Channel, person: Person, by = person.id): Promise<Acted> {
  if (!world.channels.isMember(channel, person.id))
    throw new ControlError(`${person.name} is not in '${channel.name}'.`);
  if (!world.channels.leave(channel, person.id))
    throw new ControlError(`'${channel.name}' belongs to everyone; nobody leaves it.`);
  world.changes.tell({ person: person.id });
  world.changes.tell({ channel: channel.id });
  return { ...DONE, ackMs: await acknowledged(memberLeft(world, channel, person.id, by)) };
}

export async function archive(world: World, person: Person, act: z.infer<typeof channelAct>): Promise<Acted> {
  const channel = channelFor(world, person, act.channel);
  if (!hasName(channel)) throw new ControlError('A direct message cannot be archived.');
  if (channel.archived) throw new ControlError(`#${channel.name} is archived already.`);
  return setArchived(world, channel, true, person);
}

export async function unarchive(world: World, person: Person, act: z.infer<typeof channelAct>): Promise<Acted> {
  const channel = channelFor(world, person, act.channel);
  if (!channel.archived) throw new ControlError(`#${channel.name} is not archived.`);
  return setArchived(world, channel, false, person);
}

async function setArchived(world: World, channel: Channel, archived: boolean, by: Person): Promise<Acted> {
  channel.archived = archived;
  world.changes.tell({ channel: channel.id });
  return { ...DONE, ackMs: await acknowledged(channelArchived(world, channel, by.id)) };
}

function hasName(channel: Channel): boolean {
  return channel.kind === 'public' || channel.kind === 'private';
}

/** Gives a channel another name; its id stays. */
export async function rename(world: World, person: Person, act: z.infer<typeof renameAct>): Promise<Acted> {
  const channel = channelFor(world, person, act.channel);
  const name = act.name.replace(/^#/, '');
  if (!hasName(channel)) throw new ControlError('A direct message has no name.');
  if (!world.channels.rename(channel, name)) throw new ControlError(`There is a channel '${name}' already.`);
  world.changes.tell({ channel: channel.id });
  return { ...DONE, ackMs: await acknowledged(channelRenamed(world, channel)) };
}
