import type { LocalDay } from '../../../../domain/day.js';
import { type GateAtStake, gatesAtStake } from '../../../../domain/gate-at-stake.js';
import { actsFor } from '../../../../domain/leave.js';
import { nextLoudMoment } from '../../../../domain/obstacle/quiet.js';
import { denialWords, may } from '../../../../domain/permission.js';
import type { Ctx, JobCtx } from '../../../../feature.js';
import type { Transaction } from '../../../../store/index.js';
import type { LedgerMilestoneRow, LedgerProjectRow } from '../../../../store/ledger-projects.js';
import type { Contact } from '../../../../store/people.js';
import type { Postponement } from '../../../../store/postponements.js';
import { answerMessage, consentMessage } from '../view/postpone.js';
import { apply, type Changed, changedOf, type Denied, tellThread } from './change.js';

export type WantedPostponement = {
  readonly projectId: number;
  readonly milestoneId: number;
  readonly to: LocalDay;
  readonly reason: string;
};

/** A wish with all that its messages say. */
export type SeenPostponement = {
  readonly postponement: Postponement;
  readonly project: LedgerProjectRow;
  readonly milestone: LedgerMilestoneRow;
  readonly gates: readonly GateAtStake[];
  readonly askedBy: Contact | null;
  readonly sponsor: Contact | null;
  readonly decidedBy: Contact | null;
};

export type Postponed =
  | Changed
  /** Its day passes a gate: the sponsor was asked. `waiting`: they had been asked before. */
  | { readonly kind: 'asked' | 'waiting'; readonly seen: SeenPostponement }
  | { readonly kind: 'gone' | 'stale' }
  | { readonly kind: 'not-later' | 'past' | 'done' | 'not-open' | 'nobody' }
  | Denied;

/** Moves a milestone to a later day; where that passes a gate that depends on it, asks its sponsor first. */
export async function postpone(ctx: Ctx, wanted: WantedPostponement): Promise<Postponed> {
  const { program, person } = ctx;
  return ctx.store.transaction(async (tx): Promise<Postponed> => {
    const project = await tx.ledgerProjects.byId(program.id, wanted.projectId);
    const milestone = project?.milestones.find(({ id }) => id === wanted.milestoneId);
    if (!project || !milestone) return { kind: 'gone' };
    const permission = may(person, 'postpone-milestone', thingOf(project, milestone));
    if (!permission.allowed) return { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
    if (ctx.again) {
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

async function move(
  ctx: Ctx,
  tx: Transaction,
  project: LedgerProjectRow,
  milestone: LedgerMilestoneRow,
  { to, reason }: Pick<WantedPostponement, 'to' | 'reason'>,
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

const thingOf = (project: LedgerProjectRow, milestone: LedgerMilestoneRow) => ({
  programId: project.programId,
  ownerId: project.fields.ownerId,
  coOwnerIds: project.coOwnerIds,
  unitId: project.fields.unitId,
  sponsorId: project.fields.sponsorId,
  milestoneOwnerId: milestone.ownerId,
});

async function stake(
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

/** The project's sponsor; where it has none, the commander. */
async function whoConsents(ctx: Ctx, tx: Transaction, { id, fields }: LedgerProjectRow): Promise<number | null> {
  return fields.sponsorId ?? (await tx.obstacles.seats(ctx.program.id, id, null)).commander;
}

async function seenOf(
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

const subjectOf = ({ id }: Postponement) => `postponement:${id}`;

/** The sponsor's question; once it was decided, what came of it, in its place. Who stands in for them is asked instead. */
async function tellSponsor(
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

/** Sponsors are asked what came in quiet hours when those are over. */
export async function tellUntold(ctx: JobCtx): Promise<void> {
  await ctx.store.transaction(async (tx) => {
    for (const asked of await tx.postponements.takeUntold(ctx.program.id, ctx.now)) {
      const found = await withProject(ctx, tx, asked);
      if (found) await tellSponsor(ctx, tx, found);
    }
  });
}

async function withProject(
  ctx: Pick<JobCtx, 'program' | 'now' | 'today'>,
  tx: Transaction,
  postponement: Postponement,
): Promise<SeenPostponement | null> {
  const project = await tx.ledgerProjects.byId(ctx.program.id, postponement.projectId);
  const milestone = project?.milestones.find(({ id }) => id === postponement.milestoneId);
  return project && milestone ? seenOf(ctx, tx, postponement, project, milestone) : null;
}

export type Consented =
  | { readonly kind: 'decided' | 'already'; readonly seen: SeenPostponement }
  | { readonly kind: 'gone' | 'stale' }
  | Denied;

/** The sponsor consents, or says why not. Whoever comes second hears what the first one said. */
export async function decide(ctx: Ctx, id: number, refusedWhy: string | null): Promise<Consented> {
  const { program, person } = ctx;
  return ctx.store.transaction(async (tx): Promise<Consented> => {
    const asked = await tx.postponements.lock(program.id, id);
    if (!asked) return { kind: 'gone' };
    const permission = may(person, 'consent-postponement', { programId: program.id, sponsorId: asked.sponsorId });
    if (!permission.allowed) return { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
    const seen = await withProject(ctx, tx, asked);
    if (!seen) return { kind: 'gone' };
    if (asked.standing !== 'asked') return { kind: ctx.again ? 'decided' : 'already', seen };
    const { project, milestone } = seen;
    // The day was changed by other ways meanwhile, or there is nothing to postpone any more: the wish is of yesterday.
    const gone =
      milestone.due !== asked.fromDay || milestone.doneOn !== null || project.fields.standing === 'withdrawn';
    const standing = gone ? 'withdrawn' : refusedWhy === null ? 'granted' : 'refused';
    if (standing === 'granted') {
      const moved = await move(ctx, tx, project, milestone, { to: asked.toDay, reason: asked.reason });
      if (moved.kind === 'stale') return moved;
    }
    await tx.postponements.decide(id, { standing, byId: person.id, at: ctx.now, why: refusedWhy });
    const decided: Postponement = { ...asked, standing, decidedById: person.id, decidedAt: ctx.now, why: refusedWhy };
    await logPostponement(ctx, tx, person.id, `${standing}-postponement`, decided, `${ctx.cause}:decided`);
    const decidedBy = { ...person, language: ctx.language };
    const now = { ...seen, postponement: decided, decidedBy };
    await tellSponsor(ctx, tx, now);
    await tellAsker(ctx, tx, now);
    return { kind: 'decided', seen: now };
  });
}

async function tellAsker(ctx: Ctx, tx: Transaction, seen: SeenPostponement): Promise<void> {
  const { program } = ctx;
  const { askedBy } = seen;
  if (!askedBy?.slackUserId || askedBy.id === ctx.person.id) return;
  await tx.posts.write({
    workspaceId: program.workspaceId,
    programId: program.id,
    channelId: askedBy.slackUserId,
    subject: `${subjectOf(seen.postponement)}:answer`,
    body: answerMessage(seen, askedBy.language, program.year),
    at: ctx.now,
  });
  tx.deliver(askedBy.slackUserId);
}

const logPostponement = (
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
