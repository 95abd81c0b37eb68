import { z } from 'zod';
import { escapeText } from '../../block-kit/escape.js';
import { Refused } from '../../block-kit/refused.js';
import type { Block } from '../../block-kit/shapes.js';
import { commandPayload } from '../../payloads.js';
import { post } from '../../posting.js';
import { respond, saysSomething } from '../../respond.js';
import { SLACKBOT } from '../../workspace/messages.js';
import type { Channel, Person } from '../../workspace/records.js';
import type { World } from '../../world.js';
import { type Acted, ControlError, conversationFor } from '../fault.js';
import { composed, typedBlocks } from '../typed.js';
import { acknowledged } from './acknowledged.js';
import { invite } from './channels.js';

/** A file that a person drops in. */
export const droppedFile = z.object({
  name: z.string().min(1),
  mimetype: z.string().optional(),
  base64: z.string(),
});

export const commandAct = z.object({
  channel: z.string().optional(),
  to: z.string().optional(),
  text: z.string(),
  thread: z.string().optional(),
});
export const sayAct = z.object({
  channel: z.string().optional(),
  to: z.string().optional(),
  text: z.string().default(''),
  thread: z.string().optional(),
  broadcast: z.boolean().optional(),
  files: z.array(droppedFile).optional(),
});

/** Slackbot's line, only for this person, where the command was typed. */
function notice(world: World, channel: Channel, person: Person, text: string, thread?: string): Acted {
  post(world, channel, {
    user: SLACKBOT,
    text: escapeText(text),
    onlyFor: person.id,
    ...(thread !== undefined && { thread }),
  });
  return { ok: false, ackMs: null, error: text };
}

/** Slack's own command: brings the bot or a person in, by what stands behind the @. */
function inviteByName(world: World, person: Person, channel: Channel, said: string): Promise<Acted> | Acted {
  const name = said.replace(/^@/, '');
  const guest = name === world.bot.name || name === world.bot.handle ? world.bot : world.people.find(name);
  if (!guest) return notice(world, channel, person, `There is nobody called ${said}. Type /invite @${world.bot.name}.`);
  return invite(world, person, { channel: channel.id, person: guest === world.bot ? 'bot' : guest.id });
}

/** Types a slash command. */
export async function command(world: World, person: Person, act: z.infer<typeof commandAct>): Promise<Acted> {
  const channel = conversationFor(world, person, act.channel, act.to);
  const [, name = '', rest = ''] = /^(\/\S*)\s*([\s\S]*)$/.exec(act.text.trim()) ?? [];
  if (name === '') throw new ControlError(`A command begins with a slash; this was '${act.text}'.`);
  if (channel.archived) throw new ControlError(`#${channel.name} is archived: nothing can be typed there.`);
  if (name === '/invite') return inviteByName(world, person, channel, rest.trim());
  const known = world.manifest.commands.find((one) => one.command === name);
  if (!known) return notice(world, channel, person, `${name} is not a valid command.`, act.thread);
  if (act.thread !== undefined)
    return notice(world, channel, person, `${name} is not supported in threads. Sorry!`, act.thread);
  const text = known.escape ? composed(world, rest.trim(), true) : escapeText(rest.trim());
  const ack = await world.delivery.ask('slash_commands', commandPayload(world, person, channel, name, text));
  if (!ack.ok) {
    const code = ack.reason === 'timeout' ? 'operation_timeout' : 'dispatch_failed';
    return notice(world, channel, person, `${name} failed with the error "${code}"`);
  }
  try {
    if (saysSomething(ack.payload)) respond(world, { channel: channel.id, person: person.id }, ack.payload);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return notice(world, channel, person, `${name} failed with the error "${error.code}"`);
  }
  return { ok: true, ackMs: ack.ms, error: null };
}

/** Says something in a channel, thread or direct message; a text with a slash at its front is a command, as in Slack. */
export async function say(world: World, person: Person, act: z.infer<typeof sayAct>): Promise<Acted> {
  if (/^\/\S/.test(act.text) && !act.files?.length) return command(world, person, act);
  const channel = conversationFor(world, person, act.channel, act.to);
  if (channel.archived) throw new ControlError(`#${channel.name} is archived: nothing can be said there.`);
  if (act.text.trim() === '' && !act.files?.length) throw new ControlError("'text' is empty and there is no file.");
  const parent = act.thread === undefined ? undefined : channel.byTs.get(act.thread);
  if (act.thread !== undefined && !parent)
    throw new ControlError(`There is no message ${act.thread} in '${channel.name}' to answer.`);
  const files = (act.files ?? []).map((file) =>
    world.files.add(person.id, {
      name: file.name,
      mimetype: file.mimetype,
      bytes: Buffer.from(file.base64, 'base64'),
    }),
  );
  const text = composed(world, act.text);
  const thread = parent?.thread ?? parent?.ts;
  const { message, sent } = post(world, channel, {
    user: person.id,
    text,
    ...(text !== '' && { blocks: typedBlocks(text) as unknown as Block[] }),
    files: files.map((file) => file.id),
    ...(thread !== undefined && { thread }),
    ...(thread !== undefined && act.broadcast && { broadcast: true }),
    ...(files.length > 0 && { subtype: 'file_share' }),
  });
  const ackMs = await acknowledged(sent);
  return { ok: true, ackMs, error: null, channel: channel.id, ts: message.ts, files: files.map((file) => file.id) };
}
