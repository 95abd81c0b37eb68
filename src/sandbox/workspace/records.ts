import type { Block, ViewDraft, ViewType } from '../block-kit/shapes.js';

/** A person, or the bot, who is one of the workspace's members too. */
/** What a visitor may try, in both languages of the page. */
export interface Tries {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

export interface Person {
  id: string;
  handle: string;
  name: string;
  title: string;
  email: string;
  locale: 'zh-CN' | 'en-US';
  /** A guest: of one channel, or of several. */
  guest?: 'single' | 'multi';
  /** Nobody has answered the message that Slack sent to the address. */
  emailUnconfirmed?: boolean;
  status?: { text: string; emoji: string };
  tries?: Tries | undefined;
  admin: boolean;
  teamId: string;
  bot: boolean;
  deleted: boolean;
  /** Epoch seconds of the last change. */
  updated: number;
}

export type ChannelKind = 'public' | 'private' | 'im' | 'mpim';

export interface Channel {
  id: string;
  name: string;
  kind: ChannelKind;
  purpose: string;
  /** Everyone belongs, now and later; `members` then only lists those who do not count as people (the bot). */
  everyone: boolean;
  members: Set<string>;
  archived: boolean;
  created: number;
  creator: string;
  /** Messages outside threads, oldest first. */
  top: Message[];
  byTs: Map<string, Message>;
  /** Replies by the ts of the message that they answer, oldest first. */
  threads: Map<string, Message[]>;
  /** Messages with something to press, oldest first. */
  interactive: Message[];
  /** What only one person sees, by that person. */
  ephemeral: Map<string, Message[]>;
  /** The ts up to which each person has read. */
  read: Map<string, string>;
  lastMicros: number;
}

export interface Reaction {
  name: string;
  users: string[];
}

/** What an app hangs below a message: its own blocks, or words in Slack's old shape. */
export interface Attachment {
  blocks?: Block[];
  fallback?: string;
  pretext?: string;
  title?: string;
  text?: string;
  [key: string]: unknown;
}

export interface Message {
  ts: string;
  channel: string;
  user: string;
  bot: boolean;
  text: string;
  blocks: Block[];
  subtype?: string;
  thread?: string;
  broadcast?: boolean;
  edited?: { user: string; ts: string };
  files: string[];
  reactions: Reaction[];
  /** Legacy attachments, as they were given. */
  attachments?: Attachment[];
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
  /** The one person who sees it. */
  onlyFor?: string;
  /** Values of the inputs and selects in it, as last set by anyone: block_id, then action_id. */
  state: ViewState;
  clientId?: string;
}

export type InputValue = Record<string, unknown> & { type: string };
export type ViewState = Record<string, Record<string, InputValue>>;

export interface View extends Omit<ViewDraft, 'type'> {
  id: string;
  type: ViewType;
  person: string;
  hash: string;
  state: ViewState;
  rootId: string;
  previousId?: string;
  /** Sandbox time of the last change, microseconds: to tell what a person saw last. */
  shown: number;
  /** Errors by block_id, as the bot or the form itself gave them; and what Slack says when the bot did not answer. */
  errors: Record<string, string>;
  trouble?: string;
}

export interface StoredFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  size: number;
  user: string;
  created: number;
  altText?: string;
  bytes: Buffer;
  /** Reserved, then its bytes are there, then completed: only then it counts. */
  phase: 'reserved' | 'uploaded' | 'complete';
  /** Slack needs a moment before a file can be shown in a block; `ageing` time of the clock. */
  readyAt: number;
  /** Channels and people that may open it. */
  seenBy: Set<string>;
  uploadKey: string;
}
