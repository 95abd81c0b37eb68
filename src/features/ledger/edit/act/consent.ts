import { denialWords, may } from '../../../../domain/permission.js';
import type { Ctx, JobCtx } from '../../../../feature.js';
import type { Transaction } from '../../../../store/index.js';
import type { Postponement } from '../../../../store/postponements.js';
import { answerMessage } from '../view/postpone.js';
import type { Denied } from './change.js';
import { logPostponement, move, type SeenPostponement, subjectOf, tellSponsor, withProject } from './postponement.js';

/** Sponsors are asked what came in quiet hours when those are over. */
export async function tellUntold(ctx: JobCtx): Promise<void> {
  await ctx.store.transaction(async (tx) => {
    for (const asked of await tx.postponements.takeUntold(ctx.program.id, ctx.now)) {
      const found = await withProject(ctx, tx, asked);
      if (found) await tellSponsor(ctx, tx, found);
    }
  });
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
