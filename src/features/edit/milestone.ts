import type { z } from 'zod';
import type { LedgerChange, MilestoneFields, NewMilestone } from '../../domain/ledger-change.js';
import type { Ctx, Outcome } from '../../feature.js';
import { formOutcome } from './answer.js';
import { consult } from './ask-consent.js';
import type { ids } from './ids.js';
import { milestoneAddedMessage } from './messages/added.js';
import { milestoneForm } from './messages/milestone-form.js';
import { askedMessage } from './messages/postponement.js';
import { deniedRefusal, formFaults, formKept, milestoneThere, notChanged } from './messages/refusals.js';
import type { MilestoneAdded, MilestoneChanged } from './model.js';
import { seenOf } from './postponement.js';
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
  const { reason, ...rest } = filled;
  const fields = { ...rest, name };
  if (milestone !== null) {
    const given = { projectId: project, milestoneId: milestone, version, reason };
    return changedByForm(ctx, await changeMilestone(ctx, given, fields));
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

function changedByForm(ctx: Ctx, changed: MilestoneChanged): Outcome {
  const { language, program } = ctx;
  switch (changed.kind) {
    case 'asked':
    case 'waiting':
      return {
        kind: 'say',
        message: askedMessage(changed.seen, changed.kind === 'waiting', language, program.year, changed.changed),
      };
    case 'reason-needed':
      return formFaults({ reason: 'laterNeedsReason' }, language);
    case 'day-needed':
      return formFaults({ due: 'dayStays' }, language);
    case 'nobody':
      return formFaults({ due: 'nobody' }, language);
    default:
      return formOutcome(ctx, changed, 'name');
  }
}

/**
 * Changes what the ledger says of a milestone. A later day goes the way of every postponement: with a reason, and where it
 * needs consent it is asked for and the rest is changed. A day that is there is not taken away: it would never be missed.
 */
export async function changeMilestone(
  ctx: Ctx,
  given: {
    readonly projectId: number;
    readonly milestoneId: number;
    readonly version: number | null;
    readonly reason: string | null;
  },
  wanted: Partial<MilestoneFields>,
): Promise<MilestoneChanged> {
  const refused = deniedEdit(ctx);
  if (refused) return refused;
  return ctx.store.transaction(async (tx): Promise<MilestoneChanged> => {
    const project = await tx.ledgerProjects.byId(ctx.program.id, given.projectId);
    const milestone = project?.milestones.find(({ id }) => id === given.milestoneId);
    if (!project || !milestone) return { kind: 'gone' };
    if (ctx.retried) {
      const logged = await tx.activity.byCause(ctx.program.workspaceId, ctx.cause);
      const made = logged
        ? await changedOf(ctx, tx, project, milestone.name, logged.before as object, logged.after as object, null)
        : null;
      const asked = await tx.postponements.byCause(ctx.program.id, ctx.cause);
      if (asked) return { kind: 'asked', seen: await seenOf(ctx, tx, asked, project, milestone), changed: made };
      if (made) return made;
    }
    if (given.version !== null && given.version !== project.version) return { kind: 'stale' };
    const { name, due, ownerId, ownerPositionId, stage } = milestone;
    const now = { name, due, ownerId, ownerPositionId, stage };
    const { due: to } = wanted;
    if (due !== null && to === null) return { kind: 'day-needed' };
    const later = due !== null && typeof to === 'string' && to > due ? to : null;
    if (later !== null && given.reason === null) return { kind: 'reason-needed' };
    const consulted =
      later === null
        ? ({ kind: 'free', consented: false } as const)
        : await consult(ctx, tx, project, milestone, { to: later, reason: given.reason ?? '' });
    if (consulted.kind === 'nobody') return { kind: 'nobody' };
    const { before, after } = differing<MilestoneFields>(now, consulted.kind === 'free' ? wanted : { ...wanted, due });
    if (Object.keys(after).length === 0)
      return 'seen' in consulted ? { ...consulted, changed: null } : { kind: 'same' };
    const change: LedgerChange = {
      kind: 'change-milestone',
      projectId: project.id,
      milestoneId: milestone.id,
      before,
      after,
      reason: 'due' in after ? given.reason : null,
    };
    const moved = new Set(consulted.kind === 'free' && consulted.consented ? [milestone.id] : []);
    if ((await apply(ctx, tx, [change], moved)) === 'stale') return { kind: 'stale' };
    const changed = await changedOf(ctx, tx, project, milestone.name, before, after, change.reason);
    await tellThread(ctx, tx, changed);
    return 'seen' in consulted ? { ...consulted, changed } : changed;
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
