import type { LocalDay } from '../../domain/day.js';
import { compareRequests, type FactorLine, inTurn } from '../../domain/factor.js';
import { dependingGates } from '../../domain/gate-at-stake.js';
import { may } from '../../domain/permission.js';
import type { PlanGoal } from '../../domain/plan.js';
import { atLeast } from '../../domain/stage.js';
import type { Ctx } from '../../feature.js';
import type { FactorNeed, FactorPool, WhichPools } from '../../store/factors.js';
import type { Transaction } from '../../store/index.js';
import type { Need, NeedLine, SeenPool } from './model.js';
import { factorOf, factorThings, seesNeed } from './rights.js';

type Reads = Pick<Transaction, 'factors' | 'facts' | 'obstacles'>;
type Goals = readonly Pick<PlanGoal, 'name' | 'rule' | 'gates'>[];

/** The goals whose gates a start makes. */
export const startGoals = async (ctx: Pick<Ctx, 'program' | 'now'>, { facts }: Pick<Reads, 'facts'>): Promise<Goals> =>
  (await facts.goals(ctx.program.id, { moment: ctx.now, knownAt: ctx.now })).filter(
    ({ rule }) => rule.by === 'stage' && atLeast(rule.reached, 'started'),
  );

/** A request with the nearest gate that its project can still make; none where it has started or rests. */
export function withGate(need: FactorNeed, goals: Goals, today: LocalDay): Need {
  const { category, projectStanding: standing, stage, startsOn } = need;
  const start = { id: 0, due: startsOn, doneOn: null, stage: 'started' as const };
  const gates =
    startsOn === null ? [] : dependingGates(goals, { category, standing, stage, milestones: [start] }, 0, today);
  const days = gates.map(({ on }) => on).sort();
  return { ...need, gate: standing === 'paused' ? null : (days[0] ?? null) };
}

/** The printed order of a pool: what each is given in turn. */
export const linesOf = (needs: readonly Need[], pool: FactorPool, today: LocalDay, compare = compareRequests) =>
  inTurn(needs, pool.batches, today, compare) as readonly (FactorLine & { readonly request: Need })[];

/** The pools that a person sees, or sees a line of, with who waits for each in order; in four statements, however many there are. */
export async function seenPools(ctx: Ctx, reads: Reads, only: WhichPools = null): Promise<readonly SeenPool[]> {
  const { program, today, person } = ctx;
  const things = factorThings(ctx, await reads.obstacles.units(program.id));
  const goals = await startGoals(ctx, reads);
  const byPool = new Map<number, Need[]>();
  const pools = await reads.factors.pools(program.id, only);
  const of = only === null ? null : pools.map(({ id }) => id);
  for (const need of await reads.factors.waiting(program.id, of)) {
    const list = byPool.get(need.poolId) ?? [];
    byPool.set(need.poolId, list);
    list.push(withGate(need, goals, today));
  }
  return pools.flatMap((pool): SeenPool[] => {
    const factor = factorOf(ctx, pool.factor);
    const thing = things.get(pool.factor);
    if (factor === null || thing === undefined) return [];
    const all: readonly NeedLine[] = linesOf(byPool.get(pool.id) ?? [], pool, today);
    const whole = may(person, 'see-factor', thing).allowed;
    const lines = whole ? all : all.filter(({ request }) => seesNeed(ctx, thing, request));
    if (!whole && lines.length === 0) return [];
    const places = new Map(all.map(({ request }, index) => [request.id, index + 1]));
    return [{ pool, factor, lines, places, whole, manages: may(person, 'manage-factor', thing).allowed }];
  });
}
