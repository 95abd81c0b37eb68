import { departmentOf } from '../factor.js';
import type { FactorAmount } from '../factor-amount.js';
import type { DigestScope, PlanFactor } from '../plan.js';
import type { Program } from '../program.js';
import type { FactFactor } from './facts.js';

export type FactorRow = FactFactor['requests'][number];

/** A pool by what is left of it, who waits for it and who has it. */
export type DigestFactor = {
  readonly factor: PlanFactor;
  readonly part: string;
  readonly amount: FactorAmount;
  readonly left: FactorAmount;
  readonly waits: FactorAmount;
  readonly waiting: readonly FactorRow[];
  readonly held: readonly FactorRow[];
};

/** Pools in the plan's order: the whole plan has all, a unit those that it gives of. Who left the plan waits no more. */
export function factorsOf(
  factors: readonly FactFactor[] | null,
  scope: DigestScope,
  { policy }: Pick<Program, 'policy'>,
  withdrawn: ReadonlySet<number>,
): readonly DigestFactor[] | null {
  if (factors === null || (scope.of !== 'plan' && scope.of !== 'unit')) return null;
  const planned = policy.mechanisms.factors.filter(
    (factor) => scope.of === 'plan' || departmentOf(policy, factor) === scope.key,
  );
  const pools = planned.flatMap((factor) =>
    factors
      .filter((each) => each.factor === factor.key)
      .map(({ part, amount, requests }): DigestFactor => {
        const held = requests.filter((each) => each.held > 0);
        const waiting = requests.filter((each) => each.waits > 0 && !withdrawn.has(each.projectId));
        const left = amount - held.reduce((sum, each) => sum + each.held, 0);
        return { factor, part, amount, left, waits: waiting.reduce((sum, each) => sum + each.waits, 0), waiting, held };
      }),
  );
  return pools.length === 0 ? null : pools;
}
