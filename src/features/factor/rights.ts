import { departmentOf } from '../../domain/factor.js';
import { type FactorThing, may } from '../../domain/permission.js';
import type { PlanFactor } from '../../domain/plan.js';
import type { Ctx } from '../../feature.js';
import type { FactorNeed } from '../../store/factors.js';

type Asker = Pick<Ctx, 'program'>;

/** Factors by their keys as the rules look at them. */
export function factorThings(
  ctx: Asker,
  units: readonly { readonly id: number; readonly key: string }[],
): ReadonlyMap<string, FactorThing> {
  const byKey = new Map(units.map(({ id, key }) => [key, id]));
  return new Map(
    ctx.program.policy.mechanisms.factors.map((factor) => [
      factor.key,
      { programId: ctx.program.id, departmentId: byKey.get(departmentOf(ctx.program.policy, factor) ?? '') ?? null },
    ]),
  );
}

/** The plan's factor of a key; null where a later plan has it no more. */
export const factorOf = ({ program }: Asker, key: string): PlanFactor | null =>
  program.policy.mechanisms.factors.find((each) => each.key === key) ?? null;

/** Whether a request is this person's to see: by its pool, or by its project. */
export const seesNeed = ({ person }: Pick<Ctx, 'person'>, thing: FactorThing, need: FactorNeed): boolean =>
  may(person, 'see-factor', thing).allowed || may(person, 'see-project', need).allowed;
