import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.js';
import { LIMITS } from './limits.js';

/** Where an answer through a response_url goes. */
export interface ResponseTarget {
  channel: string;
  person: string;
  /** The message that was pressed; ephemeral or not. */
  ts?: string;
  ephemeral?: boolean;
}

interface Entry {
  target: ResponseTarget;
  issued: number;
  uses: number;
}

/** So many are kept, and more where they can be used still. */
const KEPT = 50_000;

/** response_urls: five uses in thirty minutes each. */
export class ResponseAddresses {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly clock: Clock) {}

  issue(target: ResponseTarget): string {
    const key = randomBytes(12).toString('hex');
    this.entries.set(key, { target, issued: this.clock.now(), uses: 0 });
    if (this.entries.size > KEPT) this.forget();
    return key;
  }

  /** Counts one use; answers the target, or Slack's error. */
  use(key: string): ResponseTarget | 'expired_url' | 'used_url' {
    const entry = this.entries.get(key);
    if (!entry || this.clock.now() - entry.issued > LIMITS.responseMs.limit) return 'expired_url';
    if (entry.uses >= LIMITS.responseUses.limit) return 'used_url';
    entry.uses += 1;
    return entry.target;
  }

  /** A message that was replaced through the address has a new ts when it was ephemeral. */
  retarget(key: string, ts: string): void {
    const entry = this.entries.get(key);
    if (entry) entry.target.ts = ts;
  }

  /** The oldest, of those that are of no use any more. */
  private forget(): void {
    for (const [key, { issued }] of this.entries) {
      if (this.entries.size <= KEPT / 2 || this.clock.now() - issued <= LIMITS.responseMs.limit) return;
      this.entries.delete(key);
    }
  }
}
