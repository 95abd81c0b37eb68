import type { Instant } from '../../domain/day.js';
import type { Clock } from '../../time/clock.js';

/** Slack allows about one message a second and channel, and short bursts: more bursts cost a 429, fewer cost time. */
export const SLACKS_BURST = 3;

/** Waits until a post's turn (posts.take) has come. Only for as long as a turn can take: a clock may be set back. */
export async function untilTurn(clock: Clock, turnAt: Instant | null): Promise<void> {
  if (turnAt === null) return;
  for (const began = clock.now(); clock.now() >= began; ) {
    const wait = turnAt - clock.now();
    if (wait <= 0) return;
    await new Promise((resolve) => setTimeout(resolve, Math.min(1_000, wait)));
  }
}
