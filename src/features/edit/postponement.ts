import { dayAt, type LocalDay } from '../../domain/day.js';
import { atStake, dependingGates, type GateAtStake } from '../../domain/gate-at-stake.js';
import { actsFor } from '../../domain/leave.js';
import { effectOfMove, type MoveEffect } from '../../domain/postponement.js';
import type { Ctx, JobCtx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { LedgerMilestoneRow, LedgerProjectRow } from '../../store/ledger-projects.js';
import type { Postponement } from '../../store/postponements.js';
import { consentMessage } from './messages/postponement.js';
import type { Changed, SeenPostponement } from './model.js';
import { apply, changedOf, tellThread } from './write.js';

type Moment = Pick<JobCtx, 'program' | 'now' | 'today'>;

/** The coming gates that depend on a milestone by the day that it has. */
export async function gatesOf(
  ctx: Moment,
  tx: Transaction,
  { fields, stage, milestones }: LedgerProjectRow,
  milestone: LedgerMilestoneRow,
): Promise<readonly GateAtStake[]> {
  const goals = await tx.facts.goals(ctx.program.id, { moment: ctx.now, knownAt: ctx.now });
  const { category, standing } = fields;
  const steps = milestones.map((each) => (each.id === milestone.id ? milestone : each));
  return dependingGates(goals, { category, standing, stage, milestones: steps }, milestone.id, ctx.today);
}

/** What a later day does to lights and pace, as of now. */
async function effectOf(
  ctx: Moment,
  tx: Transaction,
  project: LedgerProjectRow,
  milestone: LedgerMilestoneRow,
  to: LocalDay,
): Promise<MoveEffect | null> {
  const { program, now, today } = ctx;
  const [state] = await tx.facts.current(program, now, [project.id]);
  if (!state) return null;
  const reportingSince = (await tx.facts.firstReportDay(program)) ?? today;
  const context = { today, programFrom: program.from, reportingSince, policy: program.policy.light };
  return effectOfMove(state, milestone.name, { from: milestone.due, to }, context);
}

export async function seenOf(
  ctx: Moment,
  tx: Transaction,
  postponement: Postponement,
  project: LedgerProjectRow,
  milestone: LedgerMilestoneRow,
): Promise<SeenPostponement> {
  const { askedById, consenterId, decidedById, fromDay, toDay } = postponement;
  const ids = [askedById, consenterId, ...(decidedById === null ? [] : [decidedById])];
  const people = await tx.people.contacts(ctx.program.workspaceId, ids);
  const asked = { ...milestone, due: fromDay };
  return {
    postponement,
    project,
    milestone,
    askedOn: dayAt(postponement.askedAt, ctx.program.timeZone),
    gates: atStake(await gatesOf(ctx, tx, project, asked), toDay),
    effect: await effectOf(ctx, tx, project, asked, toDay),
    askedBy: people.get(askedById) ?? null,
    consenter: people.get(consenterId) ?? null,
    decidedBy: people.get(decidedById ?? 0) ?? null,
  };
}

export const dedupeKeyOf = ({ id }: Postponement) => `postponement:${id}`;

/** The consenter's question; once it was decided, what came of it, in its place. Who stands in for them is asked instead. */
export async function tellConsenter(ctx: Moment, tx: Transaction, seen: SeenPostponement): Promise<void> {
  const { program } = ctx;
  const leaves = await tx.leaves.from(program.id, ctx.today);
  const { consenterId, askedById } = seen.postponement;
  const standIn = actsFor(consenterId, ctx.today, leaves).personId ?? consenterId;
  // Nobody is asked to consent to their own wish, whoever they stand in for.
  const actingId = standIn === askedById ? consenterId : standIn;
  const acting = (await tx.people.contacts(program.workspaceId, [actingId])).get(actingId);
  const known = await tx.posts.byDedupeKey(program.workspaceId, dedupeKeyOf(seen.postponement));
  const channelId = known?.channelId ?? acting?.slackUserId;
  if (!channelId) return;
  await tx.posts.write({
    workspaceId: program.workspaceId,
    programId: program.id,
    channelId,
    dedupeKey: dedupeKeyOf(seen.postponement),
    body: consentMessage(seen, acting?.language ?? 'zh', program.year),
    at: ctx.now,
  });
  tx.deliver(channelId);
}

export async function withProject(
  ctx: Moment,
  tx: Transaction,
  postponement: Postponement,
): Promise<SeenPostponement | null> {
  const project = await tx.ledgerProjects.byId(ctx.program.id, postponement.projectId);
  const milestone = project?.milestones.find(({ id }) => id === postponement.milestoneId);
  return project && milestone ? seenOf(ctx, tx, postponement, project, milestone) : null;
}

/** The milestone has its new day, with the reason in the log and a line in the thread. `consented`: somebody agreed to it. */
export async function move(
  ctx: Ctx,
  tx: Transaction,
  project: LedgerProjectRow,
  milestone: LedgerMilestoneRow,
  { to, reason, consented }: { readonly to: LocalDay; readonly reason: string; readonly consented: boolean },
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
  const moved = new Set(consented ? [milestone.id] : []);
  if ((await apply(ctx, tx, [change], moved)) === 'stale') return { kind: 'stale' };
  const changed = await changedOf(ctx, tx, project, milestone.name, before, after, reason);
  await tellThread(ctx, tx, changed);
  return changed;
}

export const logPostponement = (
  ctx: Ctx,
  tx: Transaction,
  personId: number,
  action: string,
  { id, projectId, milestoneId, fromDay, toDay, reason, standing, seat, why }: Postponement,
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
      after: { projectId, milestoneId, due: toDay, reason, standing, seat, ...(why === null ? {} : { why }) },
      cause,
    },
  ]);
