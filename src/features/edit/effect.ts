import { inOrder, lightsOf } from '../../domain/digest/lights.js';
import { goalsMoved } from '../../domain/goals-moved.js';
import type { ProjectFields } from '../../domain/ledger-change.js';
import type { Ctx } from '../../feature.js';
import type { LedgerProjectRow } from '../../store/ledger-projects.js';
import { lightContextOf, readGated } from '../digest/door.js';
import type { ChangeEffect } from './model.js';

/** What a change of a project's category or standing would do, as of now. */
export async function effectOf(
  ctx: Ctx,
  project: LedgerProjectRow,
  { category, standing }: Partial<ProjectFields>,
): Promise<ChangeEffect> {
  const before = await readGated(ctx, ctx.today, { moment: ctx.now, knownAt: ctx.now }, true);
  const context = await lightContextOf(ctx, ctx.today);
  const lit = before.lit.flatMap((each) => {
    const { project: is } = each;
    if (is.id !== project.id) return [each];
    return lightsOf([{ ...is, category: category ?? is.category, standing: standing ?? is.standing }], context);
  });
  const goals = goalsMoved(before, { ...before, lit: inOrder(lit) });
  const rests = standing !== undefined && standing !== 'open';
  const open = await ctx.store.facts.obstacles(ctx.program, ctx.now);
  const steps = rests ? project.milestones.filter(({ doneOn, percent }) => doneOn === null && percent !== 100) : [];
  const { ownerId } = project.fields;
  const own = steps.every((step) => step.ownerId === null || step.ownerId === ownerId);
  return {
    goals,
    obstacles: rests ? open.filter(({ projectId }) => projectId === project.id).length : 0,
    unasked: steps.length,
    owner: own ? project.ownerName : null,
  };
}
