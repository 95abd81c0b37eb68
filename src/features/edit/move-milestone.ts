import { denialWords, may } from '../../domain/permission.js';
import type { Ctx } from '../../feature.js';
import type { LedgerMilestoneRow, LedgerProjectRow } from '../../store/ledger-projects.js';
import { consult } from './ask-consent.js';
import type { Postponed, WantedPostponement } from './model.js';
import { move, seenOf } from './postponement.js';
import { changedOf } from './write.js';

/** Moves a milestone to a later day, or asks whoever is to consent to that. */
export async function postpone(ctx: Ctx, wanted: WantedPostponement): Promise<Postponed> {
  const { program, person } = ctx;
  return ctx.store.transaction(async (tx): Promise<Postponed> => {
    const project = await tx.ledgerProjects.byId(program.id, wanted.projectId);
    const milestone = project?.milestones.find(({ id }) => id === wanted.milestoneId);
    if (!project || !milestone) return { kind: 'gone' };
    const permission = may(person, 'postpone-milestone', thingOf(project, milestone));
    if (!permission.allowed) return { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
    if (ctx.retried) {
      const asked = await tx.postponements.byCause(program.id, ctx.cause);
      if (asked) return { kind: 'asked', seen: await seenOf(ctx, tx, asked, project, milestone) };
      const logged = await tx.activity.byCause(program.workspaceId, ctx.cause);
      if (logged)
        return changedOf(
          ctx,
          tx,
          project,
          milestone.name,
          logged.before as object,
          logged.after as object,
          wanted.reason,
        );
    }
    if (project.fields.standing === 'withdrawn') return { kind: 'not-open' };
    if (milestone.doneOn !== null) return { kind: 'done' };
    if (wanted.to < ctx.today) return { kind: 'past' };
    if (milestone.due !== null && wanted.to <= milestone.due) return { kind: 'not-later' };
    const consulted = await consult(ctx, tx, project, milestone, wanted);
    if (consulted.kind === 'free')
      return move(ctx, tx, project, milestone, { ...wanted, consented: consulted.consented });
    return 'seen' in consulted ? consulted : { kind: 'nobody' };
  });
}

const thingOf = (project: LedgerProjectRow, milestone: LedgerMilestoneRow) => ({
  programId: project.programId,
  ownerId: project.fields.ownerId,
  coOwnerIds: project.coOwnerIds,
  unitId: project.fields.unitId,
  sponsorId: project.fields.sponsorId,
  milestoneOwnerId: milestone.ownerId,
});
