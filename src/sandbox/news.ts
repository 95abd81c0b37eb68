import { messageLines } from './control/lines.js';
import type { Channel, Message } from './workspace/records.js';
import type { World } from './world.js';

/** A message as it came, was edited, or went: what people read of it, and where. */
export interface News {
  what: 'posted' | 'edited' | 'deleted';
  /** Epoch milliseconds of the workspace's clock. */
  at: number;
  kind: 'public' | 'private' | 'direct';
  channelId: string;
  /** A channel's name; of a direct conversation, the person's. */
  channel: string;
  ts: string;
  /** The message whose thread it is in. */
  thread: string | null;
  from: string;
  bot: boolean;
  /** The one person who sees it: of a private answer, or in direct messages with the app. */
  onlyFor: string | null;
  /** A private answer: it is gone when the page is loaded again. */
  ephemeral: boolean;
  /** People that it mentions. */
  mentions: string[];
  lines: string[];
  /** Before an edit. */
  before: string[] | null;
  metadata: Record<string, unknown> | null;
}

const MENTION = /<@([UW][A-Z0-9]+)>/g;

/** Tells whoever listens; `before` are the lines that were there. */
export function tellNews(
  world: World,
  channel: Channel,
  message: Message,
  what: News['what'],
  before: string[] | null = null,
): void {
  if (!world.told) return;
  const direct = channel.kind === 'im' || channel.kind === 'mpim';
  const person = direct ? [...channel.members].find((id) => id !== world.identity.botUserId) : undefined;
  const names = (id: string | undefined) => (id === undefined ? null : (world.people.get(id)?.handle ?? id));
  const said = message.text + JSON.stringify(message.blocks);
  world.told({
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
