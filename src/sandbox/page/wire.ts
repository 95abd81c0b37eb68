import type { KnownBlock } from '@slack/types';

/**
 * What the control face (`/_sandbox/*`) answers, as far as the page reads it.
 * Times: `ts` is Slack's "seconds.micros" text and doubles as a message's id in its channel; `epochMs` is milliseconds.
 */

export type PageLanguage = 'zh' | 'en';

export interface Person {
  id: string;
  handle: string;
  name: string;
  title?: string;
  locale?: string;
  tries?: Record<PageLanguage, string[]>;
}

export interface SlashCommand {
  command: string;
  description?: string;
  usage?: string;
}

export interface Shortcut {
  name: string;
  type: 'global' | 'message';
  description?: string;
}

export interface Manifest {
  workspace: string;
  bot: { id: string; name: string; home: boolean; messages: boolean };
  commands: SlashCommand[];
  shortcuts: Shortcut[];
  timeZone: string;
}

export interface SharedFile {
  id: string;
  name: string;
  mimetype: string;
  size: number;
}

export interface Reaction {
  name: string;
  count: number;
  users: string[];
}

export interface Message {
  ts: string;
  from: string;
  fromId: string;
  bot?: boolean;
  text: string;
  blocks?: KnownBlock[];
  /** The parent's ts; only on replies. */
  thread?: string | null;
  /** Only on parents that have replies. */
  replies?: { count: number; latest: string; users: string[] };
  ephemeral?: boolean;
  edited?: boolean;
  files?: SharedFile[];
  reactions?: Reaction[];
  /** What was chosen in the message's selects. */
  state?: HeldState;
  /** Lines that the workspace itself writes: somebody joined, a command timed out. */
  system?: boolean;
}

export interface Channel {
  id: string;
  name: string;
  kind: 'channel' | 'private' | 'direct' | 'app';
  with?: string[];
  purpose?: string;
  members: number;
  joined: boolean;
  unread: number;
  mentions?: number;
  latest?: string;
  hasMore?: boolean;
  archived?: boolean;
  messages: Message[];
}

/** A value that an element holds; the conventions of `do: "select"` and `do: "submit"`. */
export type Value = string | number | string[] | NewFile[] | null;
export type Values = Record<string, Record<string, Value>>;

/** What the workspace holds of an input, in Slack's shape. */
export interface Held {
  value?: string | null;
  selected_option?: HeldOption | null;
  selected_options?: HeldOption[];
  selected_date?: string | null;
  selected_time?: string | null;
  selected_date_time?: number | null;
  selected_user?: string | null;
  selected_users?: string[];
  selected_conversation?: string | null;
  selected_conversations?: string[];
  selected_channel?: string | null;
  selected_channels?: string[];
  files?: unknown[];
}

interface HeldOption {
  text: { text: string };
  value: string;
}

export type HeldState = Record<string, Record<string, Held>>;

export interface View {
  id: string;
  hash?: string;
  title: string | { text: string };
  submit?: string | { text: string };
  close?: string | { text: string };
  blocks: KnownBlock[];
  state?: HeldState;
  errors?: Record<string, string>;
  /** Slack's line when the bot did not answer a submission. */
  trouble?: string;
  depth?: number;
}

export interface HomeView {
  id: string;
  blocks: KnownBlock[];
  state?: HeldState;
}

export interface Screen {
  channels: Channel[];
  modal: View | null;
  home: HomeView | null;
}

export interface NewFile {
  name: string;
  mimetype: string;
  base64: string;
}

/** Where a block stands: in a message, in the open form or on the home tab. */
export type Place = { message: { channel: string; ts: string } } | { in: 'modal' } | { in: 'home' };

export type Act = (
  | { do: 'command'; channel: string; text: string; thread?: string }
  | { do: 'say'; channel?: string; to?: string; text: string; thread?: string; files?: NewFile[] }
  | ({ do: 'press'; blockId: string; actionId: string; value?: Value; values?: Values } & Place)
  | ({ do: 'select'; blockId: string; actionId: string; value: Value; text?: string; values?: Values } & Place)
  | { do: 'submit'; values: Values }
  | { do: 'close'; all?: boolean }
  | { do: 'home' }
  | { do: 'shortcut'; name: string; channel?: string; message?: { channel: string; ts: string } }
  | { do: 'react'; channel: string; ts: string; name: string }
  | { do: 'edit'; channel: string; ts: string; text: string }
  | { do: 'delete'; channel: string; ts: string }
  | { do: 'read'; channel: string; ts?: string }
  | { do: 'join' | 'leave'; channel: string }
  | { do: 'open'; to: string }
) & { as: string };

export interface ActAnswer {
  ok: boolean;
  ackMs?: number | null;
  /** The act could not be done at all; nobody showed it anywhere yet. */
  impossible?: boolean;
  error?: string | null;
  errors?: Record<string, string>;
  blockErrors?: Record<string, string>;
  channel?: string;
}

export interface ClockReading {
  epochMs: number;
  rate: number;
  timeZone: string;
}
