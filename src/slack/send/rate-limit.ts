import type { Instant } from '../../domain/day.js';
import type { Clock } from '../../time/clock.js';

/** Slack allows about one message a second and channel, and short bursts: more bursts cost a 429, fewer cost time. */
const SLACKS_BURST = 3;
const PER_SECOND = 1;

/** Waits until a channel may have its next message, and takes that turn. Callers of one channel follow one another. */
export function openRateLimit(clock: Clock, burst = SLACKS_BURST) {
  const channels = new Map<string, { tokens: number; at: Instant }>();

  const tokensOf = (channelId: string, now: Instant): number => {
    const seen = channels.get(channelId);
    return seen ? Math.min(burst, seen.tokens + (Math.max(0, now - seen.at) / 1000) * PER_SECOND) : burst;
  };

  return async (channelId: string): Promise<void> => {
    for (;;) {
      const now = clock.now();
      const tokens = tokensOf(channelId, now);
      if (tokens >= 1) {
        if (channels.size > 10_000) channels.clear();
        channels.set(channelId, { tokens: tokens - 1, at: now });
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, Math.ceil(((1 - tokens) / PER_SECOND) * 1000)));
    }
  };
}
