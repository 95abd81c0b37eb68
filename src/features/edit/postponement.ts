import type { LocalDay } from '../../domain/day.js';
import { type GateAtStake, gatesAtStake } from '../../domain/gate-at-stake.js';
import { actsFor } from '../../domain/leave.js';
import type { Ctx, JobCtx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { LedgerMilestoneRow, LedgerProjectRow } from '../../store/ledger-projects.js';
import type { Postponement } from '../../store/postponements.js';
import { consentMessage } from './messages/postponement.js';
import type { Changed, SeenPostponement } from './model.js';
import { apply, changedOf, tellThread } from './write.js';

/** Which gates a milestone would pass on another day. */
export async function stake(
  ctx: Pick<JobCtx, 'program' | 'now' | 'today'>,
  tx: Transaction,
  { fields, stage, milestones }: LedgerProjectRow,
  milestone: LedgerMilestoneRow,
  to: LocalDay,
): Promise<readonly GateAtStake[]> {
  const goals = await tx.facts.goals(ctx.program.id, { moment: ctx.now, knownAt: ctx.now });
  const { category, standing } = fields;
  return gatesAtStake(goals, { category, standing, stage, milestones }, milestone.id, to, ctx.today);
}

export async function seenOf(
  ctx: Pick<JobCtx, 'program' | 'now' | 'today'>,
  tx: Transaction,
  postponement: Postponement,
  project: LedgerProjectRow,
  milestone: LedgerMilestoneRow,
): Promise<SeenPostponement> {
  const { askedById, sponsorId, decidedById, fromDay, toDay } = postponement;
  const ids = [askedById, sponsorId, ...(decidedById === null ? [] : [decidedById])];
  const people = await tx.people.contacts(ctx.program.workspaceId, ids);
  return {
    postponement,
    project,
    milestone,
    gates: await stake(ctx, tx, project, { ...milestone, due: fromDay }, toDay),
    askedBy: people.get(askedById) ?? null,
    sponsor: people.get(sponsorId) ?? null,
    decidedBy: people.get(decidedById ?? 0) ?? null,
  };
}

export const subjectOf = ({ id }: Postponement) => `postponement:${id}`;

/** The sponsor's question; once it was decided, what came of it, in its place. Who stands in for them is asked instead. */
export async function tellSponsor(
  ctx: Pick<JobCtx, 'program' | 'now' | 'today'>,
  tx: Transaction,
  seen: SeenPostponement,
): Promise<void> {
  const { program } = ctx;
  const leaves = await tx.leaves.from(program.id, ctx.today);
  const { sponsorId } = seen.postponement;
  const actingId = actsFor(sponsorId, ctx.today, leaves).personId ?? sponsorId;
  const acting = (await tx.people.contacts(program.workspaceId, [actingId])).get(actingId);
  const known = await tx.posts.bySubject(program.workspaceId, subjectOf(seen.postponement));
  const channelId = known?.channelId ?? acting?.slackUserId;
  if (!channelId) return;
  await tx.posts.write({
    workspaceId: program.workspaceId,
    programId: program.id,
    channelId,
    subject: subjectOf(seen.postponement),
    body: consentMessage(seen, acting?.language ?? 'zh', program.year),
    at: ctx.now,
  });
  tx.deliver(channelId);
}

export async function withProject(
  ctx: Pick<JobCtx, 'program' | 'now' | 'today'>,
  tx: Transaction,
  postponement: Postponement,
): Promise<SeenPostponement | null> {
  const project = await tx.ledgerProjects.byId(ctx.program.id, postponement.projectId);
  const milestone = project?.milestones.find(({ id }) => id === postponement.milestoneId);
  return project && milestone ? seenOf(ctx, tx, postponement, project, milestone) : null;
}

/** The milestone has its new day, with the reason in the log and a line in the thread. */
export async function move(
  ctx: Ctx,
  tx: Transaction,
  project: LedgerProjectRow,
  milestone: LedgerMilestoneRow,
  { to, reason }: { readonly to: LocalDay; readonly reason: string },
): Promise<Changed | { readonly kind: 'stale' }> {
  const before = { due: milestone.due };
  const after = { due: to };
  const change = {
    kind: 'change-milestone' as const,
    projectId: project.id,
    milestoneId: milestone.id,
    before,
    after,
    reason,
  };
  if ((await apply(ctx, tx, [change])) === 'stale') return { kind: 'stale' };
  const changed = await changedOf(ctx, tx, project, milestone.name, before, after, reason);
  await tellThread(ctx, tx, changed);
  return changed;
}

export const logPostponement = (
  ctx: Ctx,
  tx: Transaction,
  personId: number,
  action: string,
  { id, projectId, milestoneId, fromDay, toDay, reason, standing, why }: Postponement,
  cause: string,
): Promise<void> =>
  tx.activity.add([
    {
      workspaceId: ctx.program.workspaceId,
      programId: ctx.program.id,
      at: ctx.now,
      personId,
      action,
      thing: 'postponement',
      thingId: id,
      before: { due: fromDay },
      after: { projectId, milestoneId, due: toDay, reason, standing, ...(why === null ? {} : { why }) },
      cause,
    },
  ]);
