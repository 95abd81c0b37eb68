import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { callFailure, openClient } from '../../src/slack/calls.js';

let server: Server;
let client: WebClient;
let asked: string[];
beforeEach(async () => {
  const own: string[] = [];
  asked = own;
  server = createServer((request, response) => {
    own.push(request.url ?? '');
    response.setHeader('content-type', 'application/json').end('{"ok":true,"ts":"1.0"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  client = openClient('xoxb-1', `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`);
  // The loop has gone round since what went before.
  await sleep(600);
});
afterEach(() => server.close());

/** As a machine that stops the process does it. */
const standStill = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
const post = () => client.chat.postMessage({ channel: 'C1', text: 'said' });
const failureOf = (call: Promise<unknown>) => call.then(() => null, callFailure);

test('what was about to be posted when the process stood still is not posted, and counts as an answer that was lost', async () => {
  standStill(2_400);
  expect(await failureOf(post())).toEqual({ kind: 'lost' });
  expect(asked).toEqual([]);

  await sleep(600);
  expect(await failureOf(post())).toBeNull();
  expect(asked).toEqual(['/api/chat.postMessage']);
});

test('what was on its way by then is given up', async () => {
  const posted = failureOf(post());
  await new Promise<void>((resolve) => queueMicrotask(resolve));
  standStill(2_400);
  expect(await posted).toEqual({ kind: 'lost' });
});

test('a short pause, and what is no post, go through', async () => {
  standStill(1_000);
  expect(await failureOf(post())).toBeNull();
  standStill(2_400);
  expect(await failureOf(client.auth.test())).toBeNull();
  expect(asked).toEqual(['/api/chat.postMessage', '/api/auth.test']);
});
