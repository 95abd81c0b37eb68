import { LogLevel } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Sandbox } from '../../src/sandbox/index.js';
import { client, messages, until, workspace } from './probe.js';

type Took = { ack: () => Promise<void>; body: Record<string, unknown>; retry_num?: number; retry_reason?: string };

function connect(sandbox: Sandbox): SocketModeClient {
  return new SocketModeClient({
    appToken: sandbox.appToken,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: `${sandbox.url}/api/` },
  });
}

const control = async (sandbox: Sandbox, path: string, body: unknown) => {
  const response = await fetch(`${sandbox.url}/_sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
  return (await response.json()) as Record<string, unknown>;
};

describe('Socket Mode', () => {
  let sandbox: Sandbox;
  const sockets: SocketModeClient[] = [];
  afterEach(async () => {
    for (const socket of sockets.splice(0)) await socket.disconnect().catch(() => undefined);
    await sandbox.close();
  });
  const open = async () => {
    const socket = connect(sandbox);
    sockets.push(socket);
    await socket.start();
    return socket;
  };

  it('gives each payload to one of the connections', async () => {
    sandbox = await workspace();
    const counts = [0, 0, 0];
    for (const index of counts.keys()) {
      const socket = await open();
      socket.on('slash_commands', async ({ ack }: Took) => {
        counts[index] = (counts[index] ?? 0) + 1;
        await ack();
      });
    }
    for (let index = 0; index < 60; index += 1)
      await sandbox.act({ as: 'he', do: 'command', channel: 'general', text: '/echo' });
    expect(counts.reduce((sum, one) => sum + one)).toBe(60);
    expect(Math.min(...counts)).toBeGreaterThan(5);
  });

  it('tells people at once that nobody listens', async () => {
    sandbox = await workspace();
    const acted = await sandbox.act({ as: 'he', do: 'command', channel: 'general', text: '/echo' });
    expect(acted.error).toBe('/echo failed with the error "dispatch_failed"');
  });

  it('delivers an event again at once, after a minute and after five, until it is acknowledged', async () => {
    sandbox = await workspace();
    const socket = await open();
    const attempts: [number | undefined, string | undefined][] = [];
    const ids = new Set<unknown>();
    socket.on('message', async ({ ack, body, retry_num, retry_reason }: Took) => {
      attempts.push([retry_num, retry_reason]);
      ids.add(body.event_id);
      if (attempts.length === 4) await ack();
    });
    const said = await sandbox.act({ as: 'he', do: 'say', channel: 'general', text: '听到吗' });
    expect(said).toMatchObject({ ok: true, ackMs: null });
    await until(() => attempts.length === 2);
    await new Promise((resolve) => setTimeout(resolve, 3100));
    await sandbox.advance(61_000);
    expect(attempts).toHaveLength(3);
    await sandbox.advance(301_000);
    expect(attempts).toEqual([
      [0, ''],
      [1, 'timeout'],
      [2, 'timeout'],
      [3, 'timeout'],
    ]);
    expect(ids.size).toBe(1);
  }, 20_000);

  it('sends a share of envelopes twice, the same share each time the fault is set', async () => {
    sandbox = await workspace();
    const socket = await open();
    let taken: string[] = [];
    socket.on('slash_commands', async ({ ack, body }: Took) => {
      taken.push(String(body.text));
      await ack();
    });
    const run = async () => {
      taken = [];
      await control(sandbox, 'faults', { duplicate: 0.4 });
      for (let index = 0; index < 30; index += 1)
        await sandbox.act({ as: 'he', do: 'command', channel: 'general', text: `/echo ${index}` });
      await control(sandbox, 'faults', {});
      await sandbox.screen('he', true);
      return taken;
    };
    const first = await run();
    expect(first.length).toBeGreaterThan(34);
    expect(first.length).toBeLessThan(56);
    expect(await run()).toEqual(first);
  });

  it('greets each connection with their number, up to ten', async () => {
    sandbox = await workspace();
    const greetings: Record<string, unknown>[] = [];
    const opened: WebSocket[] = [];
    for (let index = 0; index < 11; index += 1) {
      const form = new URLSearchParams({ token: sandbox.appToken });
      const answer = await fetch(`${sandbox.url}/api/apps.connections.open`, { method: 'POST', body: form });
      const { url } = (await answer.json()) as { url: string };
      const socket = new WebSocket(url);
      opened.push(socket);
      greetings.push(JSON.parse(String(await new Promise((resolve) => socket.once('message', resolve)))));
      if (index === 0) {
        const again = new WebSocket(url);
        expect(await new Promise((resolve) => again.once('error', (error) => resolve(error.message)))).toContain('401');
      }
    }
    expect(greetings.slice(0, 10).map((one) => one.num_connections)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(greetings[0]).toMatchObject({ type: 'hello', connection_info: { app_id: expect.stringMatching(/^A/) } });
    expect(greetings[10]).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
    for (const socket of opened) socket.terminate();
  });

  it('cuts the sockets again and again while that fault is set', async () => {
    sandbox = await workspace();
    const form = new URLSearchParams({ token: sandbox.appToken });
    await control(sandbox, 'faults', { disconnect: 0.2 });
    let ends = 0;
    for (let index = 0; index < 4; index += 1) {
      const answer = await fetch(`${sandbox.url}/api/apps.connections.open`, { method: 'POST', body: form });
      const socket = new WebSocket(((await answer.json()) as { url: string }).url);
      const end = await new Promise((resolve) => {
        socket.on('close', () => resolve('closed'));
        socket.on('message', (data) => {
          if (String(data).includes('refresh_requested')) resolve('asked');
        });
      });
      expect(['closed', 'asked']).toContain(end);
      ends += 1;
      socket.terminate();
    }
    expect(ends).toBe(4);
    await control(sandbox, 'faults', {});
  });

  it('shows a person that a button was not answered', async () => {
    sandbox = await workspace();
    await open();
    await client(sandbox).chat.postMessage({
      channel: '#general',
      text: '按',
      blocks: [
        {
          type: 'actions',
          elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: '去办' } }],
        },
      ],
    });
    const acted = await sandbox.act({ as: 'he', do: 'press', label: '去办' });
    expect(acted).toMatchObject({ ok: false, error: "Probe didn't respond (operation_timeout). Try again?" });
    expect(await sandbox.screen('he')).toMatchObject({ toast: { text: acted.error } });
  });

  it('asks clients to reconnect, or cuts them off', async () => {
    sandbox = await workspace();
    const socket = await open();
    let connections = 0;
    socket.on('connected', () => {
      connections += 1;
    });
    await control(sandbox, 'disconnect', { how: 'refresh_requested' });
    await until(() => connections === 1, 8000);
    await control(sandbox, 'disconnect', { how: 'cut' });
    await until(() => connections === 2, 12_000);
  }, 25_000);
});

describe('Web API faults', () => {
  it('lose the answer and not the work (drop), or fail with and without the work done', async () => {
    const sandbox = await workspace();
    const slack = client(sandbox);
    const post = () =>
      slack.chat.postMessage({ channel: '#general', text: '账' }).then(
        () => 'ok',
        (error: { code: string }) => error.code,
      );
    await control(sandbox, 'faults', { drop: 1 });
    expect(await post()).toBe('slack_webapi_request_error');
    expect(await messages(sandbox, 'he', 'general')).toHaveLength(1);
    await control(sandbox, 'faults', { fail: 1 });
    const outcomes = [await post(), await post(), await post()];
    expect(outcomes).toEqual(Array(3).fill('slack_webapi_http_error'));
    const calls = (await (await fetch(`${sandbox.url}/_sandbox/calls`)).json()) as { outcome: string }[];
    const done = calls.filter((call) => call.outcome === 'http_500').length;
    expect(await messages(sandbox, 'he', 'general')).toHaveLength(1 + done);
    await control(sandbox, 'faults', { limit: 1 });
    expect(await post()).toBe('slack_webapi_rate_limited_error');
    await control(sandbox, 'faults', { slow: 120 });
    const began = performance.now();
    await slack.auth.test();
    expect(performance.now() - began).toBeGreaterThan(115);
    expect(await control(sandbox, 'faults', { drop: 2 })).toMatchObject({
      ok: false,
      error: expect.stringContaining('drop'),
    });
    await sandbox.close();
  });
});
