import { z } from 'zod';
import { messageJson } from '../api-json.js';
import { checkMessageBlocks } from '../block-kit/check.js';
import { Refused } from '../block-kit/refused.js';
import type { Block } from '../block-kit/shapes.js';
import { LIMITS } from '../limits.js';
import { post, remove, revise, shareFilesOf } from '../posting.js';
import type { Attachment, Channel, Message } from '../workspace/records.js';
import type { World } from '../world.js';
import type { Args } from './args.js';
import { isBotIn, type Methods, messageAt, postingChannel, RateLimited, userAt, visibleChannel } from './method.js';

const metadataShape = z.strictObject({
  event_type: z.string().min(1).max(255),
  event_payload: z.record(z.string(), z.unknown()),
});

function readMetadata(args: Args): NonNullable<Message['metadata']> | null | undefined {
  const value = args.object('metadata', 'invalid_metadata_format');
  if (value === undefined) return undefined;
  if (typeof value === 'object' && value !== null && Object.keys(value).length === 0) return null;
  const parsed = metadataShape.safeParse(value);
  if (!parsed.success) throw new Refused('invalid_metadata_schema');
  if (Buffer.byteLength(JSON.stringify(parsed.data)) > LIMITS.metadataBytes.limit)
    throw new Refused('metadata_too_large');
  return parsed.data;
}

interface Content {
  text: string;
  blocks: Block[];
  attachments?: Attachment[];
}

/** Legacy attachments; blocks in them are held to the same rules. @throws Refused */
function readAttachments(args: Args): Attachment[] | undefined {
  const given = args.object('attachments', 'invalid_attachments');
  if (given === undefined) return undefined;
  const parsed = z
    .array(z.looseObject({ blocks: z.array(z.unknown()).optional() }))
    .max(100)
    .safeParse(given);
  if (!parsed.success)
    throw new Refused(Array.isArray(given) && given.length > 100 ? 'too_many_attachments' : 'invalid_attachments');
  parsed.data.forEach((one, index) => {
    if (one.blocks) checkMessageBlocks(one.blocks, `/attachments/${index}/blocks`);
  });
  return parsed.data as Attachment[];
}

/** @throws Refused with no_text, msg_too_long, invalid_blocks or msg_blocks_too_long. */
export function readContent(args: Args, most: number): Content {
  const text = args.text('text') ?? '';
  const given = args.object('blocks', 'invalid_blocks_format');
  const blocks = given === undefined ? [] : checkMessageBlocks(given);
  const attachments = readAttachments(args);
  if (text === '' && blocks.length === 0 && !attachments?.length) throw new Refused('no_text');
  if (text.length > most) throw new Refused('msg_too_long');
  return { text, blocks, ...(attachments && { attachments }) };
}

/** A reply's parent: a reply to a reply hangs on the same parent, as in Slack. */
function threadOf(channel: Channel, args: Args): string | undefined {
  const ts = args.text('thread_ts');
  if (ts === undefined || ts === '') return undefined;
  if (!/^\d+\.\d{6}$/.test(ts)) throw new Refused('invalid_thread_ts');
  const parent = channel.byTs.get(ts);
  if (!parent) throw new Refused('thread_not_found');
  return parent.thread ?? ts;
}

function channelRate(world: World, channel: Channel): void {
  const wait = world.rates.ofChannel(channel.id);
  if (wait > 0) throw new RateLimited(wait);
}

function ownMessage(world: World, channel: Channel, args: Args, error: string): Message {
  const message = messageAt(channel, args.required('ts'));
  if (message.user !== world.identity.botUserId) throw new Refused(error);
  return message;
}

export const chat: Methods = {
  'chat.postMessage': {
    tier: 'special',
    scopes: ['chat:write'],
    token: 'bot',
    enforces:
      'membership, archived channels, text and blocks, metadata, parent of a thread, one message a second and channel (bursts of 4)',
    run(world, args) {
      const channel = postingChannel(world, args.text('channel'));
      const content = readContent(args, LIMITS.postText.limit);
      const metadata = readMetadata(args);
      const thread = threadOf(channel, args);
      shareFilesOf(world, content.blocks, channel.id);
      channelRate(world, channel);
      const { message } = post(world, channel, {
        user: world.identity.botUserId,
        ...content,
        ...(thread !== undefined && { thread }),
        ...(thread !== undefined && args.flag('reply_broadcast') && { broadcast: true }),
        ...(metadata && { metadata }),
      });
      return { ok: true, channel: channel.id, ts: message.ts, message: messageJson(world, channel, message, true) };
    },
  },
  'chat.postEphemeral': {
    tier: 4,
    scopes: ['chat:write'],
    token: 'bot',
    enforces:
      "the bot's and the reader's membership, text and blocks; in a thread it shows only where there are replies",
    run(world, args) {
      const channel = postingChannel(world, args.text('channel'));
      const person = userAt(world, args.required('user'), 'user_not_in_channel');
      if (!world.channels.isMember(channel, person.id)) throw new Refused('user_not_in_channel');
      if (!isBotIn(world, channel)) throw new Refused('not_in_channel');
      const content = readContent(args, LIMITS.postText.limit);
      const thread = threadOf(channel, args);
      shareFilesOf(world, content.blocks, person.id);
      const { message } = post(world, channel, {
        user: world.identity.botUserId,
        ...content,
        onlyFor: person.id,
        ...(thread !== undefined && { thread }),
      });
      return { ok: true, message_ts: message.ts };
    },
  },
  'chat.update': {
    tier: 3,
    scopes: ['chat:write'],
    token: 'bot',
    enforces: "the bot's own messages only, channel id only, never an ephemeral one, text of 4,000",
    run(world, args) {
      const channel = visibleChannel(world, args.required('channel'));
      const message = ownMessage(world, channel, args, 'cant_update_message');
      if (channel.archived) throw new Refused('is_archived');
      const content = readContent(args, LIMITS.updateText.limit);
      const metadata = readMetadata(args);
      shareFilesOf(world, content.blocks, channel.id);
      revise(world, channel, message, { ...content, metadata }, world.identity.botUserId);
      return {
        ok: true,
        channel: channel.id,
        ts: message.ts,
        text: message.text,
        message: messageJson(world, channel, message, true),
      };
    },
  },
  'chat.delete': {
    tier: 3,
    scopes: ['chat:write'],
    token: 'bot',
    enforces: "the bot's own messages only; one with replies stays as a tombstone",
    run(world, args) {
      const channel = visibleChannel(world, args.required('channel'));
      const message = ownMessage(world, channel, args, 'cant_delete_message');
      remove(world, channel, message);
      return { ok: true, channel: channel.id, ts: message.ts };
    },
  },
  'chat.getPermalink': {
    tier: 'special',
    scopes: [],
    token: 'bot',
    enforces: 'the message must be there and the bot must see it',
    run(world, args) {
      const channel = visibleChannel(world, args.required('channel'));
      const message = messageAt(channel, args.required('message_ts'));
      return { ok: true, channel: channel.id, permalink: permalink(world, message) };
    },
  },
};

/** The address of a message; opened in a browser it shows that message. */
export function permalink(world: World, message: Message): string {
  const thread = message.thread === undefined ? '' : `?thread_ts=${message.thread}&cid=${message.channel}`;
  return `${world.url}/archives/${message.channel}/p${message.ts.replace('.', '')}${thread}`;
}
