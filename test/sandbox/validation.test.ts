import { describe, expect, it } from 'vitest';
import { manifest } from './manifest.js';
import { workspace } from './probe.js';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const section = (text: string) => ({ type: 'section' as const, text: plain(text) });

describe('validation', () => {
  it('of blocks, messages and views says where the fault is, and does nothing', async () => {
    const sandbox = await workspace();
    const validate = async (args: object) => {
      const headers = { Authorization: `Bearer ${sandbox.botToken}`, 'Content-Type': 'application/json' };
      const request = { method: 'POST', headers, body: JSON.stringify(args) };
      return (await fetch(`${sandbox.url}/api/blocks.validate`, request)).json();
    };
    const wrong = [{ type: 'divider' }, { type: 'header', text: { type: 'mrkdwn', text: '一' } }];
    expect(await validate({ blocks: [section('一')] })).toEqual({ ok: true });
    expect(await validate({ blocks: JSON.stringify(wrong) })).toMatchObject({
      error: 'invalid_blocks',
      errors: [{ code: 'failed_constraint', pointer: '/1/text/type', message: 'must be plain_text' }],
    });
    expect(await validate({ message: { blocks: wrong } })).toMatchObject({
      error: 'invalid_message',
      errors: [{ pointer: '/blocks/1/text/type' }],
    });
    const view = { type: 'modal', title: plain('很'.repeat(25)), blocks: [section('一')] };
    expect(await validate({ view })).toMatchObject({ error: 'invalid_view', errors: [{ pointer: '/title/text' }] });
    const long = Array.from({ length: 4 }, () => section('长'.repeat(3000)));
    expect(await validate({ blocks: long })).toMatchObject({ errors: [{ message: 'msg_blocks_too_long' }] });
    expect(await validate({ view, blocks: wrong })).toMatchObject({ error: 'invalid_arguments' });
    expect(await validate({})).toMatchObject({ error: 'invalid_arguments' });
    await sandbox.close();
  });

  it.each([
    [
      "a command of Slack's own",
      { features: { slash_commands: [{ command: '/leave' }] } },
      '/features/slash_commands/0/command',
    ],
    [
      'events that have no way to arrive',
      { settings: { event_subscriptions: { bot_events: ['team_join'] } } },
      '/settings/event_subscriptions',
    ],
    [
      'presses that have no way to arrive',
      { settings: { interactivity: { is_enabled: true } } },
      '/settings/interactivity',
    ],
    ['a name that is too long', { display_information: { name: 'x'.repeat(36) } }, '/display_information/name'],
  ])('of a manifest refuses %s', async (_what, part, pointer) => {
    const wrong = { display_information: { name: 'Probe' }, ...part };
    await expect(workspace({ manifest: wrong })).rejects.toThrow(pointer.slice(1).replaceAll('/', '.'));
    const sandbox = await workspace();
    const validate = async (token: string, given: object) => {
      const body = new URLSearchParams({ token, manifest: JSON.stringify(given) });
      return (await fetch(`${sandbox.url}/api/apps.manifest.validate`, { method: 'POST', body })).json();
    };
    const refused = await validate(sandbox.configurationToken, wrong);
    expect(refused).toMatchObject({ ok: false, error: 'invalid_manifest', errors: [{ pointer }] });
    expect(await validate(sandbox.configurationToken, manifest)).toEqual({ ok: true, errors: [] });
    expect(await validate(sandbox.botToken, manifest)).toMatchObject({ error: 'not_allowed_token_type' });
    await sandbox.close();
  });
});
