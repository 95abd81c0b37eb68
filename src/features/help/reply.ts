import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, Outcome } from '../../feature.js';
import { MOST_COMPLAINT } from './line.js';
import { repliedMessage } from './messages/complaint.js';
import { replyForm } from './messages/complaint-form.js';
import { faultErrors, faultRefusal } from './messages/complaint-refusals.js';
import type { ComplaintFault } from './model.js';
import { contactOf, keep } from './notify.js';

/** The form of a coordinator's answer. */
export async function openReply(ctx: Ctx, { id }: { readonly id: number }): Promise<Outcome> {
  const denied = deniedReply(ctx);
  return denied ? faultRefusal(denied, ctx.language) : { kind: 'view', view: replyForm(ctx, id) };
}

/** The form as it was sent: what is wrong is said at the text, which stays. */
export async function replyByForm(
  ctx: Ctx,
  { id }: { readonly id: number },
  { text }: { readonly text: string | null },
): Promise<Outcome> {
  const result = await reply(ctx, id, text ?? '');
  return result.kind === 'replied'
    ? { kind: 'say', message: repliedMessage(ctx.language) }
    : faultErrors(result, ctx.language);
}

type Replied = { readonly kind: 'replied' } | ComplaintFault;

/** A coordinator's answer to whoever complained; the other coordinators are told that it was answered. */
async function reply(ctx: Ctx, id: number, text: string): Promise<Replied> {
  const denied = deniedReply(ctx);
  if (denied) return denied;
  if (text === '') return { kind: 'empty' };
  if (text.length > MOST_COMPLAINT) return { kind: 'too-long' };
  return ctx.store.transaction(async (tx): Promise<Replied> => {
    const complaint = await tx.complaints.byId(ctx.program.id, id);
    const asker = complaint === null ? null : await contactOf(ctx, tx, complaint.personId);
    if (!complaint || !asker?.slackUserId) return { kind: 'unreachable' };
    await keep(ctx, tx, text, ctx.person.id, complaint.id);
    return { kind: 'replied' };
  });
}

function deniedReply({ person, program, language }: Ctx): ComplaintFault | null {
  const permission = may(person, 'answer-complaint', { programId: program.id });
  return permission.allowed ? null : { kind: 'denied', why: denialWords(permission.denied, language) };
}
