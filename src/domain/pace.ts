import { daysBetween, type LocalDay } from './day.js';
import type { MilestoneState } from './milestone.js';

type Dated = Pick<MilestoneState, 'ordinal' | 'due'>;
type Roadmap = { readonly start: LocalDay | null; readonly milestones: readonly Dated[] };

/**
 * The day from which the calendar counts for a milestone: the latest due day before its own among the milestones
 * that come earlier in the roadmap, else the project's planned start, else the program's first day. Only a day
 * before its own due day will do, so two milestones due together share one span. null: nothing lies before it.
 */
export function paceFrom(milestone: Dated, roadmap: Roadmap, programFrom: LocalDay): LocalDay | null {
  const { due } = milestone;
  if (due === null) return null;
  let latest: LocalDay | null = null;
  for (const other of roadmap.milestones) {
    if (other.ordinal >= milestone.ordinal || other.due === null || other.due >= due) continue;
    if (latest === null || other.due > latest) latest = other.due;
  }
  if (latest !== null) return latest;
  if (roadmap.start !== null && roadmap.start < due) return roadmap.start;
  return programFrom < due ? programFrom : null;
}

/**
 * Pace (序时进度): what the calendar expects of a milestone at the end of `today`, percent 0-100, or null where it has
 * no due day. It rises evenly over the milestone's own span and not over the project's: a roof that is due in August
 * is not late in March because the project began in January.
 */
export function milestonePace(
  milestone: Dated,
  roadmap: Roadmap,
  today: LocalDay,
  programFrom: LocalDay,
): number | null {
  const { due } = milestone;
  if (due === null) return null;
  if (today >= due) return 100;
  const from = paceFrom(milestone, roadmap, programFrom);
  return from === null ? 0 : spanPace(from, due, today);
}

/** The even share of the span `from`-`to` that has passed by the end of `today`, percent 0-100. */
export function spanPace(from: LocalDay, to: LocalDay, today: LocalDay): number {
  if (today >= to) return 100;
  if (today <= from) return 0;
  return (daysBetween(from, today) / daysBetween(from, to)) * 100;
}
