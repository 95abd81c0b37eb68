import type { LocalDay } from '../../domain/day.js';
import { moveVisit, type VisitRefusal } from '../../domain/visit.js';
import type { Ctx, Outcome } from '../../feature.js';
import { isOver, tellAgenda } from '../review/door.js';
import { log } from './log.js';
import { movedMessage, moveForm } from './messages/move-form.js';
import { fieldFault, visitRefusal } from './messages/refusals.js';
import type { Visit } from './model.js';
import { visitFor } from './visit.js';

/** Asks for another day; what is settled or over is said now. */
export async function openMove(ctx: Ctx, { slot }: { readonly slot: number }): Promise<Outcome> {
  const found = await visitFor(ctx, slot);
  if ('refused' in found) return found.refused;
  const refused = check(ctx, found.visit, found.visit.slot.day);
  // Only the day itself is still to be said.
  if (refused === 'settled' || refused === 'over') return visitRefusal(ctx, refused, found.visit.slot);
  return moveForm(ctx, found.visit);
}

/** The visit is on another day of its period: the agenda says so. */
export async function moveTo(
  ctx: Ctx,
  { slot: id }: { readonly slot: number },
  { to }: { readonly to: LocalDay | null },
): Promise<Outcome> {
  const found = await visitFor(ctx, id);
  if ('refused' in found) return found.refused;
  if (to === null) return fieldFault(ctx, 'outside');
  return ctx.store.transaction(async (tx): Promise<Outcome> => {
    const slot = await tx.reviewSlots.take(ctx.program.id, found.visit.slot);
    if (await tx.once(ctx)) return { kind: 'say', message: movedMessage(ctx, { ...found.visit, slot }) };
    const refused = check(ctx, { ...found.visit, slot }, to);
    if (refused !== null) return fieldFault(ctx, refused);
    await tx.reviewSlots.move(slot.id, to);
    await log(ctx, tx, slot, 'visit-moved', { from: slot.day, to });
    const moved = { ...slot, day: to, version: slot.version + 1 };
    await tellAgenda(ctx, tx, moved);
    return { kind: 'say', message: movedMessage(ctx, { ...found.visit, slot: moved }) };
  });
}

const check = (ctx: Ctx, { slot, planned }: Visit, to: LocalDay): VisitRefusal | null =>
  moveVisit({ ...planned, day: slot.day }, to, {
    settled: slot.outcome !== null,
    over: isOver(ctx, planned),
    today: ctx.today,
    calendar: ctx.calendar,
  });
