import { nextLoudMoment } from '../../domain/obstacle.js';
import type { Ctx, JobCtx } from '../../feature.js';
import type { Message } from '../../message.js';
import type { Complaint } from '../../store/complaints.js';
import type { Transaction } from '../../store/index.js';
import type { Contact } from '../../store/people.js';
import type { Language } from '../../text/language.js';
import { answeredMessage, answeredNote, complaintMessage } from './messages/complaint.js';

/** What was said in quiet hours is told when they are over. */
export async function notifyWaiting(ctx: JobCtx): Promise<void> {
  await ctx.store.transaction(async (tx) => {
    for (const complaint of await tx.complaints.takeUntold(ctx.program.id, ctx.now)) await notify(ctx, tx, complaint);
  });
}

/** Keeps what was said, and tells it at once but in quiet hours. */
export async function keep(ctx: Ctx, tx: Transaction, text: string, personId: number | null, answersId: number | null) {
  const { program, now, cause } = ctx;
  const tellAt = nextLoudMoment({ ...ctx, ...program.policy.prompts, timeZone: program.timeZone });
  const kept = await tx.complaints.add({ programId: program.id, personId, text, answersId, at: now, tellAt, cause });
  if (kept !== null && tellAt === null) await notify(ctx, tx, kept);
}

async function notify(ctx: JobCtx, tx: Transaction, complaint: Complaint): Promise<void> {
  const coordinators = await reachable(tx, ctx.program.id);
  const by = await contactOf(ctx, tx, complaint.personId);
  if (complaint.answersId === null) {
    await notifyAll(ctx, tx, coordinators, `complaint:${complaint.id}`, (language) =>
      complaintMessage({ id: complaint.id, by, text: complaint.text }, language),
    );
    return;
  }
  const about = await tx.complaints.byId(ctx.program.id, complaint.answersId);
  const asker = about === null ? null : await contactOf(ctx, tx, about.personId);
  if (!about || !asker || !by) return;
  await notifyAll(ctx, tx, [asker], `complaint:${complaint.id}`, (language) =>
    answeredMessage(by, about.text, complaint.text, language),
  );
  const others = coordinators.filter(({ id }) => id !== by.id && id !== asker.id);
  await notifyAll(ctx, tx, others, `complaint-told:${complaint.id}`, (language) =>
    answeredNote(by, asker, complaint.text, language),
  );
}

/** A person as they can be written to; null: said without a name. */
export const contactOf = async (ctx: JobCtx, tx: Transaction, id: number | null): Promise<Contact | null> =>
  id === null ? null : ((await tx.people.contacts(ctx.program.workspaceId, [id])).get(id) ?? null);

/** The coordinators who have an account. */
export const reachable = async (tx: Transaction, programId: number): Promise<readonly Contact[]> =>
  (await tx.people.coordinators(programId)).filter(({ slackUserId }) => slackUserId !== null);

async function notifyAll(
  ctx: JobCtx,
  tx: Transaction,
  to: readonly Contact[],
  dedupeKey: string,
  message: (language: Language) => Message,
): Promise<void> {
  await tx.notifyAll(
    ctx,
    to.flatMap(({ id, slackUserId, language }) =>
      slackUserId === null ? [] : [{ to: slackUserId, dedupeKey: `${dedupeKey}:${id}`, message: message(language) }],
    ),
  );
}
