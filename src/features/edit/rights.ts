import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, Outcome } from '../../feature.js';
import { deniedRefusal } from './messages/refusals.js';
import type { Denied } from './model.js';

/** Why somebody may not edit the ledger; null where they may. The first line of every verb. */
export function deniedEdit(ctx: Ctx): Denied | null {
  const permission = may(ctx.person, 'edit-ledger', { programId: ctx.program.id });
  return permission.allowed ? null : { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
}

/** The same as an answer: asked before a form is opened. */
export function refusedEdit(ctx: Ctx): Outcome | null {
  const denied = deniedEdit(ctx);
  return denied && deniedRefusal(denied, ctx.language);
}
