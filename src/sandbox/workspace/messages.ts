import type { Block } from '../block-kit/shapes.js';
import { placedElements } from '../block-kit/shapes.js';
import type { Counter } from '../ids.js';
import type { Channel, Message } from './records.js';

/** Slack itself, who says what concerns one person, and in whose name deleted messages stand. */
export const SLACKBOT = 'USLACKBOT';

const EPHEMERAL_KEPT = 200;

/** Slack's ts: seconds, a dot, six digits, unique within a channel and never falling. */
export function nextTs(channel: Channel, now: number): string {
  channel.lastMicros = Math.max(Math.round(now * 1000), channel.lastMicros + 1);
  return formatTs(channel.lastMicros);
}

export function formatTs(micros: number): string {
  return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`;
}

/** The index of the first message later than `ts` (or at it, when `at`), in a list that is oldest first. */
export function after(list: readonly Message[], ts: string, at = false): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = list[middle]?.ts ?? '';
    if (one < ts || (!at && one === ts)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function remove(list: Message[], message: Message): void {
  const index = after(list, message.ts, true);
  if (list[index] === message) list.splice(index, 1);
}

/** Slack names the blocks and elements that came without ids; a press carries the names back. */
export function named(blocks: readonly Block[], counter: Counter): Block[] {
  const copy = structuredClone(blocks) as Block[];
  for (const block of copy) block.block_id ??= counter.next('b').slice(1);
  for (const { element } of placedElements(copy)) element.action_id ??= counter.next('a').slice(1);
  return copy;
}

/** Files a message under its channel. */
export function keep(channel: Channel, message: Message): void {
  if (message.onlyFor !== undefined) {
    const list = channel.ephemeral.get(message.onlyFor) ?? [];
    channel.ephemeral.set(message.onlyFor, list);
    list.push(message);
    if (list.length > EPHEMERAL_KEPT) list.shift();
    return;
  }
  channel.byTs.set(message.ts, message);
  if (message.thread === undefined || message.broadcast) channel.top.push(message);
  if (message.thread !== undefined) {
    const replies = channel.threads.get(message.thread);
    if (replies) replies.push(message);
    else channel.threads.set(message.thread, [message]);
  }
  if (placedElements(message.blocks).length > 0) channel.interactive.push(message);
}

/** After a message's blocks have changed: is there still, or now, something to press? */
export function refile(channel: Channel, message: Message): void {
  if (message.onlyFor !== undefined) return;
  remove(channel.interactive, message);
  if (placedElements(message.blocks).length > 0)
    channel.interactive.splice(after(channel.interactive, message.ts), 0, message);
}

/** Takes a message out; one that was answered stays as a tombstone, as in Slack. */
export function discard(channel: Channel, message: Message): void {
  if (message.onlyFor !== undefined) {
    const list = channel.ephemeral.get(message.onlyFor);
    if (list) remove(list, message);
    return;
  }
  remove(channel.interactive, message);
  if ((channel.threads.get(message.ts) ?? []).length > 0) {
    message.subtype = 'tombstone';
    message.text = 'This message was deleted.';
    message.user = SLACKBOT;
    message.bot = false;
    message.blocks = [];
    message.files = [];
    delete message.attachments;
    delete message.metadata;
    return;
  }
  channel.byTs.delete(message.ts);
  remove(channel.top, message);
  const replies = message.thread === undefined ? undefined : channel.threads.get(message.thread);
  if (replies) remove(replies, message);
  // The stone goes with the last answer under it.
  const parent = replies?.length === 0 ? channel.byTs.get(message.thread ?? '') : undefined;
  if (parent?.subtype === 'tombstone') discard(channel, parent);
}
