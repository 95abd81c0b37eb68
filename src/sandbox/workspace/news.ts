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
