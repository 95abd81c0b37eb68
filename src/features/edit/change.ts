import type { z } from 'zod';
import type { LedgerChange, ProjectFields } from '../../domain/ledger-change.js';
import type { Ctx, Outcome, SentView } from '../../feature.js';
import type { LedgerProjectRow } from '../../store/ledger-projects.js';
import { endWithProjects } from '../obstacle/door.js';
import { formOutcome } from './answer.js';
import { milestoneIn, namesOf, projectIn } from './find.js';
import type { ids } from './ids.js';
import { editForm } from './messages/project-form.js';
import { formFaults, notChanged } from './messages/refusals.js';
import { openMilestone } from './milestone.js';
import type { Given, ProjectChanged } from './model.js';
import { readProjectFields } from './project-fields.js';
import { deniedEdit, refusedEdit } from './rights.js';
import { apply, changedOf, differing, tellThread } from './write.js';

export async function openEdit(ctx: Ctx, { project: id }: { readonly project: number }): Promise<Outcome> {
  const refused = refusedEdit(ctx);
  if (refused) return refused;
  const project = await ctx.store.ledgerProjects.byId(ctx.program.id, id);
  return project ? editForm(ctx, project, await namesOf(ctx)) : notChanged('gone', ctx.language);
}

/** `/ledger 修改 P-017`, `/ledger 修改 P-017 主体封顶`. */
export async function changeByLine(ctx: Ctx, rest: string): Promise<Outcome> {
  const project = await projectIn(ctx, rest);
  if ('kind' in project) return project;
  if (project.rest === '') return openEdit(ctx, { project: project.id });
  const milestone = await milestoneIn(ctx, project.id, project.rest);
  return typeof milestone === 'number' ? openMilestone(ctx, { project: project.id, milestone }) : milestone;
}

export async function changeByForm(
  ctx: Ctx,
  { project, version }: z.infer<(typeof ids.editForm)['value']>,
  filled: z.infer<(typeof ids.editForm)['fields']>,
  sent: SentView,
): Promise<Outcome> {
  const read = readProjectFields(filled);
  if ('faults' in read) return formFaults(read.faults, ctx.language);
  const { site, problem, remark, reason } = filled;
  // A program without sites has no such field in its form: what is not asked for stays.
  const wanted = { ...read.fields, problem, remark, ...('site' in sent.fields ? { site } : {}) };
  return formOutcome(ctx, await changeProject(ctx, { projectId: project, version, reason }, () => wanted), 'name');
}

/**
 * Changes what the ledger says of a project. `version`: the project as the person saw it; where it is another by now, nothing is
 * changed. Its thread hears what concerns its people.
 */
export async function changeProject(
  ctx: Ctx,
  given: Given,
  wanted: (project: LedgerProjectRow) => Partial<ProjectFields>,
): Promise<ProjectChanged> {
  const refused = deniedEdit(ctx);
  if (refused) return refused;
  return ctx.store.transaction(async (tx): Promise<ProjectChanged> => {
    const project = await tx.ledgerProjects.byId(ctx.program.id, given.projectId);
    if (!project) return { kind: 'gone' };
    if (ctx.retried) {
      const logged = await tx.activity.byCause(ctx.program.workspaceId, ctx.cause);
      if (logged)
        return changedOf(ctx, tx, project, null, logged.before as object, logged.after as object, given.reason);
    }
    if (given.version !== null && given.version !== project.version) return { kind: 'stale' };
    const { before, after } = differing(project.fields, wanted(project));
    if (Object.keys(after).length === 0) return { kind: 'same' };
    const change: LedgerChange = { kind: 'change-project', projectId: project.id, before, after, reason: given.reason };
    if ((await apply(ctx, tx, [change])) === 'stale') return { kind: 'stale' };
    const changed = await changedOf(ctx, tx, project, null, before, after, given.reason);
    if (after.standing === 'withdrawn') await endWithProjects(ctx, tx, [project.id], ctx.person.id);
    await tellThread(ctx, tx, changed);
    return changed;
  });
}
