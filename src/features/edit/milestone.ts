import type { z } from 'zod';
import type { LedgerChange, MilestoneFields, NewMilestone } from '../../domain/ledger-change.js';
import type { Ctx, Outcome } from '../../feature.js';
import { formOutcome } from './answer.js';
import type { ids } from './ids.js';
import { milestoneAddedMessage } from './messages/added.js';
import { milestoneForm } from './messages/milestone-form.js';
import { deniedRefusal, formFaults, formKept, milestoneThere, notChanged } from './messages/refusals.js';
import type { MilestoneAdded, ProjectChanged } from './model.js';
import { deniedEdit, refusedEdit } from './rights.js';
import { apply, changedOf, differing, tellThread } from './write.js';

/** The form of a milestone; of a new one where none is named. */
export async function openMilestone(
  ctx: Ctx,
  at: { readonly project: number; readonly milestone: number | null },
): Promise<Outcome> {
  const refused = refusedEdit(ctx);
  if (refused) return refused;
  const project = await ctx.store.ledgerProjects.byId(ctx.program.id, at.project);
  const milestone = project?.milestones.find(({ id }) => id === at.milestone) ?? null;
  if (!project || (at.milestone !== null && milestone === null)) return notChanged('gone', ctx.language);
  const ownerId = milestone?.ownerId ?? 0;
  const owner = (await ctx.store.people.contacts(ctx.program.workspaceId, [ownerId])).get(ownerId);
  return milestoneForm(ctx, project, milestone, owner ? { zh: owner.name, en: owner.nameEn } : null);
}

export async function milestoneByForm(
  ctx: Ctx,
  { project, version, milestone }: z.infer<(typeof ids.stepForm)['value']>,
  filled: z.infer<(typeof ids.stepForm)['fields']>,
): Promise<Outcome> {
  const name = filled.name?.replace(/\s+/g, ' ') ?? null;
  if (name === null) return formFaults({ name: 'needed' }, ctx.language);
  const fields = { ...filled, name };
  if (milestone !== null) {
    const given = { projectId: project, milestoneId: milestone, version };
    return formOutcome(ctx, await changeMilestone(ctx, given, fields), 'name');
  }
  const added = await addMilestone(ctx, project, fields);
  switch (added.kind) {
    case 'added':
      return { kind: 'say', message: milestoneAddedMessage(added, ctx.language) };
    case 'there':
      return milestoneThere(ctx.language);
    case 'gone':
      return formKept('name', 'gone', ctx.language);
    case 'denied':
      return deniedRefusal(added, ctx.language);
  }
}

/** Changes what the ledger says of a milestone. */
export async function changeMilestone(
  ctx: Ctx,
  given: { readonly projectId: number; readonly milestoneId: number; readonly version: number | null },
  wanted: Partial<MilestoneFields>,
): Promise<ProjectChanged> {
  const refused = deniedEdit(ctx);
  if (refused) return refused;
  return ctx.store.transaction(async (tx): Promise<ProjectChanged> => {
    const project = await tx.ledgerProjects.byId(ctx.program.id, given.projectId);
    const milestone = project?.milestones.find(({ id }) => id === given.milestoneId);
    if (!project || !milestone) return { kind: 'gone' };
    if (ctx.retried) {
      const logged = await tx.activity.byCause(ctx.program.workspaceId, ctx.cause);
      if (logged)
        return changedOf(ctx, tx, project, milestone.name, logged.before as object, logged.after as object, null);
    }
    if (given.version !== null && given.version !== project.version) return { kind: 'stale' };
    const { name, due, ownerId, ownerPositionId, stage } = milestone;
    const { before, after } = differing<MilestoneFields>({ name, due, ownerId, ownerPositionId, stage }, wanted);
    if (Object.keys(after).length === 0) return { kind: 'same' };
    const change: LedgerChange = {
      kind: 'change-milestone',
      projectId: project.id,
      milestoneId: milestone.id,
      before,
      after,
      reason: null,
    };
    if ((await apply(ctx, tx, [change])) === 'stale') return { kind: 'stale' };
    const changed = await changedOf(ctx, tx, project, milestone.name, before, after, null);
    await tellThread(ctx, tx, changed);
    return changed;
  });
}

export async function addMilestone(ctx: Ctx, projectId: number, milestone: NewMilestone): Promise<MilestoneAdded> {
  const refused = deniedEdit(ctx);
  if (refused) return refused;
  return ctx.store.transaction(async (tx): Promise<MilestoneAdded> => {
    const project = await tx.ledgerProjects.byId(ctx.program.id, projectId);
    if (!project) return { kind: 'gone' };
    const added = { kind: 'added' as const, project, name: milestone.name, cause: ctx.cause };
    if (ctx.retried && (await tx.activity.caused(ctx.program.workspaceId, ctx.cause))) return added;
    if (project.milestones.some(({ name }) => name === milestone.name)) return { kind: 'there' };
    await apply(ctx, tx, [{ kind: 'add-milestone', projectId, milestone }]);
    return added;
  });
}
