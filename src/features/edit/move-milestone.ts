import { nextLoudMoment } from '../../domain/obstacle/quiet.js';
import { denialWords, may } from '../../domain/permission.js';
import type { Ctx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { LedgerMilestoneRow, LedgerProjectRow } from '../../store/ledger-projects.js';
import type { Postponed, WantedPostponement } from './model.js';
import { logPostponement, move, seenOf, stake, tellSponsor } from './postponement.js';
import { changedOf } from './write.js';

/** Moves a milestone to a later day; where that passes a gate that depends on it, asks its sponsor first. */
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
    const gates = await stake(ctx, tx, project, milestone, wanted.to);
    const sponsorId = gates.length === 0 ? null : await whoConsents(ctx, tx, project);
    if (gates.length > 0 && sponsorId === null) return { kind: 'nobody' };
    // Who would be asked moves it themselves.
    const own = sponsorId !== null && may(person, 'consent-postponement', { programId: program.id, sponsorId }).allowed;
    if (sponsorId === null || own) return move(ctx, tx, project, milestone, wanted);
    const open = await tx.postponements.openOf(milestone.id);
    if (open) return { kind: 'waiting', seen: await seenOf(ctx, tx, open, project, milestone) };
    const { quietFrom, quietTo } = program.policy.prompts;
    const tellAt = nextLoudMoment({ ...ctx, quietFrom, quietTo, timeZone: program.timeZone });
    const asked = await tx.postponements.add({
      programId: program.id,
      projectId: project.id,
      milestoneId: milestone.id,
      fromDay: milestone.due,
      toDay: wanted.to,
      reason: wanted.reason,
      askedById: person.id,
      sponsorId,
      at: ctx.now,
      tellAt,
      cause: ctx.cause,
    });
    await logPostponement(ctx, tx, person.id, 'ask-postponement', asked, `${ctx.cause}:asked`);
    const seen = await seenOf(ctx, tx, asked, project, milestone);
    if (tellAt === null) await tellSponsor(ctx, tx, seen);
    return { kind: 'asked', seen };
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

/** The project's sponsor; where it has none, the commander. */
async function whoConsents(ctx: Ctx, tx: Transaction, { id, fields }: LedgerProjectRow): Promise<number | null> {
  return fields.sponsorId ?? (await tx.obstacles.seats(ctx.program.id, id, null)).commander;
}
