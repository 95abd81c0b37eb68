import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, Outcome } from '../../feature.js';
import { deniedRefusal } from './messages/refusals.js';
import type { Denied } from './model.js';

/** What a coordinator may do about people; of the program, not of a single thing. */
type ActionOnProgram = 'tie-account' | 'change-roles' | 'change-positions' | 'hand-over';

/** Why a person may not do `action`; null where they may. The first line of every verb. */
export function whyNot(ctx: Ctx, action: ActionOnProgram): Denied | null {
  const permission = may(ctx.person, action, { programId: ctx.program.id });
  return permission.allowed ? null : { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
}

/** The same as an answer: asked before a form is opened. */
export function refusedTo(ctx: Ctx, action: ActionOnProgram): Outcome | null {
  const denied = whyNot(ctx, action);
  return denied && deniedRefusal(denied, ctx.language);
}
