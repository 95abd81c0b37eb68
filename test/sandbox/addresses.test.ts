import { describe, expect, it } from 'vitest';
import { Clock } from '../../src/sandbox/clock.js';
import { Counter } from '../../src/sandbox/ids.js';
import { LIMITS } from '../../src/sandbox/limits.js';
import { ResponseAddresses } from '../../src/sandbox/response-addresses.js';
import { Triggers } from '../../src/sandbox/triggers.js';

const MORNING = Date.parse('2020-06-17T09:00:00+08:00');

describe('however many were given', () => {
  it('an address for an answer is there for thirty minutes', () => {
    const clock = new Clock(MORNING, true);
    const addresses = new ResponseAddresses(clock);
    const target = { channel: 'C1', person: 'U1' };
    const first = addresses.issue(target);
    for (let count = 0; count < 60_000; count += 1) addresses.issue(target);
    expect(addresses.use(first)).toEqual(target);
    clock.jump(MORNING + LIMITS.responseMs.limit + 1);
    addresses.issue(target);
    expect(addresses.use(first)).toBe('expired_url');
  });

  it('a trigger is there for three seconds', () => {
    const triggers = new Triggers(new Clock(MORNING, true), new Counter(0));
    const first = triggers.issue('U1');
    for (let count = 0; count < 30_000; count += 1) triggers.issue('U1');
    expect(triggers.exchange(first)).toMatchObject({ person: 'U1' });
  });
});
