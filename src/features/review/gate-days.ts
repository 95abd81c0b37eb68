import type { LocalDay } from '../../domain/day.js';
import { lookbackDays } from '../../domain/lookback.js';
import type { JobCtx } from '../../feature.js';

/** The days of the plan's gates, and the year's end. */
export async function gateDays({
  store,
  program,
  now,
}: Pick<JobCtx, 'store' | 'program' | 'now'>): Promise<readonly LocalDay[]> {
  const goals = await store.facts.goals(program.id, { moment: now, knownAt: now });
  return lookbackDays(
    goals.flatMap(({ gates }) => gates.map(({ on }) => on)),
    program,
  );
}
