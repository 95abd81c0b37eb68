import type { Logger } from 'pino';
import WebSocket from 'ws';
import { z } from 'zod';
import type { Instant } from '../domain/day.js';

/**
 * The one source of time. `onMove` is called when time was moved by hand (a local workspace can): `work` does what
 * fell due up to then and answers the next moment at which something falls due, `ahead` only answers it.
 */
export type Clock = {
  readonly now: () => Instant;
  readonly onMove: (work: (now: Instant) => Promise<Instant | null>, ahead: () => Promise<Instant | null>) => void;
  readonly close: () => void;
};

/** The machine's own time. Nobody moves it. */
export const systemClock: Clock = { now: () => Date.now(), onMove: () => {}, close: () => {} };

const message = z.object({
  now: z.number(),
  step: z.number().optional(),
  rate: z.number().optional(),
  /** What is wanted of a step: all the work that is due, only what comes next, or nothing but to take note of the time. */
  ask: z.enum(['work', 'ahead', 'time']).default('work'),
});

/**
 * Takes the time from a local workspace at `address` (GONGJIAN_CLOCK); reconnects when it went away. A step whose work met a
 * fault is logged, and answered as if nothing more fell due.
 */
export async function followClock(address: string, log: Pick<Logger, 'error'>): Promise<Clock> {
  let offset = 0;
  let still = false;
  let work: ((now: Instant) => Promise<Instant | null>) | null = null;
  let ahead: (() => Promise<Instant | null>) | null = null;
  let closed = false;
  let socket: WebSocket;

  const connect = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const url = new URL('/_sandbox/clock/follow', address);
      url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
      socket = new WebSocket(url);
      socket.on('message', (data) => {
        const { now, step, rate, ask } = message.parse(JSON.parse(data.toString()));
        if (rate !== undefined) still = rate === 0;
        offset = still ? now : now - Date.now();
        resolve();
        if (step !== undefined) void answer(step, now, ask);
      });
      socket.on('error', reject);
      socket.on('close', () => {
        if (!closed) setTimeout(() => void connect().catch(() => {}), 500).unref();
      });
    });

  const answer = async (step: number, now: Instant, ask: 'work' | 'ahead' | 'time') => {
    const asked = ask === 'work' ? work?.(now) : ask === 'ahead' ? ahead?.() : null;
    const next = await (asked ?? Promise.resolve(null)).catch((error: unknown) => {
      log.error({ err: error, ask }, 'a step of the clock met a fault');
      return null;
    });
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ step, next }));
  };

  await connect();
  return {
    now: () => (still ? 0 : Date.now()) + offset,
    onMove: (doing, looking) => {
      work = doing;
      ahead = looking;
    },
    close: () => {
      closed = true;
      socket.close();
    },
  };
}
