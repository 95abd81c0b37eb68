import type { Ctx, Outcome } from '../../feature.js';
import type { Contact } from '../../store/people.js';
import { anonymously, MOST_COMPLAINT } from './line.js';
import { sentMessage } from './messages/complaint.js';
import { complaintForm } from './messages/complaint-form.js';
import { faultErrors, faultRefusal } from './messages/complaint-refusals.js';
import type { ComplaintFault } from './model.js';
import { keep, reachable } from './notify.js';

/** The form of a complaint or wish. */
export async function openComplaint(ctx: Ctx): Promise<Outcome> {
  return { kind: 'view', view: complaintForm(ctx) };
}

/** `/gongjian 意见 匿名 催得太勤` */
export async function complainByLine(ctx: Ctx, typed: string): Promise<Outcome> {
  const { anonymous, text } = anonymously(typed);
  if (text.trim() === '') return openComplaint(ctx);
  const result = await complain(ctx, text, anonymous);
  return result.kind === 'sent' ? sent(ctx, result.to, anonymous) : faultRefusal(result, ctx.language);
}

/** The form as it was sent: what is wrong is said at the text, which stays. */
export async function complainByForm(
  ctx: Ctx,
  _: unknown,
  { text, anonymous }: { readonly text: string | null; readonly anonymous: readonly string[] },
): Promise<Outcome> {
  const result = await complain(ctx, text ?? '', anonymous.length > 0);
  return result.kind === 'sent' ? sent(ctx, result.to, anonymous.length > 0) : faultErrors(result, ctx.language);
}

const sent = (ctx: Ctx, to: readonly Contact[], anonymous: boolean): Outcome => ({
  kind: 'say',
  message: sentMessage(to, anonymous, ctx.language),
});

type Complained = { readonly kind: 'sent'; readonly to: readonly Contact[] } | ComplaintFault;

/** Hands a complaint to every coordinator who can be reached, when the quiet hours are over. */
async function complain(ctx: Ctx, text: string, anonymous: boolean): Promise<Complained> {
  const complaint = text.trim();
  if (complaint === '') return { kind: 'empty' };
  if (complaint.length > MOST_COMPLAINT) return { kind: 'too-long' };
  return ctx.store.transaction(async (tx): Promise<Complained> => {
    const to = await reachable(tx, ctx.program.id);
    if (to.length === 0) return { kind: 'nobody' };
    await keep(ctx, tx, complaint, anonymous ? null : ctx.person.id, null);
    return { kind: 'sent', to };
  });
}
