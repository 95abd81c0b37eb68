import { channelNameInPayload, messageJson, viewJson } from './api-json.js';
import type { Block, Element } from './block-kit/shapes.js';
import type { Shortcut } from './manifest.js';
import type { Channel, Message, Person, View } from './workspace/records.js';
import type { World } from './world.js';

/** Where a person acts: on a message, or in a modal or home tab. */
export type Place = { kind: 'message'; channel: Channel; message: Message } | { kind: 'view'; view: View };

export function blocksOf(place: Place): Block[] {
  return place.kind === 'message' ? place.message.blocks : place.view.blocks;
}

export function stateOf(place: Place) {
  return place.kind === 'message' ? place.message.state : place.view.state;
}

/** @param team in a form the person's own; elsewhere that of the workspace. */
function actor(world: World, person: Person, team = world.identity.teamId): Record<string, unknown> {
  return {
    user: { id: person.id, username: person.handle, name: person.handle, team_id: person.teamId },
    api_app_id: world.identity.appId,
    token: world.identity.verificationToken,
    team: { id: team, domain: team === world.identity.teamId ? 'sandbox' : 'elsewhere' },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** An address to answer to, and the key that finds it again. */
function responseUrl(world: World, kind: 'commands' | 'actions', key: string): string {
  return `${world.url}/${kind}/${world.identity.teamId}/${key}`;
}

export function commandPayload(
  world: World,
  person: Person,
  channel: Channel,
  command: string,
  text: string,
): Record<string, unknown> {
  const key = world.addresses.issue({ channel: channel.id, person: person.id });
  return {
    token: world.identity.verificationToken,
    team_id: world.identity.teamId,
    team_domain: 'sandbox',
    channel_id: channel.id,
    channel_name: channelNameInPayload(channel),
    user_id: person.id,
    user_name: person.handle,
    command,
    text,
    api_app_id: world.identity.appId,
    is_enterprise_install: 'false',
    response_url: responseUrl(world, 'commands', key),
    trigger_id: world.triggers.issue(person.id),
  };
}

function channelPart(channel: Channel): Record<string, unknown> {
  return { channel: { id: channel.id, name: channelNameInPayload(channel) } };
}

/** The part that says where it happened; Slack does not send an ephemeral message's content along. */
function placePart(world: World, person: Person, place: Place): Record<string, unknown> {
  if (place.kind === 'view') {
    const { view } = place;
    return { container: { type: 'view', view_id: view.id }, view: viewJson(world, view) };
  }
  const { channel, message } = place;
  const ephemeral = message.onlyFor !== undefined;
  const key = world.addresses.issue({
    channel: channel.id,
    person: person.id,
    ts: message.ts,
    ephemeral,
  });
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: ephemeral,
      ...(message.thread !== undefined && { thread_ts: message.thread }),
    },
    ...channelPart(channel),
    ...(!ephemeral && { message: messageJson(world, channel, message) }),
    state: { values: message.state },
    response_url: responseUrl(world, 'actions', key),
  };
}

export function actionsPayload(
  world: World,
  person: Person,
  place: Place,
  action: Record<string, unknown>,
): Record<string, unknown> {
  return {
    type: 'block_actions',
    ...actor(world, person, place.kind === 'view' ? person.teamId : undefined),
    ...placePart(world, person, place),
    trigger_id: world.triggers.issue(person.id, place.kind === 'view' ? place.view.id : undefined),
    actions: [{ ...action, action_ts: actionTs(world) }],
  };
}

export function suggestionPayload(
  world: World,
  person: Person,
  place: Place,
  block: Block,
  element: Element,
  query: string,
): Record<string, unknown> {
  return {
    type: 'block_suggestion',
    ...actor(world, person, place.kind === 'view' ? person.teamId : undefined),
    ...placePart(world, person, place),
    block_id: block.block_id,
    action_id: element.action_id,
    value: query,
  };
}

export function submissionPayload(world: World, person: Person, view: View): Record<string, unknown> {
  return {
    type: 'view_submission',
    ...actor(world, person, person.teamId),
    trigger_id: world.triggers.issue(person.id, view.id),
    view: viewJson(world, view),
    response_urls: [],
  };
}

export function closedPayload(world: World, person: Person, view: View, cleared: boolean): Record<string, unknown> {
  return {
    type: 'view_closed',
    ...actor(world, person, person.teamId),
    view: viewJson(world, view),
    is_cleared: cleared,
  };
}

export function shortcutPayload(world: World, person: Person, shortcut: Shortcut): Record<string, unknown> {
  return {
    type: 'shortcut',
    ...actor(world, person),
    callback_id: shortcut.callbackId,
    trigger_id: world.triggers.issue(person.id),
    action_ts: actionTs(world),
  };
}

export function messageShortcutPayload(
  world: World,
  person: Person,
  shortcut: Shortcut,
  channel: Channel,
  message: Message,
): Record<string, unknown> {
  const key = world.addresses.issue({ channel: channel.id, person: person.id });
  return {
    type: 'message_action',
    ...actor(world, person),
    callback_id: shortcut.callbackId,
    trigger_id: world.triggers.issue(person.id),
    action_ts: actionTs(world),
    response_url: responseUrl(world, 'actions', key),
    message_ts: message.ts,
    ...channelPart(channel),
    message: messageJson(world, channel, message),
  };
}

function actionTs(world: World): string {
  const micros = Math.round(world.clock.now() * 1000);
  return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`;
}
