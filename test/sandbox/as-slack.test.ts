import { SocketModeClient } from '@slack/socket-mode';
import { LogLevel, type WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.js';
import { client, messages, refusal, workspace } from './probe.js';

type Body = Record<string, unknown> & { event?: Record<string, unknown> };

/** What an app is sent, whole, over one plain connection. */
async function listener(sandbox: Sandbox) {
  const bodies: Body[] = [];
  const socket = new SocketModeClient({
    appToken: sandbox.appToken,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: `${sandbox.url}/api/` },
  });
  socket.on('slack_event', async ({ ack, body }: { ack: () => Promise<void>; body: Body }) => {
    bodies.push(body);
    await ack();
  });
  await socket.start();
  const of = (type: string) => bodies.filter(({ event }) => (event?.subtype ?? event?.type) === type);
  return {
    bodies,
    of,
    event: (type: string) => of(type).at(-1)?.event,
    stop: () => socket.disconnect(),
  };
}

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const section = (text: string) => ({ type: 'section' as const, text: plain(text) });
const go = [
  { type: 'actions' as const, elements: [{ type: 'button' as const, action_id: 'go', text: plain('去办') }] },
];

describe('the workspace does as Slack does', () => {
  let sandbox: Sandbox;
  let slack: WebClient;
  let app: Awaited<ReturnType<typeof listener>>;
  const act = (as: string, what: string, more: object = {}) => sandbox.act({ as, do: what, ...more });
  const control = async (path: string, body: unknown) =>
    (await fetch(`${sandbox.url}/_sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) })).status;
  const channelId = async (name: string) => {
    const { channels } = await slack.conversations.list({ types: 'public_channel,private_channel' });
    return channels?.find((one) => one.name === name)?.id ?? '';
  };
  const personId = async (handle: string) =>
    (await slack.users.list({ limit: 100 })).members?.find((one) => one.name === handle)?.id ?? '';

  beforeEach(async () => {
    sandbox = await workspace();
    slack = client(sandbox);
    app = await listener(sandbox);
  });
  afterEach(async () => {
    await app.stop();
    await sandbox.close();
  });

  describe('in answers', () => {
    it('a response_url answers in the channel, and in the thread only when it says so', async () => {
      const general = await channelId('general');
      const root = await slack.chat.postMessage({ channel: general, text: '一' });
      const reply = await slack.chat.postMessage({
        channel: general,
        text: '二',
        thread_ts: root.ts ?? '',
        blocks: go,
      });
      await act('he', 'press', { label: '去办', message: { channel: 'general', ts: reply.ts } });
      const url = String(app.bodies.find((one) => one.type === 'block_actions')?.response_url);
      const answer = (more: object) => fetch(url, { method: 'POST', body: JSON.stringify({ text: '答', ...more }) });
      await answer({});
      await answer({ thread_ts: root.ts });
      const seen = (await messages(sandbox, 'he', 'general')).filter((one) => one.text === '答');
      expect(seen.map((one) => one.thread)).toEqual([null, root.ts]);
    });

    it('a private answer in a thread shows only where there are replies', async () => {
      const general = await channelId('general');
      const he = await personId('he');
      const root = (await slack.chat.postMessage({ channel: general, text: '一' })).ts ?? '';
      const tell = (text: string) => slack.chat.postEphemeral({ channel: general, user: he, thread_ts: root, text });
      expect((await tell('早')).ok).toBe(true);
      await slack.chat.postMessage({ channel: general, text: '二', thread_ts: root });
      await tell('晚');
      const seen = (await messages(sandbox, 'he', 'general')).filter((one) => one.ephemeral);
      expect(seen.map((one) => one.text)).toEqual(['晚']);
    });

    it('only an edit of words is marked as one', async () => {
      const general = await channelId('general');
      const ts = (await slack.chat.postMessage({ channel: general, text: '一', blocks: [section('一')] })).ts ?? '';
      await slack.chat.update({ channel: general, ts, text: '二', blocks: [section('二')] });
      const read = async () => (await slack.conversations.history({ channel: general })).messages?.[0];
      expect(await read()).not.toHaveProperty('edited');
      await slack.chat.update({ channel: general, ts, text: '三', blocks: [] });
      expect(await read()).toHaveProperty('edited');
    });

    it('a reply that is shown in the channel too carries its root', async () => {
      const general = await channelId('general');
      const root = (await slack.chat.postMessage({ channel: general, text: '根' })).ts ?? '';
      await act('he', 'say', { channel: 'general', text: '也给大家', thread: root, broadcast: true });
      expect(app.event('thread_broadcast')).toMatchObject({ thread_ts: root, root: { ts: root, text: '根' } });
    });

    it('a message that was answered leaves a stone, which goes with the last answer', async () => {
      const root = (await act('he', 'say', { channel: 'general', text: '根' })).ts;
      const reply = (await act('li', 'say', { channel: 'general', text: '答', thread: root })).ts;
      await act('he', 'delete', { channel: 'general', ts: root });
      expect(app.of('message_deleted')).toHaveLength(0);
      expect(app.event('message_changed')).toMatchObject({
        message: { ts: root, subtype: 'tombstone', user: 'USLACKBOT' },
        previous_message: { ts: root, text: '根' },
      });
      await act('li', 'delete', { channel: 'general', ts: reply });
      expect(app.event('message_deleted')).toMatchObject({ deleted_ts: reply });
      expect(await messages(sandbox, 'li', 'general')).toEqual([]);
    });

    it('takes a message of attachments alone, and holds their blocks to the rules', async () => {
      const general = await channelId('general');
      const attachments = [
        { fallback: '旧', text: '旧式' },
        { blocks: [section('新式')], fallback: '新' },
      ];
      const { message } = await slack.chat.postMessage({ channel: general, attachments });
      expect(message).toMatchObject({
        attachments: [
          { id: 1, text: '旧式' },
          { id: 2, blocks: [{ type: 'section' }] },
        ],
      });
      expect((await messages(sandbox, 'he', 'general')).at(-1)?.lines).toEqual(['旧式', '新式']);
      const wrong = [{ fallback: '', blocks: [{ type: 'section' }] }] as never;
      expect(await refusal(slack.chat.postMessage({ channel: general, attachments: wrong }))).toBe('invalid_blocks');
    });

    it('refuses times that are none', async () => {
      const channel = await channelId('general');
      expect(await refusal(slack.conversations.history({ channel, oldest: 'yesterday' }))).toBe('invalid_ts_oldest');
      expect(await refusal(slack.conversations.history({ channel, latest: '2020-01-01' }))).toBe('invalid_ts_latest');
      expect((await slack.conversations.history({ channel, oldest: '1583110000', latest: 'now' })).ok).toBe(true);
    });

    it('opens twenty connections a minute at most', async () => {
      const outcomes: number[] = [];
      for (let attempt = 0; attempt < 22; attempt += 1) {
        const headers = { Authorization: `Bearer ${sandbox.appToken}` };
        outcomes.push((await fetch(`${sandbox.url}/api/apps.connections.open`, { method: 'POST', headers })).status);
      }
      expect(outcomes.filter((status) => status === 200).length).toBeLessThan(21);
      expect(outcomes.at(-1)).toBe(429);
    });
  });

  describe('with people', () => {
    const guests = [
      { id: 'W0123456789', handle: 'sun', name: '孙立', title: '水利局' },
      { handle: 'qian', name: '钱进', guest: 'single' },
      { handle: 'zhou', name: '周到', guest: 'multi', emailConfirmed: false },
      { handle: 'wu', name: '吴远', team: '别的公司', email: 'li@example.org' },
    ];
    beforeEach(async () => {
      expect(
        await control('people', {
          people: guests,
          channels: [{ name: 'shared', members: ['wu', 'he', 'sun'], bot: true }],
        }),
      ).toBe(200);
    });

    it('whose id begins with W', async () => {
      const posted = await slack.chat.postMessage({ channel: 'W0123456789', text: '你好' });
      expect(posted.channel).toMatch(/^D/);
      expect(app.event('team_join')).toBeDefined();
      await act('he', 'say', { channel: 'general', text: '请 <@W0123456789> 来' });
      expect(app.bodies.at(-1)?.event).toMatchObject({ text: '请 <@W0123456789> 来' });
      expect((await messages(sandbox, '孙立', 'Probe')).map((one) => one.text)).toEqual(['你好']);
    });

    it('who are guests: only where they were asked to be', async () => {
      const user = async (handle: string) => (await slack.users.info({ user: await personId(handle) })).user;
      expect(await user('qian')).toMatchObject({
        is_restricted: true,
        is_ultra_restricted: true,
        is_email_confirmed: true,
      });
      expect(await user('zhou')).toMatchObject({
        is_restricted: true,
        is_ultra_restricted: false,
        is_email_confirmed: false,
      });
      expect(await user('he')).toMatchObject({ is_restricted: false, is_email_confirmed: true });
      const { members } = await slack.conversations.members({ channel: await channelId('general'), limit: 100 });
      for (const handle of ['qian', 'zhou', 'wu']) expect(members).not.toContain(await personId(handle));
      expect(members).toContain('W0123456789');
      await expect(act('qian', 'say', { channel: 'general', text: '我' })).rejects.toThrow('not in');
    });

    it('of another workspace: theirs outside the event, ours in its authorizations', async () => {
      const { user } = await slack.users.info({ user: await personId('wu') });
      expect(user?.team_id).not.toBe(sandbox.teamId);
      expect(user).not.toHaveProperty('is_stranger');
      await act('wu', 'say', { channel: 'shared', text: '我是住建局的' });
      const body = app.of('message').at(-1);
      expect(body).toMatchObject({
        team_id: user?.team_id,
        is_ext_shared_channel: true,
        authorizations: [{ team_id: sandbox.teamId }],
        event: { user: user?.id, user_team: user?.team_id, source_team: user?.team_id, team: user?.team_id },
      });
      const { channel } = await slack.conversations.info({ channel: await channelId('shared') });
      expect(channel).toMatchObject({ is_ext_shared: true });
      await act('he', 'kick', { channel: 'shared', person: 'wu' });
      expect((await slack.users.info({ user: user?.id ?? '' })).user).toMatchObject({ is_stranger: true });
    });

    it('of another workspace: a form says whose app it is', async () => {
      const channel = await channelId('shared');
      await slack.chat.postMessage({ channel, text: '表', blocks: go });
      await act('wu', 'press', { label: '去办' });
      const trigger = String(app.bodies.at(-1)?.trigger_id);
      const view = { type: 'modal' as const, title: plain('表'), submit: plain('好'), blocks: [section('一')] };
      await slack.views.open({ trigger_id: trigger, view });
      await act('wu', 'submit');
      const { user } = await slack.users.info({ user: await personId('wu') });
      expect(app.bodies.at(-1)).toMatchObject({
        type: 'view_submission',
        team: { id: user?.team_id },
        user: { team_id: user?.team_id },
        view: { app_installed_team_id: sandbox.teamId },
      });
    });

    it('every edit of a profile comes with the whole person', async () => {
      await act('li', 'profile', { status: { text: '开会', emoji: ':calendar:' } });
      expect(app.event('user_change')).toMatchObject({
        user: {
          real_name: '李建国',
          locale: 'zh-CN',
          is_email_confirmed: true,
          profile: { title: '住建局', status_text: '开会', status_emoji: ':calendar:' },
        },
      });
      await act('li', 'profile', { name: '李建国 ', title: '财政局', status: null });
      expect(app.of('user_change')).toHaveLength(2);
      expect(app.event('user_change')).toMatchObject({ user: { profile: { title: '财政局', status_text: '' } } });
    });
  });

  describe('with channels', () => {
    it('the bot hears that it was invited, taken out, and of renaming, archiving and back', async () => {
      await act('wang', 'invite', { channel: 'lounge', person: 'bot' });
      expect(app.event('member_joined_channel')).toMatchObject({
        user: sandbox.botUserId,
        inviter: await personId('wang'),
      });
      await act('li', 'rename', { channel: 'lounge', name: 'works' });
      expect(app.event('channel_rename')).toMatchObject({ channel: { id: await channelId('works'), name: 'works' } });
      await act('li', 'archive', { channel: 'works' });
      expect(await refusal(slack.chat.postMessage({ channel: '#works', text: '一' }))).toBe('is_archived');
      await act('li', 'unarchive', { channel: 'works' });
      expect(app.event('channel_unarchive')).toMatchObject({ user: await personId('li') });
      expect((await slack.chat.postMessage({ channel: '#works', text: '一' })).ok).toBe(true);
      await act('li', 'kick', { channel: 'works', person: 'wang' });
      expect(app.event('member_left_channel')).toMatchObject({ user: await personId('wang') });
      await act('li', 'kick', { channel: 'works', person: 'bot' });
      expect(app.event('channel_left')).toMatchObject({ channel: await channelId('works') });
      expect(await refusal(slack.chat.postMessage({ channel: '#works', text: '二' }))).toBe('not_in_channel');
      await expect(act('li', 'kick', { channel: 'works', person: 'bot' })).rejects.toThrow('Probe is not in');
    });

    it('a method can be made to refuse in one channel, a block everywhere', async () => {
      const error = 'restricted_action_read_only_channel';
      const faults = { errors: [{ method: 'chat.postMessage', channel: 'general', error, times: 2 }] };
      expect(await control('faults', faults)).toBe(200);
      const post = (channel: string) => slack.chat.postMessage({ channel, text: '一' });
      expect(await refusal(post('#general'))).toBe(error);
      expect(await refusal(post(await channelId('general')))).toBe(error);
      expect((await post('#leaders')).ok).toBe(true);
      expect((await post('#general')).ok).toBe(true);
      await control('faults', { errors: [{ channel: '何志远', error: 'messages_tab_disabled' }] });
      expect(await refusal(post(await personId('he')))).toBe('messages_tab_disabled');
      await control('faults', { errors: [{ block: 'data_table', error: 'invalid_blocks' }] });
      const cell = (text: string) => ({ type: 'raw_text' as const, text });
      const blocks = [{ type: 'data_table' as const, caption: '表', rows: [[cell('项目')], [cell('一')]] }];
      expect(await refusal(slack.chat.postMessage({ channel: '#leaders', text: '表', blocks }))).toBe('invalid_blocks');
      await control('faults', {});
      expect((await slack.chat.postMessage({ channel: '#leaders', text: '表', blocks })).ok).toBe(true);
      expect(await control('faults', { errors: [{ error: 'fatal_error' }] })).toBe(400);
    });
  });
});
