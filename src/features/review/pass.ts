import { denialWords, may } from '../../domain/permission.js';
import { slotIn } from '../../domain/review.js';
import type { Ctx, Outcome } from '../../feature.js';
import { agendaTo, log } from './agenda.js';
import { deniedRefusal, slotRefusal } from './messages/refusals.js';
import { isOver, reviewsOf } from './reviews.js';
import { agendaMessage, tellAgenda } from './tell-agenda.js';

/**
 * The turn goes on to the next, and the agenda is written anew for them. Who was passed over is still the one who waited
 * longest: their turn comes with the next slot.
 */
export async function passTurn(ctx: Ctx, pressed: { readonly slot: number; readonly from: number }): Promise<Outcome> {
  const { program, person, store, now } = ctx;
  const permission = may(person, 'lead-review', { programId: program.id });
  if (!permission.allowed) return deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
  const found = await store.reviewSlots.byId(program.id, pressed.slot);
  const review = reviewsOf(program).find(({ key }) => key === found?.review);
  const planned = found && review ? slotIn(review, found.period, ctx.calendar) : null;
  if (found === null || review === undefined || planned === null) return slotRefusal(ctx, 'passed', null);
  const slot = { ...planned, day: found.day };
  const { lines, subject } = await agendaTo(ctx, review, slot, found);
  return store.transaction(async (tx): Promise<Outcome> => {
    const before = await tx.reviewSlots.take(program.id, slot);
    if (await tx.once(ctx)) return { kind: 'nothing' };
    if (before.outcome !== null) return slotRefusal(ctx, 'settled', before);
    if (isOver(ctx, planned)) return slotRefusal(ctx, 'over', before);
    // Somebody passed it on since the button was shown: the agenda says to whom.
    if ((before.projectId ?? before.unitId) !== pressed.from) return slotRefusal(ctx, 'passed', before);
    if ((subject.projectId ?? subject.unitId) === pressed.from) return slotRefusal(ctx, 'nobody-else', before);
    await tx.reviewSlots.setAgenda(before.id, before.day, lines, subject, now);
    await log(ctx, tx, before, 'turn-passed', { from: pressed.from, to: subject.projectId ?? subject.unitId });
    const passed = { ...before, ...subject, agenda: lines, version: before.version + 1 };
    const told = await tellAgenda(ctx, tx, passed);
    return told
      ? { kind: 'nothing' }
      : { kind: 'replace', message: await agendaMessage(ctx, tx, passed, ctx.language) };
  });
}
