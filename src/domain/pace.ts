import { daysBetween, type LocalDay } from './day.js';
import { hundredthsOf } from './exact.js';
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
  const share = paceShare(milestone, roadmap, today, programFrom);
  return share === null ? null : (share.passed * 100) / share.of;
}

/** The even share of the span `from`-`to` that has passed by the end of `today`, percent 0-100. */
export function spanPace(from: LocalDay, to: LocalDay, today: LocalDay): number {
  const { passed, of } = spanShare(from, to, today);
  return (passed * 100) / of;
}

/** A share of whole days. */
export type Fraction = { readonly passed: number; readonly of: number };

/** The days of the span `from`-`to` that have passed by the end of `today`, and how many it has; whole numbers. */
export function spanShare(from: LocalDay, to: LocalDay, today: LocalDay): Fraction {
  if (today >= to) return { passed: 1, of: 1 };
  if (today <= from) return { passed: 0, of: 1 };
  return { passed: daysBetween(from, today), of: daysBetween(from, to) };
}

/** Pace as a fraction of whole days, for rules: a light turns at exactly 30 points, not at 29.999…; null without a due day. */
export function paceShare(milestone: Dated, roadmap: Roadmap, today: LocalDay, programFrom: LocalDay): Fraction | null {
  const { due } = milestone;
  if (due === null) return null;
  if (today >= due) return { passed: 1, of: 1 };
  const from = paceFrom(milestone, roadmap, programFrom);
  return from === null ? { passed: 0, of: 1 } : spanShare(from, due, today);
}

/**
 * How `percent` done stands to being `points` behind pace: positive where it is further behind than that, 0 where exactly
 * so; ten-thousandths of the span's days, whole numbers throughout.
 */
export function behindBy(pace: Fraction, percent: number, points: number): number {
  return pace.passed * 10_000 - (hundredthsOf(percent) + hundredthsOf(points)) * pace.of;
}
