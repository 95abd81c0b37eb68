import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.js';
import { METHODS } from '../../src/sandbox/web-api/methods.js';
import fc from '../support/properties.js';
import { workspace } from './probe.js';

const ARGUMENTS = [
  'channel',
  'text',
  'blocks',
  'view',
  'ts',
  'thread_ts',
  'user',
  'users',
  'user_id',
  'limit',
  'cursor',
  'oldest',
  'latest',
  'files',
  'file',
  'filename',
  'length',
  'metadata',
  'trigger_id',
  'view_id',
  'hash',
  'types',
  'name',
  'timestamp',
];
const ACTS = [
  'command',
  'say',
  'press',
  'select',
  'submit',
  'close',
  'home',
  'shortcut',
  'react',
  'edit',
  'delete',
  'read',
  'join',
  'leave',
  'invite',
  'archive',
  'open',
  'upload',
  'constructor',
];
const KEYS = [
  'channel',
  'to',
  'text',
  'thread',
  'label',
  'actionId',
  'blockId',
  'message',
  'in',
  'fields',
  'values',
  'value',
  'name',
  'ts',
  'files',
  'person',
];

describe('garbage', () => {
  let sandbox: Sandbox;
  let general: string;
  beforeAll(async () => {
    sandbox = await workspace();
    const { channels } = (await sandbox.screen('he')) as { channels: { id: string; name: string }[] };
    general = channels.find((one) => one.name === 'general')?.id ?? '';
  });
  afterAll(() => sandbox.close());

  const value = () =>
    fc.oneof(fc.jsonValue(), fc.constantFrom(general, 'general', 'bot', 'he', '1.000001', '__proto__', [], [{}]));
  const bag = (keys: string[]) => fc.dictionary(fc.constantFrom(...keys), value());

  it('given to the Web API is refused, never a fault of the server', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...METHODS.keys()), bag(ARGUMENTS), async (method, body) => {
        const response = await fetch(`${sandbox.url}/api/${method}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${sandbox.botToken}` },
          body: JSON.stringify(body),
        });
        expect([200, 429]).toContain(response.status);
        expect(await response.json()).toHaveProperty('ok');
        if (response.status === 429) await sandbox.advance(60_000);
      }),
      { numRuns: 400 },
    );
  });

  it('given to the control face is refused in a sentence', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ACTS), bag(KEYS), async (act, more) => {
        const body = JSON.stringify({ as: 'he', do: act, ...more });
        const response = await fetch(`${sandbox.url}/_sandbox/act`, { method: 'POST', body });
        expect([200, 400]).toContain(response.status);
        const answer = (await response.json()) as { ok: boolean; error: unknown };
        if (!answer.ok) expect(String(answer.error)).toMatch(/\S/);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['//', 200],
    ['/api/chat.postMessage', 200],
    ['/%', 200],
    ['/a%.js', 200],
    ['/../../etc/passwd.txt', 200],
    ['/_sandbox/screen?as=nobody', 400],
    ['/_sandbox/nothing', 404],
    ['/files-pri/T-F0/x', 200],
    ['/commands/T/x', 200],
  ])('as the path %s is answered', async (path, status) => {
    const { port } = new URL(sandbox.url);
    const answered = await new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(answered).toBe(status);
  });

  it('as an upgrade is hung up on, and the server lives', async () => {
    const { port } = new URL(sandbox.url);
    for (const path of ['//', '/nowhere', '/link/?ticket=x']) {
      const ended = await new Promise((resolve) => {
        const headers = { Connection: 'Upgrade', Upgrade: 'websocket' };
        request({ host: '127.0.0.1', port, path, headers }, () => resolve('answered'))
          .on('error', () => resolve('hung up'))
          .end();
      });
      expect(['answered', 'hung up']).toContain(ended);
    }
    expect((await fetch(`${sandbox.url}/_sandbox/clock`)).status).toBe(200);
  });
});
