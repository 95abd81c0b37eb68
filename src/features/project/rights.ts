import { may, type ProjectThing } from '../../domain/permission.js';
import type { Ctx } from '../../feature.js';
import type { SearchedProject } from '../../store/search.js';

/** A project as the rules look at it. */
export const thingOf = (ctx: Pick<Ctx, 'program'>, project: SearchedProject): ProjectThing => ({
  programId: ctx.program.id,
  ownerId: project.ownerId,
  coOwnerIds: project.coOwnerIds,
  unitId: project.unitId,
  sponsorId: project.sponsorId,
  milestoneOwnerIds: project.milestoneOwnerIds,
});

/** Whether somebody may see it. */
export const maySee = (ctx: Ctx, project: SearchedProject): boolean =>
  may(ctx.person, 'see-project', thingOf(ctx, project)).allowed;
