import type { App } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.js';
import { bolt, messages, screen, workspace } from './probe.js';

const text = (value: string) => ({ type: 'plain_text' as const, text: value });

const form = {
  type: 'modal' as const,
  callback_id: 'report',
  title: text('上报'),
  submit: text('提交'),
  close: text('取消'),
  notify_on_close: true,
  private_metadata: 'P-017',
  blocks: [
    {
      type: 'input' as const,
      block_id: 'percent',
      label: text('进度'),
      element: { type: 'plain_text_input' as const, action_id: 'value' },
    },
    {
      type: 'input' as const,
      block_id: 'unit',
      label: text('单位'),
      optional: true,
      element: {
        type: 'static_select' as const,
        action_id: 'value',
        options: [
          { text: text('住建局'), value: 'zj' },
          { text: text('自然资源局'), value: 'zr' },
        ],
      },
    },
    {
      type: 'input' as const,
      block_id: 'owner',
      label: text('责任人'),
      optional: true,
      element: { type: 'external_select' as const, action_id: 'person', min_query_length: 0 },
    },
    {
      type: 'actions' as const,
      block_id: 'more',
      elements: [{ type: 'button' as const, action_id: 'deeper', text: text('更多') }],
    },
  ],
};

describe('an unmodified Bolt app', () => {
  let sandbox: Sandbox;
  let app: App;
  const heard: string[] = [];

  beforeAll(async () => {
    sandbox = await workspace();
    app = bolt(sandbox);
    app.command('/echo', async ({ command, ack, respond, client }) => {
      await ack(`听到：${command.text}`);
      if (command.text === 'post') await client.chat.postMessage({ channel: command.channel_id, text: '已发布' });
      if (command.text === 'twice') {
        await respond({ text: '只给你看' });
        await respond({ text: '大家看', response_type: 'in_channel' });
      }
    });
    app.command('/form', async ({ command, ack, client }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: form });
    });
    app.command('/names', async ({ command, ack }) => ack(command.text));
    app.command('/late', async ({ ack }) => {
      await new Promise((resolve) => setTimeout(resolve, 3300));
      await ack('晚了');
    });
    app.view('report', async ({ ack, view, body }) => {
      const percent = view.state.values.percent?.value?.value ?? '';
      if (!/^\d+$/.test(percent)) {
        await ack({ response_action: 'errors', errors: { percent: '请填数字' } });
        return;
      }
      const unit = view.state.values.unit?.value?.selected_option?.text.text ?? '无';
      heard.push(`${body.user.name} ${view.private_metadata} ${percent} ${unit}`);
      await ack();
    });
    app.view({ callback_id: 'report', type: 'view_closed' }, async ({ ack }) => {
      await ack();
      heard.push('closed');
    });
    app.options('person', async ({ ack, options }) =>
      ack({
        options: ['王秀英', '李建国']
          .filter((name) => name.includes(options.value))
          .map((name) => ({ text: text(name), value: name })),
      }),
    );
    app.action('deeper', async ({ ack, body, client }) => {
      await ack();
      if (body.type === 'block_actions' && body.view)
        await client.views.push({
          trigger_id: body.trigger_id,
          view: { type: 'modal', title: text('更多'), blocks: [{ type: 'section', text: text('第二层') }] },
        });
    });
    app.message('问题', async ({ message, say }) => {
      await say({
        text: '收到问题',
        thread_ts: message.ts,
        blocks: [
          { type: 'section', text: { type: 'mrkdwn', text: '收到 *问题*' } },
          { type: 'actions', elements: [{ type: 'button', action_id: 'claim', text: text('认领'), value: '7' }] },
        ],
      });
    });
    app.action('claim', async ({ ack, body, respond, action }) => {
      await ack();
      if (action.type === 'button' && body.user)
        await respond({ replace_original: true, text: `<@${body.user.id}> 已认领 ${action.value}` });
    });
    app.event('app_home_opened', async ({ event, client }) => {
      await client.views.publish({
        user_id: event.user,
        view: { type: 'home', blocks: [{ type: 'section', text: text('我的事项') }] },
      });
    });
    app.event('app_mention', async ({ event }) => {
      heard.push(`mention ${event.text}`);
    });
    app.shortcut('open_form', async ({ ack, shortcut, client }) => {
      await ack();
      await client.views.open({ trigger_id: shortcut.trigger_id, view: form });
    });
    app.shortcut('keep_message', async ({ ack, shortcut, respond }) => {
      await ack();
      if (shortcut.type === 'message_action') await respond({ text: `留存：${shortcut.message.text}` });
    });
    await app.start();
  });
  afterAll(async () => {
    await app.stop();
    await sandbox.close();
  });

  it('answers a command to its sender alone', async () => {
    const acted = await sandbox.act({ as: 'he', do: 'command', channel: 'general', text: '/echo 你好 <b>' });
    expect(acted).toMatchObject({ ok: true, error: null });
    expect(acted.ackMs).toBeGreaterThan(0);
    const seen = (await messages(sandbox, 'he', 'general')).at(-1);
    expect(seen).toMatchObject({ from: 'Probe', ephemeral: true, lines: ['听到：你好 <b>'] });
    expect(await messages(sandbox, 'wang', 'general')).toEqual([]);
  });

  it('posts where the command was typed, and answers through the response address', async () => {
    await sandbox.act({ as: '王秀英', do: 'command', channel: 'general', text: '/echo post' });
    await sandbox.act({ as: 'wang', do: 'command', channel: '#general', text: '/echo twice' });
    const seen = (await messages(sandbox, 'li', 'general')).map((one) => one.text);
    expect(seen).toEqual(['已发布', '大家看']);
    const own = (await messages(sandbox, 'wang', 'general')).filter((one) => one.ephemeral).map((one) => one.text);
    expect(own).toContain('只给你看');
  });

  it('escapes people in a command whose manifest asks for it', async () => {
    await sandbox.act({ as: 'he', do: 'command', to: 'bot', text: '/names @wang' });
    const seen = (await messages(sandbox, 'he', 'Probe')).at(-1);
    expect(seen?.text).toMatch(/^<@U[A-Z0-9]+\|wang>$/);
    expect(seen?.lines).toEqual(['@王秀英']);
  });

  it('shows what Slack shows for commands unknown, in threads, or not acknowledged in time', async () => {
    const unknown = await sandbox.act({ as: 'li', do: 'command', channel: 'general', text: '/nothing' });
    expect(unknown.error).toContain('not a valid command');
    const threaded = await sandbox.act({
      as: 'li',
      do: 'command',
      channel: 'general',
      text: '/echo x',
      thread: '1.000000',
    });
    expect(threaded.error).toBe('/echo is not supported in threads. Sorry!');
    const late = await sandbox.act({ as: 'li', do: 'command', channel: 'general', text: '/late' });
    expect(late).toMatchObject({ ok: false, error: '/late failed with the error "operation_timeout"' });
    expect((await messages(sandbox, 'li', 'general')).at(-1)).toMatchObject({ from: 'Slackbot', ephemeral: true });
  });

  it('opens a form, refuses it by the label of the field, and takes it when it is right', async () => {
    await sandbox.act({ as: 'he', do: 'command', channel: 'general', text: '/form' });
    const opened = await screen(sandbox, 'he');
    expect(opened.modal?.lines).toEqual(['上报', '进度: ', '单位:  ⌄', '责任人:  ⌄', '[更多]', '[取消] [提交]']);
    const empty = await sandbox.act({ as: 'he', do: 'submit' });
    expect(empty.errors).toEqual({ 进度: '请填写此项。' });
    const wrong = await sandbox.act({ as: 'he', do: 'submit', fields: { 进度: '八成' } });
    expect(wrong).toMatchObject({ ok: false, errors: { 进度: '请填数字' } });
    expect((await screen(sandbox, 'he')).modal?.lines).toContain('! 请填数字');
    const right = await sandbox.act({
      as: 'he',
      do: 'submit',
      fields: { 进度: '80', 单位: '住建局', 责任人: '李建国' },
    });
    expect(right).toMatchObject({ ok: true, error: null });
    expect(heard).toContain('he P-017 80 住建局');
    expect((await screen(sandbox, 'he')).modal).toBeNull();
  });

  it('names the fields of the form when a script asks for one that is not there', async () => {
    await sandbox.act({ as: 'wang', do: 'shortcut', name: 'Open the form' });
    await screen(sandbox, 'wang');
    await expect(sandbox.act({ as: 'wang', do: 'submit', fields: { 速度: '1' } })).rejects.toThrow(
      "no field '速度'. It has: ['进度', '单位', '责任人']",
    );
    await expect(sandbox.act({ as: 'wang', do: 'submit', fields: { 单位: '财政局' } })).rejects.toThrow(
      "['住建局', '自然资源局']",
    );
  });

  it('pushes a second form and tells the bot when forms are closed', async () => {
    await sandbox.act({ as: 'wang', do: 'press', label: '更多' });
    expect((await screen(sandbox, 'wang')).modal).toMatchObject({ title: '更多', depth: 2 });
    await sandbox.act({ as: 'wang', do: 'close' });
    await sandbox.act({ as: 'wang', do: 'close' });
    expect(heard).toContain('closed');
    await expect(sandbox.act({ as: 'wang', do: 'close' })).rejects.toThrow('王秀英 has no open form');
  });

  it('answers in the thread, and a press replaces the message', async () => {
    const said = await sandbox.act({ as: 'li', do: 'say', channel: 'general', text: '有个问题' });
    const seen = await messages(sandbox, 'li', 'general');
    expect(seen.at(-1)).toMatchObject({ thread: said.ts, lines: ['收到 问题', '[认领]'] });
    await sandbox.act({ as: 'he', do: 'press', label: '认领' });
    expect((await messages(sandbox, 'li', 'general')).at(-1)?.lines).toEqual(['@何志远 已认领 7']);
    await expect(sandbox.act({ as: 'he', do: 'press', label: '认领' })).rejects.toThrow("no button '认领'");
  });

  it('hears a mention, keeps a message, shows the home tab', async () => {
    const said = await sandbox.act({ as: 'li', do: 'say', channel: 'general', text: '@bot 看一下' });
    expect(heard.at(-1)).toMatch(/^mention <@U[A-Z0-9]+> 看一下$/);
    await sandbox.act({ as: 'he', do: 'shortcut', name: 'Keep this', message: { channel: 'general', ts: said.ts } });
    expect((await messages(sandbox, 'he', 'general')).at(-1)?.lines).toEqual(['留存：@Probe 看一下']);
    await sandbox.act({ as: 'smith', do: 'home' });
    expect((await screen(sandbox, 'Anna Smith')).home?.lines).toEqual(['我的事项']);
    expect((await screen(sandbox, 'he')).home).toBeNull();
  });
});
