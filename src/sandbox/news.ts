import { messageLines } from './lines.js';
import type { News } from './workspace/news.js';
import type { Channel, Message } from './workspace/records.js';
import type { World } from './world.js';

const MENTION = /<@([UW][A-Z0-9]+)>/g;

/** Tells whoever listens; `before` are the lines that were there. */
export function tellNews(
  world: World,
  channel: Channel,
  message: Message,
  what: News['what'],
  before: string[] | null = null,
): void {
  if (!world.onNews) return;
  const direct = channel.kind === 'im' || channel.kind === 'mpim';
  const person = direct ? [...channel.members].find((id) => id !== world.identity.botUserId) : undefined;
  const names = (id: string | undefined) => (id === undefined ? null : (world.people.get(id)?.handle ?? id));
  const said = message.text + JSON.stringify(message.blocks);
  world.onNews({
    what,
    at: world.clock.now(),
    kind: direct ? 'direct' : channel.kind === 'private' ? 'private' : 'public',
    channelId: channel.id,
    channel: direct ? (world.people.get(person ?? '')?.name ?? '') : channel.name,
    ts: message.ts,
    thread: message.thread ?? null,
    from: world.people.get(message.user)?.name ?? message.user,
    bot: message.bot,
    onlyFor: names(message.onlyFor ?? person),
    ephemeral: message.onlyFor !== undefined,
    mentions: [...new Set([...said.matchAll(MENTION)].map((found) => names(found[1]) ?? ''))],
    lines: messageLines(world, message),
    before,
    metadata: message.metadata?.event_payload ?? null,
  });
}
