import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Sandbox } from '../../src/sandbox/index.js';
import { bolt, workspace } from './probe.js';

interface Followed {
  /** Each moment at which something was done. */
  done: string[];
  close(): void;
}

/** A follower with things to do every so many milliseconds, who notes when it did them. */
function follow(sandbox: Sandbox, every: number, first: number): Promise<Followed> {
  const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/_sandbox/clock/follow`);
  const done: string[] = [];
  let next = first;
  return new Promise((resolve) => {
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as { step?: number; now: number; rate?: number };
      if (message.step === undefined) return resolve({ done, close: () => socket.terminate() });
      while (next <= message.now) {
        done.push(new Date(next).toISOString());
        next += every;
      }
      socket.send(JSON.stringify({ step: message.step, next }));
    });
  });
}

const DAY = 86_400_000;
const OPENS = '2020-03-02T00:30:00.000Z';

describe('the clock', () => {
  let sandbox: Sandbox;
  afterEach(() => sandbox.close());
  const post = async (body: unknown) => {
    const response = await fetch(`${sandbox.url}/_sandbox/clock`, { method: 'POST', body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as { epochMs: number; error?: string } };
  };

  it('opens at the given instant and runs on', async () => {
    sandbox = await workspace({ now: OPENS });
    const face = (await (await fetch(`${sandbox.url}/_sandbox/clock`)).json()) as { now: string };
    expect(face).toMatchObject({ running: true, rate: 1, timeZone: 'Asia/Shanghai' });
    expect(Date.parse(face.now) - Date.parse(OPENS)).toBeLessThan(2000);
    expect(face.now.startsWith('2020-03-02T00:30:0')).toBe(true);
  });

  it.each([
    [{ set: '18:00' }, '2020-03-02T10:00:00.000Z'],
    [{ set: '08:00' }, '2020-03-03T00:00:00.000Z'],
    [{ set: '2020-03-05 09:15' }, '2020-03-05T01:15:00.000Z'],
    [{ set: '2020-03-04T00:00:00Z' }, '2020-03-04T00:00:00.000Z'],
    [{ advance: '2h' }, '2020-03-02T02:30:00.000Z'],
    [{ advance: 'P1DT30M' }, '2020-03-03T01:00:00.000Z'],
    [{ advance: '1h30m' }, '2020-03-02T02:00:00.000Z'],
    [{ advance: 60_000 }, '2020-03-02T00:31:00.000Z'],
  ])('understands %j', async (request, expected) => {
    sandbox = await workspace({ now: OPENS });
    const { body } = await post(request);
    expect(Math.abs(body.epochMs - Date.parse(expected))).toBeLessThan(2000);
  });

  it.each([[{ set: 'soon' }], [{ advance: 'a while' }], [{}], [{ set: '18:00', advance: '1h' }]])(
    'refuses %j in a sentence',
    async (request) => {
      sandbox = await workspace();
      const { status, body } = await post(request);
      expect(status).toBe(400);
      expect(body.error).toMatch(/\w+ .*\./);
    },
  );

  it('stops at every moment that a follower names, in order, however far it is moved', async () => {
    sandbox = await workspace({ now: OPENS });
    const daily = await follow(sandbox, DAY, Date.parse('2020-03-02T10:00:00Z'));
    const weekly = await follow(sandbox, 7 * DAY, Date.parse('2020-03-06T07:00:00Z'));
    const began = performance.now();
    await post({ advance: '110d' });
    expect(performance.now() - began).toBeLessThan(3000);
    expect(daily.done).toHaveLength(110);
    expect(daily.done[0]).toBe('2020-03-02T10:00:00.000Z');
    expect(daily.done.at(-1)).toBe('2020-06-19T10:00:00.000Z');
    expect(weekly.done).toHaveLength(16);
    daily.close();
    weekly.close();
  });

  it('leaves out a follower that has gone, and moves on', async () => {
    sandbox = await workspace({ now: OPENS });
    const gone = await follow(sandbox, DAY, Date.parse('2020-03-02T10:00:00Z'));
    gone.close();
    const { body } = await post({ advance: '3d' });
    expect(Math.abs(body.epochMs - Date.parse('2020-03-05T00:30:00Z'))).toBeLessThan(2000);
    expect(gone.done).toEqual([]);
  });

  it('arrives even while people go on acting', async () => {
    sandbox = await workspace({ now: OPENS });
    const app = bolt(sandbox);
    app.command('/echo', async ({ ack }) => ack());
    await app.start();
    const daily = await follow(sandbox, DAY, Date.parse('2020-03-02T10:00:00Z'));
    let going = true;
    const people = ['he', 'wang', 'li', 'smith'].map(async (as) => {
      while (going) await sandbox.act({ as, do: 'command', channel: 'general', text: '/echo' });
    });
    const began = performance.now();
    await post({ advance: '30d' });
    expect(performance.now() - began).toBeLessThan(12_000);
    going = false;
    await Promise.all(people);
    expect(daily.done).toHaveLength(30);
    daily.close();
    await app.stop();
  }, 20_000);

  it('can be set back', async () => {
    sandbox = await workspace({ now: OPENS });
    const { body } = await post({ set: '2020-01-01 00:00' });
    expect(Math.abs(body.epochMs - Date.parse('2019-12-31T16:00:00Z'))).toBeLessThan(2000);
  });
});
