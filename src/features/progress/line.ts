import { may } from '../../domain/permission.js';
import { fallReason, type LineContext, type ReportItem } from '../../domain/report-line.js';
import type { Ctx } from '../../feature.js';
import type { Names } from '../../store/names.js';
import { lineContext } from '../project/door.js';
import type { Stated } from './model.js';

/** How a line is read here: of a project, what the person may report. */
export const reportContext = (
  ctx: Ctx,
  names: Names,
  surface: LineContext['surface'],
  thread: string | null,
): LineContext => lineContext(ctx, names, surface, thread, (code) => mayReportSomethingOf(ctx, names, code));

/** Whether there is anything of a project that the person may report: the rule itself asks again for each milestone. */
function mayReportSomethingOf(ctx: Ctx, names: Names, code: string): boolean {
  const project = names.byCode.get(code);
  if (!project) return false;
  const thing = {
    programId: ctx.program.id,
    ownerId: project.ownerId,
    coOwnerIds: project.coOwners.map((each) => each.personId),
    unitId: project.unitId,
    sponsorId: project.sponsorId,
  };
  const owners = new Set([null, ...project.milestones.map((milestone) => milestone.ownerId)]);
  return [...owners].some(
    (milestoneOwnerId) => may(ctx.person, 'report-milestone', { ...thing, milestoneOwnerId }).allowed,
  );
}

/** An understood statement of a line with its project and milestone as the store knows them. */
export function stated({ corrects, ...item }: ReportItem, names: Names, text: string): Stated {
  const project = names.byCode.get(item.project);
  if (!project) throw new Error(`a line was understood as about ${item.project}, which the ledger does not hold`);
  return {
    ...item,
    project,
    why: corrects ? (fallReason(text) ?? text.slice(0, 60)) : null,
    milestone: project.milestones.find((milestone) => milestone.name === item.milestone) ?? null,
  };
}
