import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, Outcome } from '../../feature.js';
import { deniedRefusal } from './messages/refusals.js';

/** What somebody is answered who may not see to the programs of a workspace; null where they may. */
export function refusedTo(ctx: Ctx): Outcome | null {
  const permission = may(ctx.person, 'manage-programs', { programId: ctx.program.id });
  return permission.allowed ? null : deniedRefusal(denialWords(permission.denied, ctx.language), ctx.language);
}
