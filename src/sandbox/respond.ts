import { checkMessageBlocks } from './block-kit/check.js';
import { Refused } from './block-kit/refused.js';
import { LIMITS } from './limits.js';
import { post, remove, revise, shareFilesOf } from './posting.js';
import type { ResponseTarget } from './response-addresses.js';
import type { Channel, Message } from './workspace/records.js';
import type { World } from './world.js';

/** Something to show in an answer to a command (its acknowledgement) or through a response_url. */
export function saysSomething(body: Record<string, unknown>): boolean {
  return (
    (typeof body.text === 'string' && body.text !== '') || Array.isArray(body.blocks) || body.delete_original === true
  );
}

/** Shows an answer: a new message (to the one person, unless in_channel), or in place of the message that was pressed. @throws Refused */
export function respond(world: World, target: ResponseTarget, body: Record<string, unknown>): Message | undefined {
  const channel = world.channels.get(target.channel);
  if (!channel) throw new Refused('channel_not_found');
  const original = originalOf(channel, target);
  if (body.delete_original === true) {
    if (original) remove(world, channel, original);
    return undefined;
  }
  const text = typeof body.text === 'string' ? body.text : '';
  const blocks = body.blocks === undefined || body.blocks === null ? [] : checkMessageBlocks(body.blocks);
  if (text === '' && blocks.length === 0) throw new Refused('no_text');
  if (text.length > LIMITS.postText.limit) throw new Refused('msg_too_long');
  const bot = world.identity.botUserId;
  if (body.replace_original === true && original) {
    shareFilesOf(world, blocks, original.onlyFor ?? channel.id);
    revise(world, channel, original, { text, blocks }, bot);
    return original;
  }
  const inChannel = body.response_type === 'in_channel';
  shareFilesOf(world, blocks, inChannel ? channel.id : target.person);
  // Slack answers in the channel, also to a press in a thread: only the answer itself can say otherwise.
  const thread = typeof body.thread_ts === 'string' ? body.thread_ts : undefined;
  return post(world, channel, {
    user: bot,
    text,
    blocks,
    ...(thread !== undefined && { thread }),
    ...(!inChannel && { onlyFor: target.person }),
  }).message;
}

function originalOf(channel: Channel, target: ResponseTarget): Message | undefined {
  if (target.ts === undefined) return undefined;
  if (!target.ephemeral) return channel.byTs.get(target.ts);
  return channel.ephemeral.get(target.person)?.find((message) => message.ts === target.ts);
}
