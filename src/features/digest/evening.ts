import { CADENCES, closes } from '../../domain/cadence.js';
import type { LocalDay } from '../../domain/day.js';
import type { JobCtx } from '../../feature.js';
import type { Subscription } from '../../store/subscriptions.js';
import { dueOn } from './read.js';

/** All subscriptions of a program, those of the shortest cadence first. */
export async function allSubscriptions({
  store,
  program,
}: Pick<JobCtx, 'store' | 'program'>): Promise<readonly Subscription[]> {
  const lists: Subscription[] = [];
  for (const cadence of CADENCES) lists.push(...(await store.subscriptions.ofProgram(program.id, cadence)));
  return lists;
}

/** The digests of one channel about the same, of a longer period than this one. */
export const longerOf = (held: Subscription, all: readonly Subscription[]): readonly Subscription[] =>
  all.filter(
    (each) =>
      each.channelId === held.channelId &&
      JSON.stringify(each.scope) === JSON.stringify(held.scope) &&
      CADENCES.indexOf(each.cadence) > CADENCES.indexOf(held.cadence),
  );

/** One message an evening in a channel: the digest of a longer period that comes on `day` takes this one's place. */
export function isReplaced(
  held: Subscription,
  day: LocalDay,
  all: readonly Subscription[],
  { program, calendar }: Pick<JobCtx, 'program' | 'calendar'>,
): boolean {
  const due = dueOn(day, program);
  return longerOf(held, all).some(({ cadence, sinceAt }) => sinceAt <= due && closes(cadence, day, calendar));
}
