import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Agenda } from './agenda.js';
import type { CallLog } from './call-log.js';
import type { Changes } from './changes.js';
import type { Clock } from './clock.js';
import type { Delivery } from './delivery/delivery.js';

const ANSWER_MS = 30_000;
const QUIET_MS = 300;
const QUIET_MOST_MS = 10_000;
/** A follower that keeps naming a moment that is past would hold the clock: after so many steps on one spot it moves on. */
const STEPS_ON_ONE_SPOT = 200;

type Ask = 'work' | 'ahead' | 'time';

/** What a move has to wait for, and whom it tells. */
interface Moved {
  clock: Clock;
  agenda: Agenda;
  calls: CallLog;
  delivery: Delivery;
  changes: Changes;
}

interface Follower {
  socket: WebSocket;
  next: number | null;
  waiting: Map<number, (next: number | null) => void>;
}

/** Moves the clock so that all that falls due on the way is done in order, by those who follow it. */
export class Moves {
  private readonly server = new WebSocketServer({ noServer: true });
  private readonly followers = new Set<Follower>();
  private step = 0;
  private queue: Promise<void> = Promise.resolve();
  /** A move is under way. */
  moving = false;

  constructor(private readonly moved: Moved) {}

  get following(): number {
    return this.followers.size;
  }

  /** Takes the upgrade of `/_sandbox/clock/follow`. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.server.handleUpgrade(request, socket, head, (opened) => this.accept(opened));
  }

  /** Moves to an instant (epoch milliseconds); resolves when the bot is at rest there. Moves wait for each other. */
  to(target: (now: number) => number): Promise<void> {
    const move = this.queue.then(() => this.move(target(this.moved.clock.now())));
    this.queue = move.catch(() => undefined);
    return move;
  }

  close(): void {
    for (const { socket } of this.followers) socket.terminate();
    this.server.close();
  }

  /** No open envelope, and no Web API call for 300 ms; ten seconds at most. */
  async settled(most = QUIET_MOST_MS): Promise<void> {
    const { calls, delivery } = this.moved;
    const until = performance.now() + most;
    for (;;) {
      const now = performance.now();
      const rest = QUIET_MS - (now - calls.lastActivity);
      const busy = delivery.waiting > 0 || calls.working > 0;
      if ((!busy && rest <= 0) || now >= until) return;
      await wait(Math.max(1, Math.min(busy ? 10 : rest, until - now)));
    }
  }

  /** No envelope is open; ten seconds at most, for people may go on acting. */
  private async closed(): Promise<void> {
    const { delivery } = this.moved;
    const until = performance.now() + QUIET_MOST_MS;
    while (delivery.waiting > 0 && performance.now() < until) await delivery.quiet();
  }

  private async move(target: number): Promise<void> {
    const { clock, agenda, delivery, changes } = this.moved;
    const from = clock.now();
    const began = performance.now();
    this.moving = true;
    try {
      // A clock that stands is moved when all is done: only what comes next has to be known.
      await this.announce(clock.still ? 'ahead' : 'work');
      if (target < from) {
        clock.jump(target);
        await this.announce();
      }
      for (let still = 0; clock.now() < target; ) {
        const now = clock.now();
        const next = Math.min(target, this.nextDue() ?? target);
        still = next <= now ? still + 1 : 0;
        if (next > now) clock.jump(next);
        else if (still > STEPS_ON_ONE_SPOT) clock.jump(Math.min(target, now + 60_000));
        agenda.catchUp();
        const due = this.nextDue();
        await this.announce(clock.still && (due === null || due > next) ? 'time' : 'work');
        await delivery.quiet();
      }
      if (this.followers.size === 0) await this.settled();
      await this.closed();
    } finally {
      this.moving = false;
      clock.moved(target - from - (performance.now() - began));
      changes.tell('clock');
    }
  }

  private nextDue(): number | null {
    const moments = [...this.followers].map((one) => one.next);
    moments.push(this.moved.agenda.next());
    const known = moments.filter((one): one is number => one !== null);
    return known.length === 0 ? null : Math.min(...known);
  }

  /** Tells every follower the time, and waits until each has done what is due by then, or what else is asked. */
  private async announce(ask: Ask = 'work'): Promise<void> {
    this.step += 1;
    const step = this.step;
    this.moved.changes.tell('clock');
    await Promise.all([...this.followers].map((follower) => this.tell(follower, step, ask)));
  }

  private tell(follower: Follower, step: number, ask: Ask): Promise<void> {
    return new Promise((resolve) => {
      const late = setTimeout(() => follower.socket.terminate(), ANSWER_MS);
      follower.waiting.set(step, (next) => {
        clearTimeout(late);
        follower.waiting.delete(step);
        if (ask !== 'time') follower.next = next;
        resolve();
      });
      follower.socket.send(JSON.stringify({ step, now: this.moved.clock.now(), ask }));
    });
  }

  private accept(socket: WebSocket): void {
    const follower: Follower = { socket, next: null, waiting: new Map() };
    this.followers.add(follower);
    const gone = () => {
      this.followers.delete(follower);
      for (const answer of [...follower.waiting.values()]) answer(null);
    };
    socket.on('close', gone);
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => {
      const answer = readAnswer(String(data));
      if (answer) follower.waiting.get(answer.step)?.(answer.next);
    });
    socket.send(JSON.stringify({ now: this.moved.clock.now(), rate: this.moved.clock.still ? 0 : 1 }));
  }
}

function readAnswer(text: string): { step: number; next: number | null } | undefined {
  try {
    const { step, next } = JSON.parse(text) as { step?: unknown; next?: unknown };
    if (typeof step !== 'number') return undefined;
    return { step, next: typeof next === 'number' && Number.isFinite(next) ? next : null };
  } catch {
    return undefined;
  }
}
