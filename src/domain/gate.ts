import { daysBetween, type LocalDay } from './day.js';
import { hundredthsOf, wanLess, yuanOf } from './exact.js';
import { type Fraction, spanShare } from './pace.js';
import type { PlanGate } from './plan.js';

/**
 * How a goal's value compares with what a gate needs. `reached`: it is there. Before the gate's day `ahead` or `behind`
 * of an even rise towards it; after that day `missed`, or `not-entered` where nothing had been said of the goal by then.
 */
export const GATE_HOLDS = ['reached', 'ahead', 'behind', 'missed', 'not-entered'] as const;
export type GateHold = (typeof GATE_HOLDS)[number];

/** A gate (关口) with what it needs, in the goal's own measure (`share`: percent), and how the value stands to it. */
export type GateState = {
  readonly on: LocalDay;
  readonly needed: number;
  readonly held: GateHold;
  /** What is still wanting now: projects for `projects` and `share`, else in the goal's measure. 0 when reached. */
  readonly missing: number;
  /** Days until it; negative when it has passed. */
  readonly daysLeft: number;
  /** Of a gate that has passed: the value by which it was judged. */
  readonly judged?: GoalValue;
  /** Reached only by what was told about its day afterwards: the day on which that was told. */
  readonly toldOn?: LocalDay;
  /** Missed, and met after its day: the first day that it was. */
  readonly metOn?: LocalDay;
};

/** What the days of gates that have passed tell of a goal; null where it is not known. */
export type GateDays = {
  /** The goal's value by what is known of a day; `not-entered`: nothing had been said of it. */
  readonly valueOn?: (day: LocalDay) => GoalValue | 'not-entered' | null;
  /** The day on which something was told without which the gate of a day would have been missed. */
  readonly toldOn?: (gate: PlanGate) => LocalDay | null;
  /** The first day after a missed gate's on which it was met. */
  readonly metOn?: (gate: PlanGate) => LocalDay | null;
};

/** A goal's value: a plain number, or for `share` a fraction that is compared as integers and never rounded up. */
export type GoalValue =
  | { readonly of: 'number'; readonly number: number }
  | { readonly of: 'share'; readonly reached: number; readonly outOf: number };

/** The value that people read: a share in percent, rounded down at two decimals, so that 28 of 47 is 59.57. */
export function shownValue(value: GoalValue): number {
  if (value.of === 'number') return value.number;
  return value.outOf === 0 ? 0 : Math.floor((value.reached * 10000) / value.outOf) / 100;
}

/** Whether `value` has reached `needed` (`share`: percent). Exact; a share of nothing has reached nothing. */
export function reaches(value: GoalValue, needed: number): boolean {
  return missingTo(value, needed) === 0 && (value.of === 'number' || value.outOf > 0);
}

/** How much is wanting to `needed`: for a share, how many more projects. */
export function missingTo(value: GoalValue, needed: number): number {
  if (value.of === 'number') return Math.max(0, wanLess(needed, value.number));
  // Hundredths of a percent as an integer: 59.57 % is 5957 of 10000.
  const wanted = Math.ceil((hundredthsOf(needed) * value.outOf) / 10_000);
  return Math.max(0, wanted - value.reached);
}

/**
 * Every gate of a goal, in their order, against `value` as it is today. `before` is where the even rise to the first
 * gate begins: the program's first day, at 0.
 *
 * A gate that has passed is judged by what its day's value was where `days` tells; else by today's value.
 */
export function gateStates(
  gates: readonly PlanGate[],
  value: GoalValue,
  today: LocalDay,
  before: LocalDay,
  { valueOn, toldOn, metOn }: GateDays = {},
): readonly GateState[] {
  return gates.map((gate, index) => {
    const previous = gates[index - 1];
    const from = previous?.on ?? before;
    const base = previous?.value ?? 0;
    const passed = today > gate.on;
    const rise: Rise = { base, to: gate.value, share: spanShare(from, gate.on, today) };
    const then = passed ? (valueOn?.(gate.on) ?? value) : value;
    const judged = then === 'not-entered' ? NOTHING : then;
    const held = then === 'not-entered' ? then : holdOf(judged, gate.value, passed, rise);
    const told = passed && held === 'reached' ? (toldOn?.(gate) ?? null) : null;
    const met = held === 'missed' ? (metOn?.(gate) ?? null) : null;
    return {
      on: gate.on,
      needed: gate.value,
      held,
      missing: missingTo(value, gate.value),
      daysLeft: daysBetween(today, gate.on),
      ...(passed && held !== 'not-entered' ? { judged } : {}),
      ...(told === null ? {} : { toldOn: told }),
      ...(met === null ? {} : { metOn: met }),
    };
  });
}

const NOTHING: GoalValue = { of: 'number', number: 0 };

/** An even rise from `base` to `to`, of which a share has passed. */
type Rise = { readonly base: number; readonly to: number; readonly share: Fraction };

/** Whether the value has come as far as the rise. Both sides are multiplied out, so that nothing is rounded. */
function onCourse(value: GoalValue, { base, to, share: { passed, of } }: Rise): boolean {
  const asked = BigInt(yuanOf(base)) * BigInt(of - passed) + BigInt(yuanOf(to)) * BigInt(passed);
  if (value.of === 'number') return BigInt(yuanOf(value.number)) * BigInt(of) >= asked;
  return BigInt(value.reached) * 1_000_000n * BigInt(of) >= asked * BigInt(value.outOf);
}

function holdOf(value: GoalValue, needed: number, passed: boolean, rise: Rise): GateHold {
  if (reaches(value, needed)) return 'reached';
  if (passed) return 'missed';
  return onCourse(value, rise) ? 'ahead' : 'behind';
}
