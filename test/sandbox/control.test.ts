import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.js';
import { processorMilliseconds } from '../support/processor.js';
import { bolt, client, messages, screen, workspace } from './probe.js';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (text: string) => ({ text: plain(text), value: text });

describe('the control face', () => {
  let sandbox: Sandbox;
  let app: App;
  let heard: Record<string, unknown>[] = [];
  let respondUrl = '';
  const ask = async (path: string, body?: unknown) => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(`${sandbox.url}/_sandbox/${path}`, init);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const act = async (body: Record<string, unknown>) => (await ask('act', body)).body;

  beforeAll(async () => {
    sandbox = await workspace();
    app = bolt(sandbox);
    app.command('/echo', async ({ command, ack }) => {
      respondUrl = command.response_url;
      await ack();
    });
    app.action(/.*/, async ({ ack, action }) => {
      heard.push(action as unknown as Record<string, unknown>);
      await ack();
    });
    app.event(/.*/, async ({ event }) => {
      heard.push(event as unknown as Record<string, unknown>);
    });
    await app.start();
  });
  afterAll(async () => {
    await app.stop();
    await sandbox.close();
  });

  it('lists people and not the bot', async () => {
    const { body } = await ask('people');
    expect(body).toHaveLength(4);
    expect(body[0 as never]).toMatchObject({ handle: 'he', name: '何志远', title: '县长', locale: 'zh-CN' });
  });

  it('answers what cannot be done with a sentence that says what there is', async () => {
    expect(await ask('act', { as: 'nobody', do: 'home' })).toMatchObject({
      status: 400,
      body: { ok: false, error: "There is no person 'nobody'. There are: ['he', 'wang', 'li', 'smith']" },
    });
    expect((await act({ as: 'he', do: 'dance' })).error).toContain('command, say, press');
    expect((await act({ as: 'he', do: 'say', channel: 'nowhere', text: 'x' })).error).toContain(
      "There is no channel 'nowhere'. 何志远 is in: ['general', 'leaders'",
    );
    expect((await act({ as: 'he', do: 'shortcut', name: 'Fly' })).error).toContain("['Open the form']");
  });

  it('works menus, boxes and pickers of a message by what they show', async () => {
    heard = [];
    await client(sandbox).chat.postMessage({
      channel: '#general',
      text: '选',
      blocks: [
        {
          type: 'section',
          text: plain('责任单位'),
          accessory: {
            type: 'static_select',
            action_id: 'unit',
            placeholder: plain('请选择'),
            options: [option('住建局'), option('水利局')],
          },
        },
        {
          type: 'actions',
          elements: [
            { type: 'overflow', action_id: 'more', options: [option('转办'), option('关闭')] },
            { type: 'checkboxes', action_id: 'ticks', options: [option('甲'), option('乙')] },
            { type: 'datepicker', action_id: 'day', placeholder: plain('日期') },
            { type: 'users_select', action_id: 'person', placeholder: plain('找谁') },
          ],
        },
      ],
    });
    const before = (await messages(sandbox, 'he', 'general')).at(-1)?.lines;
    expect(before).toEqual(['责任单位', '请选择 ⌄', '⋯ ⌄ 转办 / 关闭 ☐ 甲  ☐ 乙 日期 ⌄ 找谁 ⌄']);
    for (const label of ['请选择 > 水利局', '⋯ > 转办', '乙', '甲', '乙', '日期 > 2020-06-30', '找谁 > 李建国'])
      expect(await act({ as: 'he', do: 'press', label })).toMatchObject({ ok: true, error: null });
    const chosen = heard.filter((one) => 'action_id' in one);
    expect(chosen.map((one) => one.action_id)).toEqual(['unit', 'more', 'ticks', 'ticks', 'ticks', 'day', 'person']);
    expect(chosen[0]).toMatchObject({
      type: 'static_select',
      selected_option: option('水利局'),
      placeholder: plain('请选择'),
    });
    expect(chosen[3]).toMatchObject({ selected_options: [option('乙'), option('甲')] });
    expect(chosen[4]).toMatchObject({ selected_options: [option('甲')] });
    expect(chosen[5]).toMatchObject({ selected_date: '2020-06-30' });
    const after = (await messages(sandbox, 'he', 'general')).at(-1)?.lines;
    expect(after?.[2]).toBe('⋯ ⌄ 转办 / 关闭 ☑ 甲  ☐ 乙 2020-06-30 ⌄ 李建国 ⌄');
    expect((await act({ as: 'he', do: 'press', label: '请选择 > 财政局' })).error).toContain('no button');
  });

  it('presses the newest that carries the label, unless it is told where', async () => {
    const slack = client(sandbox);
    const blocks = (value: string) => [
      {
        type: 'actions' as const,
        elements: [{ type: 'button' as const, action_id: 'go', text: plain('去办'), value }],
      },
    ];
    const old = await slack.chat.postMessage({ channel: '#general', text: '旧', blocks: blocks('old') });
    await slack.chat.postMessage({ channel: '#general', text: '新', blocks: blocks('new') });
    heard = [];
    await act({ as: 'he', do: 'press', label: '去办' });
    await act({ as: 'he', do: 'press', label: '去办', message: { channel: 'general', ts: old.ts } });
    await act({ as: 'he', do: 'press', actionId: 'go', message: { channel: 'general', ts: old.ts } });
    expect(heard.map((one) => one.value)).toEqual(['new', 'old', 'old']);
  });

  it('lets a response address be used five times in thirty minutes', async () => {
    await act({ as: 'he', do: 'command', channel: 'general', text: '/echo' });
    const use = async () => (await fetch(respondUrl, { method: 'POST', body: JSON.stringify({ text: '答' }) })).status;
    expect([await use(), await use(), await use(), await use(), await use(), await use()]).toEqual([
      200, 200, 200, 200, 200, 404,
    ]);
    await act({ as: 'he', do: 'command', channel: 'general', text: '/echo' });
    await sandbox.advance(31 * 60_000);
    expect(await use()).toBe(404);
  });

  it('tells the bot of edits, deletions, reactions, joining, and archiving', async () => {
    heard = [];
    const said = await act({ as: 'li', do: 'say', channel: 'general', text: '初稿' });
    const where = { channel: 'general', ts: said.ts };
    await act({ as: 'li', do: 'edit', ...where, text: '定稿' });
    await act({ as: 'he', do: 'react', ...where, name: 'thumbsup' });
    expect((await act({ as: 'he', do: 'edit', ...where, text: '?' })).error).toContain("not 何志远's to edit");
    await act({ as: 'li', do: 'delete', ...where });
    await ask('people', { channels: [{ name: 'open', members: ['he'], bot: true }] });
    await act({ as: 'li', do: 'join', channel: 'open' });
    await act({ as: 'he', do: 'archive', channel: 'open' });
    const kinds = heard.map((one) => one.subtype ?? one.type);
    for (const kind of ['message_changed', 'message_deleted', 'member_joined_channel', 'channel_archive'])
      expect(kinds).toContain(kind);
    const changed = heard.find((one) => one.subtype === 'message_changed');
    expect(changed).toMatchObject({
      message: { text: '定稿', edited: {} },
      previous_message: { text: '初稿' },
      channel_type: 'channel',
    });
  });

  it('tells the bot of people who come, change and go', async () => {
    heard = [];
    const zhao = { handle: 'zhao', name: '赵敏' };
    await ask('people', { people: [zhao] });
    await ask('people', { people: [{ ...zhao, title: '财政局', locale: 'en-US' }] });
    await ask('people', { people: [{ ...zhao, deleted: true }] });
    await sandbox.screen('he', true);
    expect(heard.map((one) => one.type)).toEqual(['team_join', 'user_change', 'user_change']);
    expect(heard[1]).toMatchObject({ user: { locale: 'en-US', profile: { title: '财政局' }, deleted: false } });
    expect(heard[2]).toMatchObject({ user: { deleted: true, real_name: '赵敏' } });
    expect((await act({ as: 'zhao', do: 'home' })).error).toBe("赵敏's account is switched off.");
  });

  it('counts what is unread until it is read', async () => {
    await act({ as: 'smith', do: 'read', channel: 'general' });
    await act({ as: 'he', do: 'say', channel: 'general', text: '新的 @smith' });
    const unread = async () => (await screen(sandbox, 'smith')).channels.find((one) => one.name === 'general')?.unread;
    expect(await unread()).toBe(1);
    await act({ as: 'smith', do: 'read', channel: 'general' });
    expect(await unread()).toBe(0);
  });

  it('sends a line to the page when something that the person sees has changed', async () => {
    const abort = new AbortController();
    const response = await fetch(`${sandbox.url}/_sandbox/stream?as=li`, { signal: abort.signal });
    const reader = response.body?.getReader();
    let received = '';
    const reading = (async () => {
      for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read())
        received += Buffer.from(chunk.value).toString();
    })().catch(() => undefined);
    await act({ as: 'he', do: 'say', channel: 'leaders', text: '内部' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(received).toContain('event: clock');
    expect(received).not.toContain('event: change');
    await act({ as: 'he', do: 'say', channel: 'general', text: '公开' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(received).toMatch(/event: change\ndata: \{"channels":\["C\w+"\]\}/);
    abort.abort();
    await reading;
  });

  it('makes 10,000 people and 300 channels within two seconds', async () => {
    const people = Array.from({ length: 10_000 }, (_, index) => ({ handle: `p${index}`, name: `干部${index}` }));
    const channels = Array.from({ length: 300 }, (_, index) => ({
      name: `c${index}`,
      members: people.slice(index * 30, index * 30 + 30).map((one) => one.handle),
      bot: true,
    }));
    // The processor's time of this process, in which the workspace is: others work beside it.
    const began = process.cpuUsage();
    expect((await ask('people', { people, channels })).body).toEqual({ ok: true, people: 10_000, channels: 300 });
    expect(processorMilliseconds(began)).toBeLessThan(2000);
  });
});

describe('a state file', () => {
  it('keeps people, messages, threads, files and the time', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
    const state = join(folder, 'state.json');
    const first = await workspace({ state });
    const said = await first.act({
      as: 'he',
      do: 'say',
      channel: 'general',
      text: '记住',
      files: [{ name: 'a.txt', base64: Buffer.from('内容').toString('base64') }],
    });
    await first.act({ as: 'li', do: 'say', channel: 'general', text: '答', thread: said.ts });
    await first.advance(86_400_000);
    await first.close();
    const second = await workspace({ state });
    const seen = await messages(second, 'wang', 'general');
    expect(seen.map((one) => [one.text, one.thread])).toEqual([
      ['记住', null],
      ['答', said.ts],
    ]);
    expect(second.clock.now() - Date.now()).toBeGreaterThan(86_000_000);
    const bytes = await fetch(`${second.url}/_sandbox/file/${seen[0]?.files[0]?.id}?as=wang`);
    expect(await bytes.text()).toBe('内容');
    const again = await second.act({
      as: 'he',
      do: 'say',
      channel: 'general',
      text: '',
      files: [{ name: 'b', base64: 'Yg==' }],
    });
    expect(again.files).not.toEqual(said.files);
    await second.close();
    await rm(folder, { recursive: true });
  });
});
