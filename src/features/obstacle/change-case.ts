import { decide, type ObstacleEvent } from '../../domain/obstacle.js';
import { denialWords, may } from '../../domain/permission.js';
import type { Matter } from '../../domain/plan.js';
import type { Ctx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { ObstacleCase } from '../../store/obstacles.js';
import { contextOf } from './context.js';
import type { CaseContext, MovedTo } from './model.js';
import { peopleOf } from './people.js';
import { type ObstacleRight, thingOf } from './rights.js';
import { saveTransition } from './save.js';
import { movedAsSeen } from './see.js';

/** A case as somebody saw it when they pressed. `version` null: whatever happened since. */
export type SeenAt = { readonly id: number; readonly version: number | null };

/** What of the store a case is looked at with. */
export type Reads = Pick<Transaction, 'obstacles' | 'leaves' | 'people'>;

/** Who does it, to which case: what an event is made with. `by`: the person's id. */
export type Doing = Pick<Ctx, 'person' | 'program'> & {
  readonly by: number;
  readonly obstacle: ObstacleCase;
  readonly context: CaseContext;
  readonly reads: Reads;
};

/** One change of a case by somebody. */
export type Change = {
  readonly right: ObstacleRight;
  /** It moves nothing that was seen, so it is done whatever happened meanwhile. */
  readonly whenever: boolean;
  readonly event: (doing: Doing) => ObstacleEvent | Promise<ObstacleEvent>;
  /** What its matter is from now on, where that is said. */
  readonly matter?: ((obstacle: ObstacleCase) => Matter) | undefined;
  /** What is kept beside the step. */
  readonly keep?: ((tx: Transaction, obstacle: ObstacleCase) => Promise<unknown>) | undefined;
};

/**
 * Load, may, decide, save, in one transaction: whoever locks the case's row first is the one who did it. Where it moved since
 * somebody looked, nothing is done and they are told what happened.
 */
export async function changeCase(ctx: Ctx, { id, version }: SeenAt, change: Change): Promise<MovedTo> {
  const moved = await ctx.store.transaction(async (tx): Promise<MovedTo> => {
    const obstacle = await tx.obstacles.lock(ctx.program.id, id);
    if (!obstacle || !may(ctx.person, 'see-obstacle', thingOf(obstacle)).allowed) return { kind: 'unknown' };
    const context = await contextOf(ctx, tx, obstacle);
    if (ctx.retried && (await tx.obstacles.movedBy(ctx.program.workspaceId, ctx.cause)))
      return { kind: 'moved', obstacle, units: context.units };
    if (version !== null && version !== obstacle.state.version && !change.whenever)
      return meanwhile(ctx, tx, obstacle, version, context);
    const permission = may(ctx.person, change.right, thingOf(obstacle));
    if (!permission.allowed) return { kind: 'denied', obstacle, why: denialWords(permission.denied, ctx.language) };
    const event = await change.event(doingOf(ctx, tx, obstacle, context));
    const decided = decide(obstacle.state, event, context);
    if ('refused' in decided) return { kind: 'refused', refused: decided.refused, obstacle };
    const standsInFor = stoodInFor(ctx, obstacle, change.right);
    const [first, ...others] = decided.steps;
    const steps = first && standsInFor !== null ? [{ ...first, standsInFor }, ...others] : decided.steps;
    await change.keep?.(tx, obstacle);
    const matter = change.matter?.(obstacle) ?? obstacle.matter;
    if (matter !== obstacle.matter) await tx.obstacles.setMatter(obstacle.id, matter);
    return {
      kind: 'moved',
      obstacle: await saveTransition(ctx, tx, { ...obstacle, matter }, { ...decided, steps }, context, ctx.person.id),
      units: context.units,
    };
  });
  return movedAsSeen(ctx, moved);
}

export const doingOf = (
  { person, program }: Pick<Ctx, 'person' | 'program'>,
  reads: Reads,
  obstacle: ObstacleCase,
  context: CaseContext,
): Doing => ({ person, program, by: person.id, obstacle, context, reads });

/** Somebody, or the clock, was first: with what happened since `version`. */
export async function meanwhile(
  ctx: Ctx,
  reads: Reads,
  obstacle: ObstacleCase,
  version: number,
  { units }: Pick<CaseContext, 'units'>,
): Promise<Extract<MovedTo, { kind: 'meanwhile' }>> {
  const { workspaceId, id: programId } = ctx.program;
  const all = await reads.obstacles.steps(workspaceId, programId, obstacle.id);
  const telling = all.filter(({ step }) => step.kind !== 'announced' && step.kind !== 'half-way');
  // Each version is one change; what moved nothing in between is told with it.
  const steps = telling.slice(-Math.max(1, Math.min(5, obstacle.state.version - version)));
  const people = await reads.people.contacts(workspaceId, peopleOf(obstacle, steps));
  return { kind: 'meanwhile', obstacle, units, steps, people };
}

/** The one by whose right the person acts, where it is not their own: the log names both. */
function stoodInFor(ctx: Ctx, obstacle: ObstacleCase, right: ObstacleRight): number | null {
  const { claimedById, holderId } = obstacle.state;
  if (may({ ...ctx.person, standsInFor: [] }, right, thingOf(obstacle)).allowed) return null;
  const whose = right === 'work-obstacle' ? [claimedById, holderId] : [obstacle.raisedById, obstacle.ownerId];
  return whose.find((id) => id !== null && ctx.person.standsInFor.includes(id)) ?? null;
}
