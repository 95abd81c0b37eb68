import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { followClock } from '../../src/time/clock.js';
import { keepingLog } from '../support/store.js';

test('a step whose work meets a fault is answered, so that time goes on, and logged', async () => {
  const server = new WebSocketServer({ port: 0 });
  const now = Date.parse('2020-06-17T10:00:00Z');
  const connected = once(server, 'connection') as Promise<[WebSocket]>;
  server.on('connection', (socket) => socket.send(JSON.stringify({ now, rate: 0 })));
  const log = keepingLog();
  const clock = await followClock(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, log);
  try {
    const [socket] = await connected;
    clock.onMove(
      () => Promise.reject(new Error('the store is away')),
      () => Promise.resolve(null),
    );
    const answered = once(socket, 'message');
    socket.send(JSON.stringify({ now, step: 7, ask: 'work' }));
    expect(JSON.parse(String((await answered)[0]))).toEqual({ step: 7, next: null });
    expect(log.lines).toMatchObject([{ level: 'error' }]);
  } finally {
    clock.close();
    server.close();
  }
});
