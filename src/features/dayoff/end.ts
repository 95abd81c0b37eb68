import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, Outcome } from '../../feature.js';
import { fallDueNow, rescheduleHeldBy } from '../obstacle/door.js';
import { dependents, entry, log } from './entry.js';
import { endedMessage, goneMessage } from './messages/entered.js';
import { refusal } from './messages/refusals.js';

/** Ends a leave: before it began it is taken back, while it lasts it is over. */
export async function endLeave(ctx: Ctx, { id }: { readonly id: number }): Promise<Outcome> {
  const { program, language } = ctx;
  const result = await ctx.store.transaction(async (tx) => {
    const leave = await tx.leaves.byId(program.id, id);
    if (!leave) return { kind: 'gone' as const };
    const permission = may(ctx.person, 'enter-leave', { programId: program.id, personId: leave.personId, unitIds: [] });
    if (!permission.allowed) return { kind: 'denied' as const, why: denialWords(permission.denied, language) };
    await tx.leaves.end(program.id, id, ctx.now);
    await log(ctx, tx, 'leave-ended', leave);
    const affected = await rescheduleHeldBy(ctx, tx, await dependents(ctx, tx, leave.personId));
    return { kind: 'ended' as const, entered: await entry(ctx, tx, leave), affected };
  });
  if (result.kind === 'gone') return { kind: 'replace', message: goneMessage(language) };
  if (result.kind === 'denied') return refusal(result.why, language);
  await fallDueNow(ctx, result.affected);
  return { kind: 'replace', message: endedMessage(result.entered, language, program.year) };
}
