import type { Instant } from '../domain/day.js';

/** Slack allows about one message a second and channel, and short bursts: more bursts cost a 429, fewer cost time. */
const BURST = 3;
const PER_SECOND = 1;

/**
 * How many milliseconds to wait before the next message to a channel; taking the turn. One per process. `burst`: how many
 * may follow each other without a wait.
 */
export function openPace(burst = BURST) {
  const channels = new Map<string, { turns: number; at: Instant }>();
  return (channelId: string, now: Instant): number => {
    const seen = channels.get(channelId) ?? { turns: burst, at: now };
    const turns = Math.min(burst, seen.turns + (Math.max(0, now - seen.at) / 1000) * PER_SECOND) - 1;
    channels.set(channelId, { turns, at: now });
    if (channels.size > 10_000) channels.delete(channels.keys().next().value ?? '');
    return turns >= 0 ? 0 : Math.ceil((-turns / PER_SECOND) * 1000);
  };
}
