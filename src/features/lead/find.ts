import { type Denial, may } from '../../domain/permission.js';
import type { Ctx } from '../../feature.js';
import type { SearchedProject } from '../../store/search.js';
import { maySee } from '../project/door.js';

/** A project that somebody wants to act on: theirs to, or why not; null where there is none or they may not see it. */
export async function leadable(
  ctx: Ctx,
  action: 'nudge' | 'instruct',
  id: number,
): Promise<{ readonly project: SearchedProject; readonly denied: Denial | null } | null> {
  const project = (await ctx.store.search(ctx.program)).byId.get(id);
  if (!project || !maySee(ctx, project)) return null;
  const permission = may(ctx.person, action, { ...project, programId: ctx.program.id });
  return { project, denied: permission.allowed ? null : permission.denied };
}
