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

/** After so many new messages refused in a row it is the workspace's rate that is spent, not a channel's. */
const REFUSED_IN_A_ROW = 3;

/** Slack may ask for a long rest in one place that is meant for that alone: after this the workspace is tried again. */
const LONGEST_REST_MS = 5_000;

/** For so long after a rest the rate counts as spent. */
const SPENT_FOR_MS = 10_000;

/**
 * What Slack's answers tell of the rate of the whole workspace, a few hundred messages a minute, of which it says nothing
 * but by refusing: where it is spent every channel would be refused each second.
 */
export function openWorkspaceRate(now: () => number = () => performance.now()) {
  let inARow = 0;
  let restsUntil = Number.NEGATIVE_INFINITY;
  return {
    /** A new message was taken. */
    taken(): void {
      inARow = 0;
    },

    /** A new message was refused as too fast; Slack asks for so many seconds. */
    refused(seconds: number): void {
      inARow += 1;
      if (inARow >= REFUSED_IN_A_ROW)
        restsUntil = Math.max(restsUntil, now() + Math.min(seconds * 1_000, LONGEST_REST_MS));
    },

    /** So many milliseconds nothing new should be begun. */
    restMs: (): number => Math.max(0, restsUntil - now()),

    /** It was spent some seconds ago, and may be still. */
    isSpent: (): boolean => now() < restsUntil + SPENT_FOR_MS,
  };
}

export type WorkspaceRate = ReturnType<typeof openWorkspaceRate>;
