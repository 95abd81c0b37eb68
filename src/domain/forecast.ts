import { addDays, daysBetween, type LocalDay } from './day.js';
import { wanLess, wanOf, yuanOf } from './exact.js';
import type { GateState, GoalValue } from './gate.js';

/** Longer would average away a change of pace, shorter would follow a single good week. */
export const FORECAST_WINDOW_DAYS = 56;
/** Two weekly meetings: below that a pace is an accident. */
const FEWEST_DAYS = 14;

/** What a goal's value was at the end of a day: projects reached for a share, else in the goal's measure. */
export type PastValue = { readonly on: LocalDay; readonly value: number };

/**
 * What a gate will see at the present pace. `thin`: there are too few days of history to say, and which. Amounts are in
 * projects for a share, else in the goal's measure: `before` on the day `since`, `risen` in `days` since then. `reachedOn`
 * null: not at this pace.
 */
export type Forecast =
  | { readonly kind: 'reached' | 'passed' }
  | { readonly kind: 'thin'; readonly days: number; readonly on: readonly LocalDay[] }
  | {
      readonly kind: 'pace';
      readonly days: number;
      readonly since: LocalDay;
      /** The day of the value that is carried on. */
      readonly asOf: LocalDay;
      readonly before: number;
      readonly risen: number;
      /** On the gate's day, rounded down. */
      readonly value: number;
      readonly holds: boolean;
      readonly reachedOn: LocalDay | null;
    };

/**
 * Carries the average daily rise of the last 56 days on to the gate: between two days on which the value is known, at least
 * 14 apart; where the last 56 have no such two, the newest before them is the first. `asOf`: the day of `value`. `most` is
 * what the value cannot pass (the number of projects), null where there is no such thing. A value that fell is carried on level, not downwards: what left the
 * goal has left it once.
 */
export function forecastGate(
  gate: GateState,
  value: GoalValue,
  history: readonly PastValue[],
  today: LocalDay,
  most: number | null,
  asOf: LocalDay = today,
): Forecast {
  if (gate.held === 'reached') return { kind: 'reached' };
  if (gate.daysLeft < 0) return { kind: 'passed' };
  const first = firstOf(history, asOf);
  const days = first === null ? 0 : daysBetween(first.on, asOf);
  if (first === null || days < FEWEST_DAYS) return { kind: 'thin', days, on: history.map(({ on }) => on).sort() };
  const now = value.of === 'share' ? value.reached : value.number;
  const needed = wanOf(yuanOf(now) + yuanOf(gate.missing));
  const risen = Math.max(0, wanLess(now, first.value));
  // One division of whole numbers, so that 3 projects in 42 days make 1 more in 14 and not 0.99 of one.
  const more = (BigInt(yuanOf(risen)) * BigInt(daysBetween(asOf, gate.on))) / BigInt(days);
  const carried = wanOf(yuanOf(now) + Number(more - (more % BigInt(yuanOf(1)))));
  const expected = most === null ? carried : Math.min(carried, most);
  const possible = risen > 0 && (most === null || needed <= most);
  return {
    kind: 'pace',
    days,
    since: first.on,
    asOf,
    before: first.value,
    risen,
    value: expected,
    holds: expected >= needed,
    reachedOn: possible ? addDays(asOf, Math.ceil((yuanOf(gate.missing) * days) / yuanOf(risen))) : null,
  };
}

/**
 * The day that is carried on from: the earliest of the eight weeks before the newest value, else the newest before them; null:
 * there is none. Not of the weeks before today: the same records say the same until there is another.
 */
function firstOf(history: readonly PastValue[], asOf: LocalDay): PastValue | null {
  const since = addDays(asOf, -FORECAST_WINDOW_DAYS);
  const known = history.filter(({ on }) => on <= asOf).sort((one, other) => (one.on < other.on ? -1 : 1));
  const within = known.find(({ on }) => on >= since) ?? null;
  const enough = within !== null && daysBetween(within.on, asOf) >= FEWEST_DAYS;
  return enough ? within : (known.findLast(({ on }) => on < since) ?? within);
}
