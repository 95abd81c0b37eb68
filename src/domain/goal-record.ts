import type { PlanGoal } from './plan.js';

/** Ours: a value of more than so many targets is more likely a unit too many. */
const TARGETS = 2;

/** Whether a value is so far beyond all that a goal asks for that it has to be meant: 999亿 of 40亿. */
export function isFarBeyond({ target, gates }: Pick<PlanGoal, 'target' | 'gates'>, value: number): boolean {
  return value > TARGETS * Math.max(target, ...gates.map((gate) => gate.value));
}
