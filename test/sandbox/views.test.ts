import { LogLevel, SocketModeClient } from '@slack/socket-mode';
import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.js';
import { client, refusal, screen, workspace } from './probe.js';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const modal = (title: string, more: object = {}) => ({
  type: 'modal' as const,
  title: plain(title),
  submit: plain('提交'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'note',
      label: plain('备注'),
      element: { type: 'plain_text_input' as const, action_id: 'text' },
    },
  ],
  ...more,
});

describe('views, with the official Socket Mode client', () => {
  let sandbox: Sandbox;
  let slack: WebClient;
  let socket: SocketModeClient;
  let answer: Record<string, unknown> = {};
  const seen: Record<string, unknown>[] = [];

  beforeEach(async () => {
    sandbox = await workspace();
    slack = client(sandbox);
    seen.length = 0;
    answer = {};
    socket = new SocketModeClient({
      appToken: sandbox.appToken,
      logLevel: LogLevel.ERROR,
      clientOptions: { slackApiUrl: `${sandbox.url}/api/` },
    });
    const take = async ({ ack, body }: { ack: (body?: unknown) => Promise<void>; body: Record<string, unknown> }) => {
      seen.push(body);
      await ack(body.type === 'view_submission' ? answer : undefined);
    };
    socket.on('slash_commands', take);
    socket.on('interactive', take);
    await socket.start();
  });
  afterEach(async () => {
    await socket.disconnect();
    await sandbox.close();
  });
  const trigger = async (as = 'he') => {
    await sandbox.act({ as, do: 'command', channel: 'general', text: '/form' });
    return String(seen.at(-1)?.trigger_id);
  };

  it('open once for each trigger, and within three seconds', async () => {
    const used = await trigger();
    await slack.views.open({ trigger_id: used, view: modal('一') });
    expect(await refusal(slack.views.open({ trigger_id: used, view: modal('二') }))).toBe('exchanged_trigger_id');
    expect(await refusal(slack.views.open({ trigger_id: 'made.up', view: modal('二') }))).toBe('invalid_trigger_id');
    const late = await trigger();
    await sandbox.advance(3100);
    expect(await refusal(slack.views.open({ trigger_id: late, view: modal('三') }))).toBe('expired_trigger_id');
    expect((await screen(sandbox, 'he')).modal?.title).toBe('一');
  });

  it('are updated only against their own hash', async () => {
    const { view } = await slack.views.open({ trigger_id: await trigger(), view: modal('一') });
    const id = view?.id ?? '';
    const change = (hash: string) => slack.views.update({ view_id: id, hash, view: modal('改') });
    expect(await refusal(change('156772938.1827394'))).toBe('hash_conflict');
    expect(await refusal(change(''))).toBe('hash_conflict');
    const changed = await change(view?.hash ?? '');
    expect(changed.view?.hash).not.toBe(view?.hash);
    expect((await screen(sandbox, 'he')).modal?.title).toBe('改');
    await sandbox.act({ as: 'he', do: 'close' });
    expect(await refusal(slack.views.update({ view_id: id, view: modal('再改') }))).toBe('not_found');
  });

  it('keep what was typed when they are updated under the same ids', async () => {
    const { view } = await slack.views.open({ trigger_id: await trigger(), view: modal('一') });
    answer = { response_action: 'errors', errors: { note: '太短' } };
    await sandbox.act({ as: 'he', do: 'submit', fields: { 备注: '施工图' } });
    await slack.views.update({ view_id: view?.id ?? '', view: modal('二') });
    expect((await screen(sandbox, 'he')).modal?.lines).toContain('备注: 施工图');
    const other = modal('三');
    await slack.views.update({
      view_id: view?.id ?? '',
      view: { ...other, blocks: other.blocks.map((block) => ({ ...block, block_id: 'anew' })) },
    });
    expect((await screen(sandbox, 'he')).modal?.lines).toContain('备注: ');
  });

  it('stand three high at most', async () => {
    await slack.views.open({ trigger_id: await trigger(), view: modal('一') });
    answer = { response_action: 'push', view: modal('二') };
    expect(await sandbox.act({ as: 'he', do: 'submit', fields: { 备注: 'a' } })).toMatchObject({ ok: true });
    answer = { response_action: 'push', view: modal('三') };
    await sandbox.act({ as: 'he', do: 'submit', fields: { 备注: 'b' } });
    answer = { response_action: 'push', view: modal('四') };
    const fourth = await sandbox.act({ as: 'he', do: 'submit', fields: { 备注: 'c' } });
    expect(fourth).toMatchObject({ ok: false, error: 'We had some trouble connecting. Try again?' });
    expect((await screen(sandbox, 'he')).modal).toMatchObject({ title: '三', depth: 3 });
    answer = { response_action: 'clear' };
    await sandbox.act({ as: 'he', do: 'submit', fields: { 备注: 'd' } });
    expect((await screen(sandbox, 'he')).modal).toBeNull();
  });

  it('are refused with the place of the fault', async () => {
    const id = await trigger();
    const { submit: _submit, ...bare } = modal('没有提交');
    expect(await refusal(slack.views.open({ trigger_id: id, view: bare }))).toBe('invalid_arguments');
    expect(await refusal(slack.views.open({ trigger_id: id, view: modal('长'.repeat(25)) }))).toBe('invalid_arguments');
    const many = Array.from({ length: 101 }, () => ({ type: 'divider' as const }));
    expect(await refusal(slack.views.open({ trigger_id: id, view: modal('多', { blocks: many }) }))).toBe(
      'invalid_blocks',
    );
    const wide = Array.from({ length: 90 }, () => ({ type: 'section' as const, text: plain('宽'.repeat(2900)) }));
    expect(await refusal(slack.views.open({ trigger_id: id, view: modal('大', { blocks: wide }) }))).toBe(
      'view_too_large',
    );
    await slack.views.open({ trigger_id: id, view: modal('好') });
  });

  it('say that there was trouble when a bot lets a form wait', async () => {
    await slack.views.open({ trigger_id: await trigger(), view: modal('一') });
    socket.removeAllListeners('interactive');
    const acted = await sandbox.act({ as: 'he', do: 'submit', fields: { 备注: 'x' } });
    expect(acted).toMatchObject({ ok: false, error: 'We had some trouble connecting. Try again?' });
    expect((await screen(sandbox, 'he')).modal?.trouble).toBe('We had some trouble connecting. Try again?');
    expect(JSON.stringify((await screen(sandbox, 'he')).modal)).toContain('"value":"x"');
  });

  it('carry the values of every kind of input', async () => {
    const options = [
      { text: plain('土地'), value: 'land' },
      { text: plain('资金'), value: 'funds' },
    ];
    const input = (label: string, element: object) => ({
      type: 'input',
      label: plain(label),
      block_id: label,
      element,
    });
    const blocks = [
      input('数', { type: 'number_input', action_id: 'v', is_decimal_allowed: false, max_value: '100' }),
      input('日', { type: 'datepicker', action_id: 'v' }),
      input('时', { type: 'timepicker', action_id: 'v' }),
      input('人', { type: 'users_select', action_id: 'v' }),
      input('群', { type: 'conversations_select', action_id: 'v' }),
      input('类', { type: 'radio_buttons', action_id: 'v', options }),
      input('多', { type: 'multi_static_select', action_id: 'v', options }),
      input('勾', { type: 'checkboxes', action_id: 'v', options }),
      input('件', { type: 'file_input', action_id: 'v' }),
    ];
    await slack.views.open({ trigger_id: await trigger(), view: modal('全', { blocks }) as never });
    const wrong = await sandbox.act({
      as: 'he',
      do: 'submit',
      fields: {
        数: '101',
        日: '2020-06-30',
        时: '18:00',
        人: '王秀英',
        群: 'general',
        类: '土地',
        多: ['土地', '资金'],
        勾: ['资金'],
        件: [{ name: 'a.csv', base64: Buffer.from('x').toString('base64') }],
      },
    });
    expect(wrong.errors).toEqual({ 数: '不能大于 100。' });
    await sandbox.act({ as: 'he', do: 'submit', fields: { 数: '80' } });
    const { view } = seen.at(-1) as { view: { state: { values: Record<string, { v: Record<string, unknown> }> } } };
    const { values } = view.state;
    expect(values.数?.v).toEqual({ type: 'number_input', value: '80' });
    expect(values.日?.v).toEqual({ type: 'datepicker', selected_date: '2020-06-30' });
    expect(values.时?.v).toEqual({ type: 'timepicker', selected_time: '18:00' });
    expect(values.人?.v).toEqual({ type: 'users_select', selected_user: expect.stringMatching(/^U/) });
    expect(values.群?.v).toEqual({ type: 'conversations_select', selected_conversation: expect.stringMatching(/^C/) });
    expect(values.类?.v).toEqual({ type: 'radio_buttons', selected_option: options[0] });
    expect(values.多?.v).toEqual({ type: 'multi_static_select', selected_options: options });
    expect(values.勾?.v).toEqual({ type: 'checkboxes', selected_options: [options[1]] });
    expect(values.件?.v).toMatchObject({ type: 'file_input', files: [{ name: 'a.csv', filetype: 'csv' }] });
    const [file] = (values.件?.v.files ?? []) as { id: string; url_private: string }[];
    const bytes = await fetch(file?.url_private ?? '', { headers: { Authorization: `Bearer ${sandbox.botToken}` } });
    expect(await bytes.text()).toBe('x');
  });
});
