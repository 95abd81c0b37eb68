import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/message.js';
import { openClient } from '../../src/slack/calls.js';
import { openPictures } from '../../src/slack/send/pictures.js';

/** What Slack's side of an upload does; only this side of the network is ours to make fail. */
let slack: 'well' | 'refuses' | 'hangs' | 'never-ready' | 'stumbles' = 'well';
let calls: string[] = [];
let server: Server;
let address = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    const method = request.url?.split('/').at(-1) ?? '';
    calls.push(method);
    request.resume().on('end', () => {
      if (slack === 'hangs') return;
      // The first of each is not answered, too fast, or broken.
      if (slack === 'stumbles' && calls.filter((call) => call === method).length === 1) {
        if (method === 'files.completeUploadExternal') request.socket.destroy();
        else if (method === 'files.info') response.writeHead(429, { 'retry-after': '1' }).end();
        else response.writeHead(503).end();
        return;
      }
      response.setHeader('content-type', 'application/json');
      const refused = { ok: false, error: 'missing_scope' };
      const answers: Record<string, object> = {
        'files.getUploadURLExternal': { ok: true, upload_url: `${address}/bytes`, file_id: 'F1' },
        'files.completeUploadExternal': { ok: true, files: [{ id: 'F1' }] },
        'files.info': { ok: true, file: { id: 'F1', filetype: slack === 'never-ready' ? '' : 'png' } },
      };
      response.end(JSON.stringify(slack === 'refuses' ? refused : (answers[method] ?? {})));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  slack = 'well';
  calls = [];
});

const pictures = (waitMs: number, draw = async () => new Uint8Array([1, 2, 3])) =>
  openPictures({ client: openClient('xoxb-1', `${address}/`), draw, log: pino({ level: 'silent' }), waitMs });

const heading = { type: 'section', text: { type: 'mrkdwn', text: '目标与关口' } } as const;
const rest = { type: 'divider' } as const;
const message = (title = '目标与关口'): Message => ({
  text: '目标与关口',
  blocks: [heading, rest],
  picture: {
    chart: { kind: 'goals', title, about: '', bars: [], legend: '' },
    alt: '项目开工率 5/8',
    name: 'goals-2020-06-17',
    before: 1,
  },
});

describe('a post with a picture', () => {
  test('has it in its place, with words for who cannot see it', async () => {
    expect(await pictures(5000)(message())).toEqual({
      pictured: true,
      notYet: false,
      blocks: [heading, { type: 'image', slack_file: { id: 'F1' }, alt_text: '项目开工率 5/8' }, rest],
    });
  });

  test('that goes to many channels is drawn and uploaded once; one that says something else anew', async () => {
    const withPicture = pictures(5000);
    await Promise.all(Array.from({ length: 30 }, () => withPicture(message())));
    expect(calls.filter((call) => call === 'files.getUploadURLExternal')).toHaveLength(1);
    await withPicture(message('更正'));
    expect(calls.filter((call) => call === 'files.getUploadURLExternal')).toHaveLength(2);
  });

  test.each(['refuses', 'hangs', 'never-ready'] as const)('goes without it, in time, where Slack %s', async (how) => {
    slack = how;
    const withPicture = pictures(600);
    const began = performance.now();
    expect(await withPicture(message())).toMatchObject({ pictured: false, blocks: [heading, rest] });
    expect(performance.now() - began).toBeLessThan(1500);
    const again = performance.now();
    await withPicture(message());
    expect(performance.now() - again).toBeLessThan(100);
  });

  test('has it although each call is lost, or too fast, once; what was lost is done again from the start', async () => {
    slack = 'stumbles';
    expect((await pictures(10_000)(message())).pictured).toBe(true);
    expect(calls.filter((call) => call === 'files.completeUploadExternal')).toHaveLength(2);
    expect(calls.filter((call) => call === 'files.getUploadURLExternal')).toHaveLength(4);
  });

  test('that is not there in time has it when it is sent again', async () => {
    slack = 'stumbles';
    const withPicture = pictures(100);
    expect(await withPicture(message())).toMatchObject({ pictured: false, notYet: true });
    await expect.poll(async () => (await withPicture(message())).pictured, { timeout: 10_000 }).toBe(true);
  });

  test('goes without it where it cannot be drawn', async () => {
    const broken = pictures(5000, () => Promise.reject(new Error('no glyphs')));
    expect((await broken(message())).pictured).toBe(false);
    expect(calls).toEqual([]);
  });
});
