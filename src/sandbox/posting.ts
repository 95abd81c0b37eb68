import { messageJson } from './api-json.js';
import { Refused } from './block-kit/refused.js';
import type { Block } from './block-kit/shapes.js';
import type { Acknowledgement } from './delivery/envelope.js';
import { messageChanged, messageDeleted, messagePosted, reactionAdded } from './events.js';
import { messageLines } from './lines.js';
import { tellNews } from './news.js';
import { initialState } from './workspace/form.js';
import { discard, keep, named, nextTs, refile } from './workspace/messages.js';
import type { Attachment, Channel, Message } from './workspace/records.js';
import type { World } from './world.js';

/** What a new message is made of. */
export interface Draft {
  user: string;
  text: string;
  blocks?: Block[];
  attachments?: Attachment[];
  thread?: string;
  broadcast?: boolean;
  files?: string[];
  metadata?: NonNullable<Message['metadata']>;
  onlyFor?: string;
  subtype?: string;
}

/** The first attempt's acknowledgement of each event that went out. */
export type Sent = (Promise<Acknowledgement> | undefined)[];

/** Everyone who can see these blocks can open the files in them. @throws Refused when a file is not there or not processed yet. */
export function shareFilesOf(world: World, blocks: readonly Block[], seenBy: string, base = '/blocks'): void {
  blocks.forEach((block, index) => {
    const parts = [block, block.accessory, ...(block.elements ?? [])];
    for (const part of parts) {
      if (!part?.slack_file) continue;
      const file = world.files.named(part.slack_file);
      if (!file || !world.files.ready(file))
        throw new Refused('invalid_blocks', [`invalid slack file [json-pointer:${base}/${index}/slack_file]`]);
      file.seenBy.add(seenBy);
    }
  });
}

export function post(world: World, channel: Channel, draft: Draft): { message: Message; sent: Sent } {
  const bot = draft.user === world.identity.botUserId;
  const blocks = draft.blocks ? named(draft.blocks, world.counter) : [];
  const message: Message = {
    ts: nextTs(channel, world.clock.now()),
    channel: channel.id,
    user: draft.user,
    bot,
    text: draft.text,
    blocks,
    files: draft.files ?? [],
    reactions: [],
    state: initialState(blocks),
    ...(draft.thread !== undefined && { thread: draft.thread }),
    ...(draft.broadcast && { broadcast: true, subtype: 'thread_broadcast' }),
    ...(draft.subtype !== undefined && { subtype: draft.subtype }),
    ...(draft.attachments && { attachments: draft.attachments }),
    ...(draft.metadata && { metadata: draft.metadata }),
    ...(draft.onlyFor !== undefined && { onlyFor: draft.onlyFor }),
    ...(!bot && { clientId: world.counter.next('m-') }),
  };
  // Slack shows a private answer in a thread only where people have answered there.
  if (draft.onlyFor !== undefined && draft.thread !== undefined && !isActive(channel, draft.thread))
    return { message, sent: [] };
  const audience = draft.onlyFor ?? channel.id;
  for (const id of message.files) world.files.get(id)?.seenBy.add(audience);
  keep(channel, message);
  tellNews(world, channel, message, 'posted');
  if (draft.onlyFor !== undefined) {
    world.changes.tell({ person: draft.onlyFor });
    return { message, sent: [] };
  }
  channel.read.set(draft.user, message.ts);
  world.changes.tell({ channel: channel.id });
  return { message, sent: messagePosted(world, channel, message) };
}

function isActive(channel: Channel, thread: string): boolean {
  return (channel.threads.get(thread) ?? []).length > 0;
}

export interface Revision {
  text: string;
  blocks: Block[];
  attachments?: Attachment[];
  metadata?: Message['metadata'] | null;
  files?: string[];
}

/** New content for a message. @param by whose edit it is, shown as "edited"; none for an ephemeral one, and none for blocks. */
export function revise(world: World, channel: Channel, message: Message, revision: Revision, by: string): Sent {
  const previous = messageJson(world, channel, message);
  const before = world.onNews ? messageLines(world, message) : null;
  message.text = revision.text;
  message.blocks = named(revision.blocks, world.counter);
  const typed = message.state;
  message.state = initialState(message.blocks);
  for (const [blockId, values] of Object.entries(message.state))
    for (const [actionId, value] of Object.entries(values)) {
      const kept = typed[blockId]?.[actionId];
      if (kept && kept.type === value.type) values[actionId] = kept;
    }
  if (revision.metadata === null) delete message.metadata;
  else if (revision.metadata) message.metadata = revision.metadata;
  if (revision.attachments) message.attachments = revision.attachments;
  if (revision.files) message.files = revision.files;
  refile(channel, message);
  tellNews(world, channel, message, 'edited', before);
  if (message.onlyFor !== undefined) {
    world.changes.tell({ person: message.onlyFor });
    return [];
  }
  // What an app changes in blocks carries no "edited" in Slack.
  if (!message.bot || revision.blocks.length === 0)
    message.edited = { user: by, ts: `${Math.floor(world.clock.now() / 1000)}.000000` };
  world.changes.tell({ channel: channel.id });
  return messageChanged(world, channel, message, previous);
}

export function remove(world: World, channel: Channel, message: Message): Sent {
  const previous = messageJson(world, channel, message);
  tellNews(world, channel, message, 'deleted');
  discard(channel, message);
  world.changes.tell(message.onlyFor === undefined ? { channel: channel.id } : { person: message.onlyFor });
  if (message.onlyFor !== undefined) return [];
  // One that was answered stays, without its words: Slack tells of that as of a change.
  if (message.subtype === 'tombstone') return messageChanged(world, channel, message, previous);
  return messageDeleted(world, channel, message.ts, previous);
}

/** @throws Refused with already_reacted. */
export function react(world: World, channel: Channel, message: Message, name: string, user: string): Sent {
  const reaction = message.reactions.find((one) => one.name === name);
  if (reaction?.users.includes(user)) throw new Refused('already_reacted');
  if (reaction) reaction.users.push(user);
  else message.reactions.push({ name, users: [user] });
  world.changes.tell({ channel: channel.id });
  return reactionAdded(world, channel, message, name, user);
}
