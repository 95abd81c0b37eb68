import { instantAt } from '../../domain/day.js';
import type { JobCtx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';

/** How the dedupe keys of what is said to a person unasked begin. */
const UNASKED = ['prompt:', 'slip:', 'obstacle-office:', 'leave:', 'missed:', 'unannounced:'];

/**
 * One unasked message a day and person: by Slack user, the post that began this day's thread, below which everything more is said.
 * Who is not among them had none yet: what is said to them now begins it.
 */
export async function threadsOfDay(
  { today, program }: Pick<JobCtx, 'today' | 'program'>,
  tx: Transaction,
  slackUserIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  return tx.posts.firstsSince(slackUserIds, UNASKED, instantAt(today, '00:00', program.timeZone));
}
