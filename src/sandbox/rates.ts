import { LIMITS } from './limits.js';

/** Slack's tiers: calls a minute, per method and workspace. */
export const TIERS = { 1: 1, 2: 20, 3: 50, 4: 100, special: 600 } as const;
export type Tier = keyof typeof TIERS;

interface Bucket {
  tokens: number;
  at: number;
}

/** Token buckets on the sandbox's clock, so that a clock that was moved on has refilled them. */
export class Rates {
  private readonly buckets = new Map<string, Bucket>();

  /** @param still the clock stands: nothing would ever refill, so nothing is counted. */
  constructor(
    private readonly now: () => number,
    private readonly still = false,
  ) {}

  /** Seconds to wait (whole, for Retry-After) or 0 when the call may pass. */
  ofMethod(method: string, tier: Tier): number {
    return this.take(method, TIERS[tier], TIERS[tier] / 60_000);
  }

  /** Messages to one channel: four at once, then one a second. */
  ofChannel(channel: string): number {
    return this.take(`channel ${channel}`, LIMITS.postBurst.limit, 1 / 1000);
  }

  private take(key: string, capacity: number, perMs: number): number {
    if (this.still) return 0;
    const now = this.now();
    const bucket = this.buckets.get(key) ?? { tokens: capacity, at: now };
    this.buckets.set(key, bucket);
    bucket.tokens = Math.min(capacity, bucket.tokens + Math.max(0, now - bucket.at) * perMs);
    bucket.at = now;
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perMs / 1000));
    bucket.tokens -= 1;
    return 0;
  }
}
