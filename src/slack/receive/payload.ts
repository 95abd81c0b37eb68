import { createHash } from 'node:crypto';
import type { Place } from '../../feature.js';
import {
  type CommandBody,
  command,
  type EventBody,
  event,
  type InteractionBody,
  interaction,
} from './payload-shapes.js';

export type { Account, CommandBody, EventBody, InteractionBody } from './payload-shapes.js';

type Common = {
  /** Slack's own name for this happening: the same when it is delivered again. */
  readonly key: string;
  readonly workspaceId: string;
  readonly userId: string;
  readonly place: Place;
  readonly responseUrl: string | null;
  readonly triggerId: string | null;
};

/** A payload that concerns us. */
export type Arrival = Common &
  (
    | { readonly kind: 'command'; readonly body: CommandBody }
    | { readonly kind: 'action' | 'view' | 'shortcut' | 'suggestion'; readonly body: InteractionBody }
    | { readonly kind: 'home' | 'person' | 'channel'; readonly body: EventBody }
    /** `of`: the key of the message as it was first said; its own, where nothing was changed. */
    | { readonly kind: 'message'; readonly body: EventBody; readonly change: Change | null; readonly of: string }
  );

/** What became of a message that was said before. */
export type Change = 'edited' | 'deleted';

/** Reads a payload; null for what does not concern us (our own messages, events of other kinds, nonsense). */
export function readPayload(body: unknown): Arrival | null {
  const asCommand = command.safeParse(body);
  if (asCommand.success) return readCommand(asCommand.data);
  const asInteraction = interaction.safeParse(body);
  if (asInteraction.success) return readInteraction(asInteraction.data);
  const asEvent = event.safeParse(body);
  return asEvent.success ? readEvent(asEvent.data) : null;
}

function readCommand(body: CommandBody): Arrival | null {
  const workspaceId = body.team_id ?? body.enterprise_id;
  if (!workspaceId) return null;
  return {
    kind: 'command',
    body,
    key: `command:${digest(body.trigger_id)}`,
    workspaceId,
    userId: body.user_id,
    place: { channelId: body.channel_id, threadTs: null, messageTs: null },
    responseUrl: body.response_url,
    triggerId: body.trigger_id,
  };
}

const interactionKinds = {
  block_actions: 'action',
  view_submission: 'view',
  message_action: 'shortcut',
  shortcut: 'shortcut',
  block_suggestion: 'suggestion',
} as const;

function readInteraction(body: InteractionBody): Arrival | null {
  const workspaceId = body.view?.app_installed_team_id ?? body.team?.id ?? body.user.team_id ?? body.enterprise?.id;
  if (!workspaceId || body.type === 'view_closed') return null;
  const kind = interactionKinds[body.type];
  const once =
    body.trigger_id ?? `${body.user.id}:${body.action_ts ?? body.actions?.[0]?.action_ts ?? body.view?.hash}`;
  return {
    kind,
    body,
    key: `${kind}:${digest(once)}`,
    workspaceId,
    userId: body.user.id,
    place: {
      channelId: body.channel?.id ?? null,
      threadTs: body.message?.thread_ts ?? body.container?.thread_ts ?? null,
      messageTs: body.message?.ts ?? body.container?.message_ts ?? null,
    },
    responseUrl: body.response_url ?? null,
    triggerId: body.trigger_id ?? null,
  };
}

/** An action id as the feature named it: several buttons of one message carry a suffix after `#`. */
export const pressedId = (body: InteractionBody): string => body.actions?.[0]?.action_id.split('#')[0] ?? '';

/** What the log says of an arrival: who, where, by which command, button or form; never what was typed. */
export const inLog = ({ kind, key, userId, place, body }: Arrival) => ({
  kind,
  payload: key,
  user: userId,
  channel: place.channelId,
  asked:
    'command' in body ? body.command : 'user' in body ? pressedId(body) || (body.view ?? body).callback_id : undefined,
});

/** Message subtypes that a person wrote; joins and topics are none. */
const SAID = new Set([undefined, null, 'file_share', 'thread_broadcast']);

/** After these the bot may post where it could not, or the other way round. */
export const CHANNEL_CHANGES: ReadonlySet<string> = new Set([
  'channel_archive',
  'channel_left',
  'channel_rename',
  'channel_unarchive',
  'group_archive',
  'group_left',
  'group_rename',
  'group_unarchive',
  'member_joined_channel',
]);

/**
 * The news that a person's message was edited or deleted, read as that message; null for what changed otherwise (a link
 * that was unfolded, a first reply).
 */
function readChange(body: EventBody): Arrival | null {
  const { message, previous_message: before, subtype, ts, channel: where, channel_type } = body.event;
  const workspaceId = body.authorizations?.[0]?.team_id ?? body.team_id ?? body.enterprise_id;
  const channel = typeof where === 'string' ? where : where?.id;
  const change: Change = subtype === 'message_deleted' ? 'deleted' : 'edited';
  const said = change === 'deleted' ? before : message;
  if (!workspaceId || !channel || !said?.user || said.bot_id || !SAID.has(said.subtype)) return null;
  // The news has a moment of its own; that of the edit is counted in whole seconds.
  if (change === 'edited' && (!ts || !said.edited || said.text === before?.text)) return null;
  const of = `message:${channel}:${said.ts}`;
  return {
    kind: 'message',
    key: change === 'deleted' ? `${of}:deleted` : `${of}:edited:${ts}`,
    of,
    change,
    body: { ...body, event: { ...said, type: 'message', channel, channel_type } },
    workspaceId,
    userId: said.user,
    place: { channelId: channel, threadTs: said.thread_ts ?? null, messageTs: said.ts },
    responseUrl: null,
    triggerId: null,
  };
}

function readEvent(body: EventBody): Arrival | null {
  const { event } = body;
  if (event.subtype === 'message_changed' || event.subtype === 'message_deleted') return readChange(body);
  const workspaceId = body.authorizations?.[0]?.team_id ?? body.team_id ?? body.enterprise_id;
  const userId = CHANNEL_CHANGES.has(event.type)
    ? typeof event.user === 'string'
      ? event.user
      : ''
    : typeof event.user === 'string'
      ? event.user
      : event.user?.id;
  const channelId = (typeof event.channel === 'string' ? event.channel : event.channel?.id) ?? null;
  if (!workspaceId || userId === undefined) return null;
  const common = {
    body,
    workspaceId,
    userId,
    place: { channelId, threadTs: event.thread_ts ?? null, messageTs: event.ts ?? null },
    responseUrl: null,
    triggerId: null,
  };
  if (event.type === 'message' || event.type === 'app_mention') {
    if (event.bot_id || !SAID.has(event.subtype) || !channelId || !event.ts) return null;
    // One key for both events that a mention causes, so that it is answered once.
    const key = `message:${channelId}:${event.ts}`;
    return { kind: 'message', key, change: null, of: key, ...common };
  }
  if (event.type === 'app_home_opened') return { kind: 'home', key: `home:${body.event_id}`, ...common };
  if (event.type === 'user_change' || event.type === 'team_join')
    return { kind: 'person', key: `person:${body.event_id}`, ...common };
  if (CHANNEL_CHANGES.has(event.type)) return { kind: 'channel', key: `channel:${body.event_id}`, ...common };
  return null;
}

/** What no store takes and nobody can see: control characters but line breaks and tabs, and halves of a character. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A payload without them, whole otherwise. */
export function cleaned(body: unknown): unknown {
  if (typeof body === 'string') return body.replace(UNSEEN, '');
  if (Array.isArray(body)) return body.map(cleaned);
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, cleaned(value)]));
}

/** Trigger ids are secrets of a kind (they open forms): only their digest is kept. */
const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);
