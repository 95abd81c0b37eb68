import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ReceiverEvent } from '@slack/bolt';
import pino from 'pino';
import { afterEach, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { readConfig } from '../../src/config.js';
import { openReceiver } from '../../src/slack/receive/receiver.js';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A Slack that greets, and then sends what it is told to. */
async function openSlack() {
  const http = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, url: `ws://127.0.0.1:${(http.address() as AddressInfo).port}/socket` }));
  });
  const sockets = new WebSocketServer({ server: http });
  const heard: string[] = [];
  const connected = new Promise<WebSocket>((resolve) =>
    sockets.on('connection', (socket) => {
      socket.on('message', (data) => heard.push(String(data)));
      socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
      resolve(socket);
    }),
  );
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    sockets.close();
    http.closeAllConnections();
    return new Promise((resolve) => http.close(resolve));
  });
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/api/`, connected, heard };
}

test('frames that are no envelope do not end the process, and what comes after them is acknowledged', async () => {
  const slack = await openSlack();
  const config = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    SLACK_API_URL: slack.url,
    GONGJIAN_CONNECTIONS: '2',
  });
  const arrived: unknown[] = [];
  const arrive = async (event: ReceiverEvent) => {
    arrived.push(event.body);
    await event.ack();
  };
  const receiver = openReceiver({
    settings: config,
    arrive,
    log: pino({ level: 'silent' }),
    well: async () => true,
    onOpen: () => {},
  });
  await receiver.start();
  closing.push(() => receiver.stop());
  const socket = await slack.connected;
  for (const frame of ['null', '3', '"x"', '[]', '{}', 'nonsense', '{"type":null}', '{"payload":null}'])
    socket.send(frame);
  const payload = { command: '/progress', text: 'P-001', team_id: 'T1', user_id: 'U1' };
  socket.send(JSON.stringify({ type: 'slash_commands', envelope_id: 'e1', payload, accepts_response_payload: true }));
  await expect.poll(() => slack.heard.some((line) => line.includes('"e1"')), { timeout: 5_000 }).toBe(true);
  expect(arrived).toContainEqual(payload);
});
