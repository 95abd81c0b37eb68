import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.js';
import { manifest } from './manifest.js';
import { client, refusal, workspace } from './probe.js';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const section = (text: string) => ({ type: 'section' as const, text: plain(text) });

describe('the Web API, through the official client', () => {
  let sandbox: Sandbox;
  let slack: WebClient;
  let general: string;
  const channelNamed = async (name: string) => {
    const list = await slack.conversations.list({ types: 'public_channel,private_channel', limit: 1000 });
    return list.channels?.find((one) => one.name === name)?.id ?? '';
  };

  beforeEach(async () => {
    sandbox = await workspace();
    slack = client(sandbox);
    general = await channelNamed('general');
  });
  afterEach(() => sandbox.close());

  it('knows the bot, and refuses other tokens', async () => {
    const me = await slack.auth.test();
    expect(me).toMatchObject({ ok: true, user_id: sandbox.botUserId, team_id: sandbox.teamId });
    expect(sandbox.botToken).toMatch(/^xoxb-\d+-\d+-\w{24}$/);
    expect(sandbox.appToken).toMatch(/^xapp-1-A\w+-\d+-\w{64}$/);
    expect(await refusal(slack.auth.test({ token: 'xoxb-1-2-nobody' }))).toBe('invalid_auth');
    expect(await refusal(slack.users.list({ token: sandbox.appToken }))).toBe('not_allowed_token_type');
    expect(await refusal(slack.apiCall('files.upload', {}))).toBe('unknown_method');
    const bare = await fetch(`${sandbox.url}/api/users.list`, { method: 'POST' });
    expect(await bare.json()).toEqual({ ok: false, error: 'not_authed' });
  });

  it('gives the same ids to a second workspace with the same people', async () => {
    const second = await workspace();
    const ids = async (url: string) => {
      const people = (await (await fetch(`${url}/_sandbox/people`)).json()) as { id: string }[];
      return people.map((one) => one.id);
    };
    expect(await ids(second.url)).toEqual(await ids(sandbox.url));
    expect(second.botToken).toBe(sandbox.botToken);
    await second.close();
  });

  it('takes JSON, forms and bearer tokens alike', async () => {
    const json = await fetch(`${sandbox.url}/api/chat.postMessage`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${sandbox.botToken}` },
      body: JSON.stringify({ channel: general, text: 'a & b', blocks: [section('一')] }),
    });
    expect(await json.json()).toMatchObject({ ok: true, message: { text: 'a & b', blocks: [{ type: 'section' }] } });
    const form = await fetch(`${sandbox.url}/api/chat.postMessage`, {
      method: 'POST',
      body: new URLSearchParams({
        token: sandbox.botToken,
        channel: '#general',
        text: '二',
        blocks: JSON.stringify([section('二')]),
      }),
    });
    expect(await form.json()).toMatchObject({ ok: true, channel: general });
  });

  it('posts, updates, answers in a thread and deletes', async () => {
    const first = await slack.chat.postMessage({ channel: general, text: '第一条' });
    const ts = first.ts ?? '';
    const reply = await slack.chat.postMessage({ channel: general, text: '答', thread_ts: ts });
    await slack.chat.update({ channel: general, ts, text: '改过', blocks: [section('改过')] });
    const history = await slack.conversations.history({ channel: general });
    expect(history.messages).toHaveLength(1);
    expect(history.messages?.[0]).toMatchObject({
      ts,
      text: '改过',
      reply_count: 1,
    });
    const thread = await slack.conversations.replies({ channel: general, ts });
    expect(thread.messages?.map((one) => one.text)).toEqual(['改过', '答']);
    await slack.chat.delete({ channel: general, ts });
    expect((await slack.conversations.history({ channel: general })).messages?.[0]).toMatchObject({
      subtype: 'tombstone',
    });
    await slack.chat.delete({ channel: general, ts: reply.ts ?? '' });
    expect(await refusal(slack.chat.update({ channel: general, ts, text: '再改' }))).toBe('message_not_found');
    expect(await refusal(slack.chat.update({ channel: general, ts, text: 'x'.repeat(4001) }))).toBe(
      'message_not_found',
    );
  });

  it('lets the bot change only its own messages, and never an ephemeral one', async () => {
    const said = await sandbox.act({ as: 'he', do: 'say', channel: 'general', text: '我说的' });
    const ts = String(said.ts);
    expect(await refusal(slack.chat.update({ channel: general, ts, text: '?' }))).toBe('cant_update_message');
    expect(await refusal(slack.chat.delete({ channel: general, ts }))).toBe('cant_delete_message');
    const he = (await slack.users.list({})).members?.find((one) => one.name === 'he')?.id ?? '';
    const hidden = await slack.chat.postEphemeral({ channel: general, user: he, text: '只给你' });
    expect(await refusal(slack.chat.update({ channel: general, ts: hidden.message_ts ?? '', text: '?' }))).toBe(
      'message_not_found',
    );
    const own = await slack.chat.postMessage({ channel: general, text: '短' });
    expect(await refusal(slack.chat.update({ channel: general, ts: own.ts ?? '', text: 'x'.repeat(4001) }))).toBe(
      'msg_too_long',
    );
  });

  it('shows metadata only to those who ask for it', async () => {
    const metadata = { event_type: 'gong', event_payload: { post: 'p1' } };
    await slack.chat.postMessage({ channel: general, text: '带', metadata });
    expect((await slack.conversations.history({ channel: general })).messages?.[0]).not.toHaveProperty('metadata');
    const asked = await slack.conversations.history({ channel: general, include_all_metadata: true });
    expect(asked.messages?.[0]).toMatchObject({ metadata });
    expect(await refusal(slack.apiCall('chat.postMessage', { channel: general, text: 'x', metadata: { a: 1 } }))).toBe(
      'invalid_metadata_schema',
    );
  });

  it('pages through history by cursor and by time', async () => {
    const stamps: string[] = [];
    for (let index = 0; index < 4; index += 1)
      stamps.push((await slack.chat.postMessage({ channel: general, text: String(index) })).ts ?? '');
    const texts = (page: { messages?: { text?: string }[] }) => page.messages?.map((one) => one.text);
    const first = await slack.conversations.history({ channel: general, limit: 3 });
    expect(texts(first)).toEqual(['3', '2', '1']);
    const cursor = first.response_metadata?.next_cursor ?? '';
    expect(texts(await slack.conversations.history({ channel: general, limit: 3, cursor }))).toEqual(['0']);
    const range = { channel: general, oldest: stamps[1] ?? '', latest: stamps[3] ?? '' };
    expect(texts(await slack.conversations.history(range))).toEqual(['2']);
    expect(texts(await slack.conversations.history({ ...range, inclusive: true }))).toEqual(['3', '2', '1']);
  });

  it('knows who is a member of what', async () => {
    const lounge = await channelNamed('lounge');
    expect(await channelNamed('secret')).toBe('');
    expect(await refusal(slack.chat.postMessage({ channel: lounge, text: '?' }))).toBe('not_in_channel');
    expect(await refusal(slack.conversations.history({ channel: lounge }))).toBe('not_in_channel');
    expect(await refusal(slack.chat.postMessage({ channel: '#secret', text: '?' }))).toBe('channel_not_found');
    const leaders = await channelNamed('leaders');
    const members = await slack.conversations.members({ channel: leaders });
    expect(members.members).toHaveLength(2);
    const li = (await slack.users.list({})).members?.find((one) => one.name === 'li')?.id ?? '';
    expect(await refusal(slack.chat.postEphemeral({ channel: leaders, user: li, text: '?' }))).toBe(
      'user_not_in_channel',
    );
    await sandbox.act({ as: 'wang', do: 'archive', channel: 'general' });
    expect(await refusal(slack.chat.postMessage({ channel: general, text: '?' }))).toBe('is_archived');
  });

  it('gives the locale only when asked and no email without its scope', async () => {
    const list = await slack.users.list({ include_locale: true });
    const smith = list.members?.find((one) => one.name === 'smith');
    expect(smith).toMatchObject({ real_name: 'Anna Smith', locale: 'en-US', tz: 'Asia/Shanghai', tz_offset: 28800 });
    const info = await slack.users.info({ user: smith?.id ?? '' });
    expect(info.user).not.toHaveProperty('locale');
    expect(info.user?.profile).not.toHaveProperty('email');
    expect(await refusal(slack.users.lookupByEmail({ email: 'li@example.org' }))).toBe('missing_scope');
  });

  it('names the missing scope', async () => {
    const scopes = { bot: manifest.oauth_config.scopes.bot.filter((one) => !one.startsWith('groups')) };
    const narrow = await workspace({ manifest: { ...manifest, oauth_config: { scopes } } });
    const answer = await client(narrow)
      .conversations.list({ types: 'private_channel' })
      .catch((error: { data: unknown }) => error.data);
    expect(answer).toMatchObject({
      error: 'missing_scope',
      needed: 'groups:read',
      provided: expect.stringContaining('chat:write'),
    });
    await narrow.close();
  });

  it('opens direct messages with a person, and posts to a user id', async () => {
    const he = (await slack.users.list({})).members?.find((one) => one.name === 'he')?.id ?? '';
    const opened = await slack.conversations.open({ users: he });
    const posted = await slack.chat.postMessage({ channel: he, text: '您好' });
    expect(posted.channel).toBe(opened.channel?.id);
    expect(posted.channel).toMatch(/^D/);
    expect(await refusal(slack.conversations.open({ users: 'UNOBODY' }))).toBe('user_not_found');
    expect(await refusal(slack.conversations.open({ users: Array(9).fill(he).join(',') }))).toBe('too_many_users');
  });

  it('says where in the blocks a fault lies', async () => {
    const blocks = [section('好'), { type: 'header' as const, text: plain('长'.repeat(151)) }];
    const failed = await slack.chat
      .postMessage({ channel: general, text: 'x', blocks })
      .catch((error: { data: unknown }) => error.data);
    expect(failed).toMatchObject({
      ok: false,
      error: 'invalid_blocks',
      errors: ['must be less than 151 characters [json-pointer:/blocks/1/text/text]'],
      response_metadata: {
        messages: ['[ERROR] must be less than 151 characters [json-pointer:/blocks/1/text/text]'],
      },
    });
  });

  it('bounds the text of a message, its metadata and the length of a file', async () => {
    const body = (size: number) => ({ channel: general, text: 'x'.repeat(size) });
    expect((await slack.chat.postMessage(body(40_000))).ok).toBe(true);
    expect(await refusal(slack.chat.postMessage(body(40_001)))).toBe('msg_too_long');
    expect(await refusal(slack.chat.postMessage(body(0)))).toBe('no_text');
    const metadata = { event_type: 'big', event_payload: { text: 'x'.repeat(17_000) } };
    expect(await refusal(slack.chat.postMessage({ ...body(1), metadata }))).toBe('metadata_too_large');
    const huge = slack.files.getUploadURLExternal({ filename: 'a.bin', length: 1_073_741_825 });
    expect(await refusal(huge)).toBe('file_upload_size_restricted');
  });

  it('answers 429 with Retry-After when a channel gets more than it takes, and lets a moved clock refill it', async () => {
    for (let index = 0; index < 4; index += 1) await slack.chat.postMessage({ channel: general, text: '.' });
    const body = new URLSearchParams({ token: sandbox.botToken, channel: general, text: '.' });
    const limited = await fetch(`${sandbox.url}/api/chat.postMessage`, { method: 'POST', body });
    expect(limited.status).toBe(429);
    expect(limited.headers.get('retry-after')).toBe('1');
    expect(await limited.json()).toEqual({ ok: false, error: 'ratelimited' });
    await sandbox.advance(2000);
    expect((await slack.chat.postMessage({ channel: general, text: '又行了' })).ok).toBe(true);
  });

  it('limits each method by its tier', async () => {
    const outcomes = [];
    for (let index = 0; index < 21; index += 1)
      outcomes.push((await fetch(`${sandbox.url}/api/users.list?token=${sandbox.botToken}`)).status);
    expect(outcomes.slice(0, 20)).toEqual(Array(20).fill(200));
    expect(outcomes[20]).toBe(429);
  });

  it('keeps a log of calls', async () => {
    await slack.chat.postMessage({ channel: general, text: '.' });
    await refusal(slack.chat.postMessage({ channel: 'C0', text: '.' }));
    const calls = (await (await fetch(`${sandbox.url}/_sandbox/calls`)).json()) as { seq: number; outcome: string }[];
    expect(calls.at(-2)).toMatchObject({ method: 'chat.postMessage', channel: general, outcome: 'ok', status: 200 });
    expect(calls.at(-1)).toMatchObject({ method: 'chat.postMessage', channel: 'C0', outcome: 'channel_not_found' });
    const later = await (await fetch(`${sandbox.url}/_sandbox/calls?since=${calls.at(-2)?.seq}`)).json();
    expect(later).toEqual([calls.at(-1)]);
  });
});
