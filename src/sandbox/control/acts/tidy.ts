import { z } from 'zod';
import type { Block } from '../../block-kit/shapes.js';
import { react as addReaction, remove, revise } from '../../posting.js';
import type { Person } from '../../workspace/records.js';
import type { World } from '../../world.js';
import { type Acted, ControlError, channelFor, conversationFor } from '../fault.js';
import { messageFor } from '../find.js';
import { composed, typedBlocks } from '../typed.js';
import { acknowledged } from './acknowledged.js';
import { droppedFile } from './speak.js';

export const messageAct = z.object({ channel: z.string(), ts: z.string() });
export const reactAct = messageAct.extend({ name: z.string().min(1) });
export const editAct = messageAct.extend({ text: z.string().min(1) });
export const readAct = z.object({ channel: z.string(), ts: z.string().optional() });
export const openAct = z.object({ to: z.string() });
export const uploadAct = z.object({ files: z.array(droppedFile).min(1) });

const DONE: Acted = { ok: true, ackMs: null, error: null };

function own(world: World, person: Person, act: z.infer<typeof messageAct>) {
  const channel = channelFor(world, person, act.channel);
  const message = messageFor(channel, person, act.ts);
  if (!message) throw new ControlError(`${person.name} sees no message ${act.ts} in '${channel.name}'.`);
  const theirs = message.user === person.id || message.onlyFor === person.id;
  return { channel, message, theirs };
}

/** Adds a reaction, or takes one's own away again. */
export async function react(world: World, person: Person, act: z.infer<typeof reactAct>): Promise<Acted> {
  const { channel, message } = own(world, person, act);
  const name = act.name.replaceAll(':', '');
  const present = message.reactions.find((one) => one.name === name);
  if (present?.users.includes(person.id)) {
    present.users = present.users.filter((one) => one !== person.id);
    message.reactions = message.reactions.filter((one) => one.users.length > 0);
    world.changes.tell({ channel: channel.id });
    return DONE;
  }
  return { ...DONE, ackMs: await acknowledged(addReaction(world, channel, message, name, person.id)) };
}

export async function edit(world: World, person: Person, act: z.infer<typeof editAct>): Promise<Acted> {
  const { channel, message } = own(world, person, act);
  if (message.user !== person.id) throw new ControlError(`That message is not ${person.name}'s to edit.`);
  const text = composed(world, act.text);
  const blocks = typedBlocks(text) as unknown as Block[];
  return { ...DONE, ackMs: await acknowledged(revise(world, channel, message, { text, blocks }, person.id)) };
}

/** Deletes one's own message, or dismisses one that only oneself sees. */
export async function erase(world: World, person: Person, act: z.infer<typeof messageAct>): Promise<Acted> {
  const { channel, message, theirs } = own(world, person, act);
  if (!theirs) throw new ControlError(`That message is not ${person.name}'s to delete.`);
  return { ...DONE, ackMs: await acknowledged(remove(world, channel, message)) };
}

/** Marks a conversation as read, up to a message or to its end. */
export function read(world: World, person: Person, act: z.infer<typeof readAct>): Acted {
  const channel = channelFor(world, person, act.channel);
  const ts = act.ts ?? channel.top.at(-1)?.ts;
  if (ts !== undefined) channel.read.set(person.id, ts);
  world.changes.tell({ person: person.id });
  return DONE;
}

/** Opens the direct messages with a person or the bot; answers the channel. */
export function open(world: World, person: Person, act: z.infer<typeof openAct>): Acted {
  return { ...DONE, channel: conversationFor(world, person, undefined, act.to).id };
}

/** Takes up files for a file input; answers their ids. */
export function upload(world: World, person: Person, act: z.infer<typeof uploadAct>): Acted {
  const files = act.files.map((file) =>
    world.files.add(person.id, {
      name: file.name,
      mimetype: file.mimetype,
      bytes: Buffer.from(file.base64, 'base64'),
    }),
  );
  return { ...DONE, files: files.map((file) => file.id) };
}
