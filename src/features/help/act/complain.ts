import { nextLoudMoment } from '../../../domain/obstacle.js';
import { denialWords, may } from '../../../domain/permission.js';
import type { Ctx, JobCtx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import type { Complaint } from '../../../store/complaints.js';
import type { Transaction } from '../../../store/index.js';
import type { Contact } from '../../../store/people.js';
import type { Language } from '../../../text/language.js';
import { MOST_COMPLAINT } from '../input.js';
import { answeredMessage, answeredNote, complaintMessage } from '../view/complaint.js';

export type Complained =
  | { readonly kind: 'sent'; readonly to: readonly Contact[] }
  | { readonly kind: 'empty' | 'too-long' | 'nobody' };

/** Hands a complaint to every coordinator who can be reached, when the quiet hours are over. */
export async function complain(ctx: Ctx, text: string, anonymous: boolean): Promise<Complained> {
  const said = text.trim();
  if (said === '') return { kind: 'empty' };
  if (said.length > MOST_COMPLAINT) return { kind: 'too-long' };
  return ctx.store.transaction(async (tx): Promise<Complained> => {
    const to = await reachable(tx, ctx.program.id);
    if (to.length === 0) return { kind: 'nobody' };
    await keep(ctx, tx, said, anonymous ? null : ctx.person.id, null);
    return { kind: 'sent', to };
  });
}

export type Replied =
  | { readonly kind: 'replied' }
  | { readonly kind: 'empty' | 'too-long' | 'unreachable' }
  | { readonly kind: 'denied'; readonly why: string };

/** Why somebody may not answer, in words; null: they may. */
export function whyNoReply({ person, program, language }: Ctx): string | null {
  const permission = may(person, 'answer-complaint', { programId: program.id });
  return permission.allowed ? null : denialWords(permission.denied, language);
}

/** A coordinator's answer to whoever complained; the other coordinators are told that it was answered. */
export async function reply(ctx: Ctx, id: number, text: string): Promise<Replied> {
  const { program, person } = ctx;
  const why = whyNoReply(ctx);
  if (why !== null) return { kind: 'denied', why };
  const said = text.trim();
  if (said === '') return { kind: 'empty' };
  if (said.length > MOST_COMPLAINT) return { kind: 'too-long' };
  return ctx.store.transaction(async (tx): Promise<Replied> => {
    const complaint = await tx.complaints.byId(program.id, id);
    const asker = complaint === null ? null : await contactOf(ctx, tx, complaint.personId);
    if (!complaint || !asker?.slackUserId) return { kind: 'unreachable' };
    await keep(ctx, tx, said, person.id, complaint.id);
    return { kind: 'replied' };
  });
}

/** What was said in quiet hours is told when they are over. */
export async function tellUntold(ctx: JobCtx): Promise<void> {
  await ctx.store.transaction(async (tx) => {
    for (const complaint of await tx.complaints.takeUntold(ctx.program.id, ctx.now)) await tell(ctx, tx, complaint);
  });
}

async function keep(ctx: Ctx, tx: Transaction, text: string, personId: number | null, answersId: number | null) {
  const { program, now, cause } = ctx;
  const tellAt = nextLoudMoment({ ...ctx, ...program.policy.prompts, timeZone: program.timeZone });
  const kept = await tx.complaints.add({ programId: program.id, personId, text, answersId, at: now, tellAt, cause });
  if (kept !== null && tellAt === null) await tell(ctx, tx, kept);
}

async function tell(ctx: JobCtx, tx: Transaction, said: Complaint): Promise<void> {
  const coordinators = await reachable(tx, ctx.program.id);
  const by = await contactOf(ctx, tx, said.personId);
  if (said.answersId === null) {
    await post(ctx, tx, coordinators, `complaint:${said.id}`, (language) =>
      complaintMessage({ id: said.id, by, text: said.text }, language),
    );
    return;
  }
  const about = await tx.complaints.byId(ctx.program.id, said.answersId);
  const asker = about === null ? null : await contactOf(ctx, tx, about.personId);
  if (!about || !asker || !by) return;
  await post(ctx, tx, [asker], `complaint:${said.id}`, (language) =>
    answeredMessage(by, about.text, said.text, language),
  );
  const others = coordinators.filter(({ id }) => id !== by.id && id !== asker.id);
  await post(ctx, tx, others, `complaint-told:${said.id}`, (language) => answeredNote(by, asker, said.text, language));
}

const contactOf = async (ctx: JobCtx, tx: Transaction, id: number | null): Promise<Contact | null> =>
  id === null ? null : ((await tx.people.contacts(ctx.program.workspaceId, [id])).get(id) ?? null);

const reachable = async (tx: Transaction, programId: number): Promise<readonly Contact[]> =>
  (await tx.people.coordinators(programId)).filter(({ slackUserId }) => slackUserId !== null);

async function post(
  { program, now }: JobCtx,
  tx: Transaction,
  to: readonly Contact[],
  subject: string,
  body: (language: Language) => Message,
): Promise<void> {
  const { id: programId, workspaceId } = program;
  const reached = to.flatMap(({ id, slackUserId, language }) =>
    slackUserId === null ? [] : [{ id, slackUserId, language }],
  );
  await tx.posts.writeAll(
    reached.map(({ id, slackUserId, language }) => ({
      workspaceId,
      programId,
      channelId: slackUserId,
      subject: `${subject}:${id}`,
      body: body(language),
      at: now,
    })),
  );
  for (const { slackUserId } of reached) tx.deliver(slackUserId);
}
