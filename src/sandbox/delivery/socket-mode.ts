import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { LIMITS } from '../limits.js';
import type { Acknowledgement, Envelope, Transport } from './envelope.js';

const PING_MS = 10_000;
const TICKET_MS = 30_000;

interface Connection {
  socket: WebSocket;
  leaving: boolean;
  answered: number;
}

interface Pending {
  since: number;
  settle: (ack: Acknowledgement) => void;
  timer: NodeJS.Timeout;
}

/** Socket Mode: tickets, up to ten connections, envelopes to one of them at random, acknowledgements. */
export class SocketMode implements Transport {
  private readonly server = new WebSocketServer({ noServer: true });
  private readonly connections = new Set<Connection>();
  private readonly tickets = new Map<string, number>();
  private readonly pending = new Map<string, Pending>();
  private readonly pinging: NodeJS.Timeout;

  constructor(
    private readonly appId: string,
    private readonly random: () => number,
    /** In which an envelope must be acknowledged. */
    private readonly patienceMs: number = LIMITS.acknowledgeMs.limit,
  ) {
    this.pinging = setInterval(() => this.ping(), PING_MS);
  }

  /** A fresh ticket for one connection; good for 30 s. */
  ticket(): string {
    const ticket = randomBytes(16).toString('hex');
    this.tickets.set(ticket, Date.now() + TICKET_MS);
    return ticket;
  }

  /** Takes the upgrade of `/link/?ticket=…`. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, url: URL): void {
    const ticket = url.searchParams.get('ticket') ?? '';
    const until = this.tickets.get(ticket);
    this.tickets.delete(ticket);
    if (until === undefined || until < Date.now()) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
      return;
    }
    this.server.handleUpgrade(request, socket, head, (opened) => this.accept(opened));
  }

  readonly overHttp = false;

  get listening(): boolean {
    return this.live().length > 0;
  }

  get count(): number {
    return this.connections.size;
  }

  deliver(envelope: Envelope, twice: boolean): Promise<Acknowledgement> {
    const first = this.pick();
    if (!first) return Promise.resolve({ ok: false, ms: 0, reason: 'connection_failed' });
    const text = JSON.stringify({
      envelope_id: envelope.id,
      type: envelope.type,
      accepts_response_payload: envelope.acceptsPayload,
      payload: envelope.payload,
      ...(envelope.type === 'events_api' && {
        retry_attempt: envelope.retry?.attempt ?? 0,
        retry_reason: envelope.retry?.reason ?? '',
      }),
    });
    return new Promise((resolve) => {
      const since = performance.now();
      const timer = setTimeout(() => {
        this.pending.delete(envelope.id);
        resolve({ ok: false, ms: performance.now() - since, reason: 'timeout' });
      }, this.patienceMs);
      this.pending.set(envelope.id, { since, settle: resolve, timer });
      first.socket.send(text);
      if (twice) (this.pick() ?? first).socket.send(text);
    });
  }

  /** Closes every socket: with Slack's notice (refresh_requested) and then a second of grace, or at once. */
  disconnect(politely: boolean): void {
    for (const connection of this.connections) {
      connection.leaving = true;
      if (!politely) {
        connection.socket.terminate();
        continue;
      }
      connection.socket.send(
        JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'sandbox' } }),
      );
      setTimeout(() => connection.socket.close(1000), 1000).unref();
    }
  }

  /** Slack's notice that the sockets will be closed soon; nothing is closed yet. */
  warn(): void {
    for (const { socket } of this.connections)
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'warning', debug_info: { host: 'sandbox' } }));
  }

  close(): void {
    clearInterval(this.pinging);
    for (const { timer, settle, since } of this.pending.values()) {
      clearTimeout(timer);
      settle({ ok: false, ms: performance.now() - since, reason: 'connection_failed' });
    }
    this.pending.clear();
    for (const { socket } of this.connections) socket.terminate();
    this.server.close();
  }

  private live(): Connection[] {
    return [...this.connections].filter((one) => !one.leaving && one.socket.readyState === one.socket.OPEN);
  }

  private pick(): Connection | undefined {
    const live = this.live();
    return live[Math.floor(this.random() * live.length)];
  }

  private accept(socket: WebSocket): void {
    const connection: Connection = { socket, leaving: false, answered: Date.now() };
    socket.on('error', () => socket.terminate());
    if (this.connections.size >= LIMITS.connections.limit) {
      socket.send(
        JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets', debug_info: { host: 'sandbox' } }),
      );
      socket.close(1000);
      return;
    }
    this.connections.add(connection);
    socket.on('close', () => this.connections.delete(connection));
    socket.on('pong', () => {
      connection.answered = Date.now();
    });
    socket.on('message', (data) => this.acknowledged(String(data)));
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.connections.size,
        debug_info: { host: 'sandbox', build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: this.appId },
      }),
    );
  }

  private acknowledged(text: string): void {
    let message: { envelope_id?: unknown; payload?: unknown };
    try {
      message = JSON.parse(text) as { envelope_id?: unknown; payload?: unknown };
    } catch {
      return;
    }
    if (typeof message?.envelope_id !== 'string') return;
    const pending = this.pending.get(message.envelope_id);
    if (!pending) return;
    this.pending.delete(message.envelope_id);
    clearTimeout(pending.timer);
    const payload = message.payload;
    pending.settle({
      ok: true,
      ms: performance.now() - pending.since,
      payload: typeof payload === 'object' && payload !== null ? (payload as Record<string, unknown>) : {},
    });
  }

  private ping(): void {
    for (const connection of this.connections) {
      if (Date.now() - connection.answered > 3 * PING_MS) connection.socket.terminate();
      else connection.socket.ping();
    }
    const now = Date.now();
    for (const [ticket, until] of this.tickets) if (until < now) this.tickets.delete(ticket);
  }
}
