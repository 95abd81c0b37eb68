import { SocketModeClient } from '@slack/socket-mode';
import { LogLevel } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.js';
import { METHODS } from '../../src/sandbox/web-api/methods.js';
import { manifest } from './manifest.js';
import { workspace } from './probe.js';

const everyScope = [
  ...manifest.oauth_config.scopes.bot,
  'users:read.email',
  'users.profile:read',
  'team:read',
  'channels:join',
  'channels:manage',
  'groups:write',
  'im:read',
  'reactions:write',
];
const modal = (title: string) => ({
  type: 'modal',
  title: { type: 'plain_text', text: title },
  blocks: [{ type: 'divider' }],
});

describe('every method of the Web API', () => {
  let sandbox: Sandbox;
  let socket: SocketModeClient;
  const triggers: string[] = [];
  const known: Record<string, string> = {};

  beforeAll(async () => {
    sandbox = await workspace({ manifest: { ...manifest, oauth_config: { scopes: { bot: everyScope } } } });
    socket = new SocketModeClient({
      appToken: sandbox.appToken,
      logLevel: LogLevel.ERROR,
      clientOptions: { slackApiUrl: `${sandbox.url}/api/` },
    });
    const take = async ({ ack, body }: { ack: () => Promise<void>; body: { trigger_id: string } }) => {
      triggers.push(body.trigger_id);
      await ack();
    };
    socket.on('slash_commands', take);
    socket.on('interactive', take);
    await socket.start();
    const channels = (await call('conversations.list', {})).channels as { id: string; name: string }[];
    for (const one of channels) known[one.name] = one.id;
    const people = (await call('users.list', {})).members as { id: string; name: string }[];
    for (const one of people) known[one.name] = one.id;
    known.ts = String((await call('chat.postMessage', { channel: known.general, text: '一' })).ts);
    known.gone = String((await call('chat.postMessage', { channel: known.general, text: '二' })).ts);
    const place = await call('files.getUploadURLExternal', { filename: 'a.txt', length: 1 });
    known.file = String(place.file_id);
    await fetch(String(place.upload_url), { method: 'POST', body: 'x' });
  });
  afterAll(async () => {
    await socket.disconnect();
    await sandbox.close();
  });

  const call = async (method: string, args: Record<string, unknown>) => {
    const { botToken: bot, appToken: app, configurationToken: configuration } = sandbox;
    const token = { bot, app, configuration, any: bot }[METHODS.get(method)?.token ?? 'any'];
    const response = await fetch(`${sandbox.url}/api/${method}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8', Authorization: `Bearer ${token}` },
      body: JSON.stringify(args),
    });
    return (await response.json()) as Record<string, unknown>;
  };
  const pressed = async () => {
    await sandbox.act({ as: 'he', do: 'command', channel: 'general', text: '/form' });
    return triggers.at(-1);
  };

  /** One proper call each, in an order in which they can follow each other. */
  const CALLS: Record<string, () => Promise<Record<string, unknown>> | Record<string, unknown>> = {
    'auth.test': () => ({}),
    'apps.connections.open': () => ({}),
    'blocks.validate': () => ({ blocks: [{ type: 'divider' }] }),
    'apps.manifest.export': async () => ({ app_id: ((await call('bots.info', {})).bot as { app_id: string }).app_id }),
    'apps.manifest.validate': () => ({ manifest: JSON.stringify(manifest) }),
    'users.info': () => ({ user: known.he }),
    'users.list': () => ({ limit: 2 }),
    'users.lookupByEmail': () => ({ email: 'LI@example.org' }),
    'users.profile.get': () => ({ user: known.he }),
    'team.info': () => ({}),
    'bots.info': () => ({}),
    'chat.postMessage': () => ({ channel: known.general, text: '三', thread_ts: known.ts, reply_broadcast: true }),
    'chat.postEphemeral': () => ({ channel: known.general, user: known.he, text: '只给你' }),
    'chat.update': () => ({ channel: known.general, ts: known.ts, text: '改' }),
    'chat.delete': () => ({ channel: known.general, ts: known.gone }),
    'chat.getPermalink': () => ({ channel: known.general, message_ts: known.ts }),
    'conversations.open': () => ({ users: known.he, return_im: true }),
    'conversations.list': () => ({ types: 'public_channel,private_channel,im' }),
    'conversations.info': () => ({ channel: known.general, include_num_members: true }),
    'conversations.members': () => ({ channel: known.general }),
    'conversations.history': () => ({ channel: known.general }),
    'conversations.replies': () => ({ channel: known.general, ts: known.ts }),
    'conversations.join': () => ({ channel: known.lounge }),
    'conversations.archive': () => ({ channel: known.lounge }),
    'reactions.add': () => ({ channel: known.general, timestamp: known.ts, name: 'eyes' }),
    'views.open': async () => ({ trigger_id: await pressed(), view: modal('一') }),
    'views.update': () => ({ view_id: known.view, view: { ...modal('二'), blocks: button } }),
    'views.push': async () => {
      await sandbox.act({ as: 'he', do: 'press', label: '更多' });
      return { trigger_id: triggers.at(-1), view: modal('三') };
    },
    'views.publish': () => ({ user_id: known.he, view: { type: 'home', blocks: [{ type: 'divider' }] } }),
    'files.getUploadURLExternal': () => ({ filename: 'b.txt', length: 3 }),
    'files.completeUploadExternal': () => ({ files: [{ id: known.file }], channel_id: known.general }),
    'files.info': () => ({ file: known.file }),
  };
  const button = [
    { type: 'actions', elements: [{ type: 'button', action_id: 'more', text: { type: 'plain_text', text: '更多' } }] },
  ];

  it('is called here', () => {
    expect(Object.keys(CALLS).sort()).toEqual([...METHODS.keys()].sort());
  });

  it.each(Object.entries(CALLS))('%s answers a proper call', async (method, args) => {
    const answer = await call(method, await args());
    expect(answer).toMatchObject({ ok: true });
    if (method === 'views.open') known.view = (answer.view as { id: string }).id;
  });

  it('leaves its mark on what people see', async () => {
    const he = (await sandbox.screen('he', true)) as {
      modal: { title: string; depth: number };
      home: { lines: string[] };
      channels: { name: string; archived?: boolean; messages: Record<string, unknown>[] }[];
    };
    expect(he.modal).toMatchObject({ title: '三', depth: 2 });
    expect(he.home.lines).toEqual(['———']);
    const general = he.channels.find((one) => one.name === 'general')?.messages;
    expect(general?.map((one) => one.text)).toEqual(['改', '三', '只给你', '']);
    expect(general?.[0]).toMatchObject({
      edited: true,
      replies: { count: 1 },
      reactions: [{ name: 'eyes', count: 1 }],
    });
    expect(general?.[1]).toMatchObject({ thread: known.ts, broadcast: true });
    const wang = (await sandbox.screen('wang')) as typeof he;
    expect(wang.channels.find((one) => one.name === 'lounge')?.archived).toBe(true);
  });
});
