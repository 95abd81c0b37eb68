import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClient } from '../../src/slack/calls.js';
import { isSlacks, openFiles } from '../../src/slack/receive/files.js';

const listening = (server: Server) =>
  new Promise<string>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });

describe('what people attach', () => {
  let stranger: Server;
  let slack: Server;
  let strangersAddress: string;
  let slackApiUrl: string;
  const askedOfStranger: (string | undefined)[] = [];
  let external = true;
  let marked = false;
  let path = '/file';

  beforeAll(async () => {
    stranger = createServer((request, response) => {
      askedOfStranger.push(request.headers.authorization);
      response.end('theirs');
    });
    strangersAddress = await listening(stranger);
    slack = createServer((request, response) => {
      if (request.url === '/file') return response.end('ours');
      if (request.url === '/moved') return response.writeHead(302, { location: `${strangersAddress}/moved` }).end();
      const address = external ? `${strangersAddress}/ledger.xlsx` : new URL(path, slackApiUrl).href;
      const file = { id: 'F1', name: 'ledger.xlsx', url_private: address, is_external: marked };
      response.setHeader('content-type', 'application/json');
      return response.end(JSON.stringify({ ok: true, file }));
    });
    slackApiUrl = `${await listening(slack)}/api/`;
  });
  afterAll(() => {
    stranger.close();
    slack.close();
  });

  it('is fetched of Slack alone: our token goes to nobody else', async () => {
    const client = openClient('xoxb-secret', slackApiUrl);
    const files = openFiles({ client, token: 'xoxb-secret', apiUrl: slackApiUrl, log: pino({ level: 'silent' }) });
    expect(await files.read('F1', 1000)).toBe('gone');
    expect(askedOfStranger).toEqual([]);
    external = false;
    expect(await files.read('F1', 1000)).toEqual({ name: 'ledger.xlsx', bytes: new Uint8Array(Buffer.from('ours')) });
    marked = true;
    expect(await files.read('F1', 1000)).toBe('gone');
    [marked, path] = [false, '/moved'];
    await files.read('F1', 1000);
    expect(askedOfStranger).toEqual([undefined]);
  });

  it('lies with Slack, or with the workspace that we were told to speak to', () => {
    expect(isSlacks('https://files.slack.com/files-pri/T1-F1/a.xlsx', undefined)).toBe(true);
    expect(isSlacks('http://files.slack.com/a.xlsx', undefined)).toBe(false);
    expect(isSlacks('https://slack.com.evil.example/a.xlsx', undefined)).toBe(false);
    expect(isSlacks('https://evilslack.com/a.xlsx', undefined)).toBe(false);
    expect(isSlacks('nonsense', undefined)).toBe(false);
  });
});
