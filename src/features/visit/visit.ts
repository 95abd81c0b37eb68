import { denialWords, may } from '../../domain/permission.js';
import { slotIn } from '../../domain/review.js';
import type { Ctx, Outcome } from '../../feature.js';
import { reviewsOf } from '../review/door.js';
import { deniedRefusal, visitRefusal } from './messages/refusals.js';
import type { Visit } from './model.js';

/** The visit of a slot, to who may act on it: those who lead reviews, and who sponsors the firm's project. Else why not. */
export async function visitFor(
  ctx: Ctx,
  slotId: number,
): Promise<{ readonly visit: Visit } | { readonly refused: Outcome }> {
  const { program, person, store } = ctx;
  const slot = await store.reviewSlots.byId(program.id, slotId);
  const firm = (await store.names(program)).byId.get(slot?.projectId ?? 0);
  const permission = may(person, 'visit-firm', { programId: program.id, sponsorId: firm?.sponsorId ?? null });
  if (!permission.allowed) return { refused: deniedRefusal(ctx, denialWords(permission.denied, ctx.language)) };
  const review = reviewsOf(program).find(({ key }) => key === slot?.review);
  const planned = slot && review ? slotIn(review, slot.period, ctx.calendar) : null;
  if (slot === null || review === undefined || planned === null || firm === undefined)
    return { refused: visitRefusal(ctx, 'gone') };
  return { visit: { slot, review, planned, firm } };
}
