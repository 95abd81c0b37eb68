import { localDay } from '../day.js';
import { type Forecast, forecastGate, type PastValue } from '../forecast.js';
import type { GateState, GoalValue } from '../gate.js';
import type { Judgement } from '../judgement.js';
import type { DigestScope } from '../plan.js';
import { type Rescue, shortestRescue } from '../rescue.js';
import { type DigestGoal, type GatedStanding, goalsOf, type Standing, valueThen } from './goals.js';

export type { Judgement } from '../judgement.js';

/** A goal with its next gate (null: none is to come), what that will see, and the one word for it. */
export type JudgedGoal = DigestGoal & {
  readonly gate: GateState | null;
  readonly forecast: Forecast | null;
  readonly judgement: Judgement;
  /** What it was at the digest before; null where that is not known. */
  readonly before: GoalValue | null;
  /** The projects that would bring the gate that is near or missed home, and one more; the nearest first. */
  readonly nearest: readonly Near[];
};

/** A project that would make it, by what a row calls it. */
export type Near = Rescue & { readonly nickname: string | null };

/** From so many days before a gate on, what would bring it home is named. */
export const NEAR_DAYS = 7;
const NO_DAY_LIMIT = localDay('9999-12-31');

/** What forecasts are made from: how the program stood eight weeks ago, and what was recorded for goals, by their keys. */
export type Past = {
  readonly earlier: Standing | null;
  readonly records: ReadonlyMap<string, readonly PastValue[]>;
};

/** The goals of a scope, each with the one judgement that is said of it. */
export function judgedGoals(
  facts: GatedStanding & Past & { readonly before: Standing | null },
  scope: DigestScope,
): readonly JudgedGoal[] {
  return goalsOf(facts, scope).map((each) => {
    const gate = each.state.nextGate;
    const forecast = gate === null ? null : forecastOf(each, gate, facts, scope);
    const before = facts.before === null ? null : valueThen(facts.before, each.goal, scope);
    const judged = { ...each, gate, forecast, judgement: judgementOf(each, gate, forecast), before };
    return { ...judged, nearest: nearestOf(judged, facts) };
  });
}

/** Gates are acted upon from a week before on, and until they are met. */
function nearestOf({ goal, state, gate }: Omit<JudgedGoal, 'nearest'>, { lit }: Standing): readonly Near[] {
  const missed = state.gates.find((each) => each.held === 'missed' && each.missing > 0);
  const open = missed ?? (gate !== null && gate.daysLeft <= NEAR_DAYS && gate.missing > 0 ? gate : null);
  if (open === null) return [];
  const nicknames = new Map(lit.map(({ project: { code, nickname } }) => [code, nickname]));
  // A gate that was missed is made good on any day.
  const until = open === missed ? { ...open, on: NO_DAY_LIMIT } : open;
  const { projects: near } = shortestRescue(goal, state, until, lit, 1);
  return near.map((each) => ({ ...each, nickname: nicknames.get(each.code) ?? null }));
}

/** The forecast of a goal's gate in a scope: from records where it counts records, else from how it stood before. */
export function forecastOf(
  { goal, state }: DigestGoal,
  gate: GateState,
  { day, earlier, records }: GatedStanding & Past,
  scope: DigestScope,
): Forecast {
  const amount = (value: GoalValue): number => (value.of === 'share' ? value.reached : value.number);
  if (goal.rule.by === 'recorded') {
    const known = records.get(goal.key) ?? [];
    const newest = known.reduce<PastValue | null>(
      (last, each) => (last === null || each.on >= last.on ? each : last),
      null,
    );
    return forecastGate(gate, state.value, known, day, null, newest?.on ?? day);
  }
  const then = earlier === null ? null : valueThen(earlier, goal, scope);
  const history = earlier === null || then === null ? [] : [{ on: earlier.day, value: amount(then) }];
  const most = goal.rule.by === 'figures' ? null : state.counted.length + state.notCounted.length;
  return forecastGate(gate, state.value, history, day, most);
}

/** Whether anything was ever entered for a goal: what was not is neither zero nor behind. */
export const isEntered = ({ goal, state }: DigestGoal): boolean =>
  goal.rule.by === 'recorded' ? goal.recorded !== null : goal.rule.by === 'figures' ? state.counted.length > 0 : true;

export function judgementOf(each: DigestGoal, gate: GateState | null, forecast: Forecast | null): Judgement {
  const last = each.state.gates.at(-1);
  if (last === undefined) return isEntered(each) ? 'none' : 'not-entered';
  if (!isEntered(each)) return 'not-entered';
  if (gate === null) return last.held === 'reached' ? 'passed' : last.held === 'not-entered' ? last.held : 'missed';
  if (gate.held === 'reached') return gate.daysLeft === 0 ? 'passed' : 'pass';
  if (gate.daysLeft === 0) return 'today';
  if (forecast?.kind !== 'pace') return 'no-forecast';
  return forecast.holds ? 'pass' : 'miss';
}
