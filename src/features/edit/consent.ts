import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, JobCtx, Outcome } from '../../feature.js';
import { plain } from '../../slack/blocks.js';
import type { Transaction } from '../../store/index.js';
import type { Postponement } from '../../store/postponements.js';
import { alreadyWords, answerMessage, consentMessage, decidedWords } from './messages/postponement.js';
import { consentersRefusal, formFaults, formKept, notChanged } from './messages/refusals.js';
import { refuseForm } from './messages/refuse-form.js';
import type { Consented, SeenPostponement } from './model.js';
import { dedupeKeyOf, logPostponement, move, tellConsenter, withProject } from './postponement.js';

type OfPostponement = { readonly postponement: number };

export async function consent(ctx: Ctx, { postponement }: OfPostponement): Promise<Outcome> {
  const { language, program } = ctx;
  const result = await decide(ctx, postponement, null);
  switch (result.kind) {
    case 'decided':
      // The question itself says what was decided.
      return { kind: 'replace', message: consentMessage(result.seen, language, program.year) };
    case 'already':
      return { kind: 'say', message: plain(alreadyWords(result.seen, language)) };
    case 'denied':
      return consentersRefusal(result.why, language);
    default:
      return notChanged(result.kind, language);
  }
}

export async function openRefuse(ctx: Ctx, { postponement }: OfPostponement): Promise<Outcome> {
  const found = await ctx.store.postponements.byId(ctx.program.id, postponement);
  if (!found) return notChanged('gone', ctx.language);
  const permission = may(ctx.person, 'consent-postponement', await thingOf(ctx, ctx.store, found));
  return permission.allowed
    ? refuseForm(ctx, postponement)
    : consentersRefusal(denialWords(permission.denied, ctx.language), ctx.language);
}

export async function refuse(
  ctx: Ctx,
  { postponement }: OfPostponement,
  { why }: { readonly why: string | null },
): Promise<Outcome> {
  const { language } = ctx;
  if (why === null) return formFaults({ why: 'needed' }, language);
  const result = await decide(ctx, postponement, why);
  switch (result.kind) {
    case 'decided':
      return { kind: 'say', message: plain(decidedWords(result.seen, language)) };
    case 'already':
      return { kind: 'say', message: plain(alreadyWords(result.seen, language)) };
    case 'denied':
      return consentersRefusal(result.why, language);
    default:
      return formKept('why', result.kind, language);
  }
}

/** Who consents is asked what came in quiet hours when those are over. */
export async function tellUntold(ctx: JobCtx): Promise<void> {
  await ctx.store.transaction(async (tx) => {
    for (const asked of await tx.postponements.takeUntold(ctx.program.id, ctx.now)) {
      const found = await withProject(ctx, tx, asked);
      if (found) await tellConsenter(ctx, tx, found);
    }
  });
}

/** Whoever is asked consents, or says why not. Whoever comes second hears what the first one said. */
export async function decide(ctx: Ctx, id: number, refusedWhy: string | null): Promise<Consented> {
  const { program, person } = ctx;
  return ctx.store.transaction(async (tx): Promise<Consented> => {
    const asked = await tx.postponements.lock(program.id, id);
    if (!asked) return { kind: 'gone' };
    const permission = may(person, 'consent-postponement', await thingOf(ctx, tx, asked));
    if (!permission.allowed) return { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
    const seen = await withProject(ctx, tx, asked);
    if (!seen) return { kind: 'gone' };
    if (asked.standing !== 'asked') return { kind: ctx.retried ? 'decided' : 'already', seen };
    const { project, milestone } = seen;
    // The day was changed by other ways meanwhile, or there is nothing to postpone any more: the wish is of yesterday.
    const gone =
      milestone.due !== asked.fromDay || milestone.doneOn !== null || project.fields.standing === 'withdrawn';
    const standing = gone ? 'withdrawn' : refusedWhy === null ? 'granted' : 'refused';
    if (standing === 'granted') {
      const moved = await move(ctx, tx, project, milestone, {
        to: asked.toDay,
        reason: asked.reason,
        consented: true,
      });
      if (moved.kind === 'stale') return moved;
    }
    await tx.postponements.decide(id, { standing, byId: person.id, at: ctx.now, why: refusedWhy });
    const decided: Postponement = { ...asked, standing, decidedById: person.id, decidedAt: ctx.now, why: refusedWhy };
    await logPostponement(ctx, tx, person.id, `${standing}-postponement`, decided, `${ctx.cause}:decided`);
    const decidedBy = { ...person, language: ctx.language };
    const now = { ...seen, postponement: decided, decidedBy };
    await tellConsenter(ctx, tx, now);
    await tellAsker(ctx, tx, now);
    return { kind: 'decided', seen: now };
  });
}

async function thingOf(
  { program }: Ctx,
  { ledgerProjects }: Pick<Transaction, 'ledgerProjects'>,
  { projectId, consenterId, askedById }: Postponement,
) {
  const project = await ledgerProjects.byId(program.id, projectId);
  return { programId: program.id, consenterId, askedById, sponsorId: project?.fields.sponsorId ?? null };
}

async function tellAsker(ctx: Ctx, tx: Transaction, seen: SeenPostponement): Promise<void> {
  const { program } = ctx;
  const { askedBy } = seen;
  if (!askedBy?.slackUserId || askedBy.id === ctx.person.id) return;
  await tx.posts.write({
    workspaceId: program.workspaceId,
    programId: program.id,
    channelId: askedBy.slackUserId,
    dedupeKey: `${dedupeKeyOf(seen.postponement)}:answer`,
    body: answerMessage(seen, askedBy.language, program.year),
    at: ctx.now,
  });
  tx.deliver(askedBy.slackUserId);
}
