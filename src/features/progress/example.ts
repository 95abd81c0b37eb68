import { stepFurther } from '../../domain/step-further.js';
import type { Ctx } from '../../feature.js';
import type { Names } from '../../store/names.js';
import { milestonesToReport, openMilestones } from './report-by-form.js';

/** What an example is to be of, as far as it was understood. */
type About = { readonly project: string | null; readonly milestone: string | null };

/**
 * A line that the person could send as it stands: of the project and milestone that were spoken of, else of what is due first
 * of theirs, a step farther than it was reported; null where there is nothing that they may report.
 */
export async function exampleOf(ctx: Ctx, names: Names, about: About): Promise<string | null> {
  const project = about.project === null ? undefined : names.byCode.get(about.project);
  const open = project ? await milestonesToReport(ctx, project.id) : await openMilestones(ctx);
  const milestone = open.find(({ name }) => name === about.milestone) ?? open[0];
  return milestone ? `${milestone.code} ${milestone.name} ${stepFurther(milestone.percent)}%` : null;
}
