import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.js';
import { manifest } from './manifest.js';
import { client, messages, until, workspace } from './probe.js';

describe('HTTP delivery', () => {
  let sandbox: Sandbox;
  let app: App | undefined;
  let plain: Server | undefined;
  afterEach(async () => {
    await app?.stop();
    plain?.close();
    app = undefined;
    await sandbox.close();
  });

  it('is signed as the official receiver wants it, for commands, forms and events', async () => {
    const signingSecret = '0123456789abcdef0123456789abcdef';
    const probe = createServer();
    await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
    const { port } = probe.address() as AddressInfo;
    await new Promise((resolve) => probe.close(resolve));
    sandbox = await workspace({ signingSecret, requestUrl: `http://127.0.0.1:${port}/slack/events` });
    app = new App({
      token: sandbox.botToken,
      receiver: new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR }),
      clientOptions: { slackApiUrl: `${sandbox.url}/api/` },
      logLevel: LogLevel.ERROR,
    });
    app.command('/echo', async ({ command, ack }) =>
      ack({
        text: command.text,
        blocks: [
          {
            type: 'actions',
            elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: '去' } }],
          },
        ],
      }),
    );
    app.action('go', async ({ ack, respond }) => {
      await ack();
      await respond({ replace_original: true, text: '去了' });
    });
    app.message('在吗', async ({ say }) => {
      await say('在');
    });
    await app.start(port);
    expect(await sandbox.act({ as: 'he', do: 'command', channel: 'general', text: '/echo 你好' })).toMatchObject({
      ok: true,
    });
    expect(await sandbox.act({ as: 'he', do: 'press', label: '去' })).toMatchObject({ ok: true });
    expect((await messages(sandbox, 'he', 'general')).map((one) => one.lines)).toEqual([['去了']]);
    await sandbox.act({ as: 'he', do: 'say', channel: 'general', text: '在吗' });
    expect((await messages(sandbox, 'he', 'general')).at(-1)?.text).toBe('在');
  });

  it('asks for the options of a menu only where the manifest says where', async () => {
    let asked = 0;
    plain = createServer(async (request, response) => {
      let text = '';
      for await (const chunk of request) text += String(chunk);
      const payload = JSON.parse(new URLSearchParams(text).get('payload') ?? text) as Record<string, unknown>;
      if (payload.type === 'block_suggestion') asked += 1;
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const options = [{ text: { type: 'plain_text', text: '水利局' }, value: 'water' }];
      response.end(
        JSON.stringify(payload.type === 'block_suggestion' ? { options } : { challenge: payload.challenge }),
      );
    });
    await new Promise<void>((resolve) => plain?.listen(0, '127.0.0.1', resolve));
    const requestUrl = `http://127.0.0.1:${(plain.address() as AddressInfo).port}/`;
    const offered = async (interactivity: object) => {
      const settings = { ...manifest.settings, interactivity };
      sandbox = await workspace({ requestUrl, manifest: { ...manifest, settings } });
      const element = { type: 'external_select', action_id: 'unit', placeholder: { type: 'plain_text', text: '单位' } };
      const { ts } = await client(sandbox).chat.postMessage({
        channel: '#general',
        text: '选',
        blocks: [{ type: 'actions', block_id: 'b', elements: [element] }] as never,
      });
      const query = new URLSearchParams({ as: 'he', channel: 'general', ts: ts ?? '', blockId: 'b', actionId: 'unit' });
      return (await fetch(`${sandbox.url}/_sandbox/suggest?${query}`)).json();
    };
    expect(await offered({ is_enabled: true })).toEqual({ ok: true, options: [] });
    expect(asked).toBe(0);
    await sandbox.close();
    const withAddress = { is_enabled: true, message_menu_options_url: requestUrl };
    expect(await offered(withAddress)).toMatchObject({ options: [{ value: 'water' }] });
    expect(asked).toBe(1);
  });

  it('comes again with the number and the reason of the retry', async () => {
    const headers: [string | undefined, string | undefined][] = [];
    plain = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += String(chunk);
      });
      request.on('end', () => {
        const { type, challenge } = JSON.parse(body) as { type: string; challenge: string };
        if (type === 'url_verification') return response.end(challenge);
        headers.push(
          [request.headers['x-slack-retry-num'], request.headers['x-slack-retry-reason']].map(String) as never,
        );
        response.statusCode = headers.length < 3 ? 500 : 200;
        return response.end();
      });
    });
    await new Promise<void>((resolve) => plain?.listen(0, '127.0.0.1', resolve));
    const { port } = plain.address() as AddressInfo;
    sandbox = await workspace({ requestUrl: `http://127.0.0.1:${port}/` });
    await sandbox.act({ as: 'he', do: 'say', channel: 'general', text: '一' });
    await until(() => headers.length === 2);
    await sandbox.advance(61_000);
    expect(headers).toEqual([
      ['undefined', 'undefined'],
      ['1', 'http_error'],
      ['2', 'http_error'],
    ]);
  });
});
