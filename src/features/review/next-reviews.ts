import { addDays } from '../../domain/day.js';
import { may } from '../../domain/permission.js';
import { dueFrom, slotsOf } from '../../domain/review.js';
import { type ReviewBoard, reviewBoard } from '../../domain/review-board.js';
import type { Ctx } from '../../feature.js';
import { isOver, reviewsOf } from './reviews.js';

const LOOKS_AHEAD = 31;
const LOOKS_BACK = 14;

/** The reviews that come next and those that were missed, to who leads them; null: to nobody else, or there is none. */
export async function nextReviews(ctx: Ctx): Promise<ReviewBoard | null> {
  const { store, program, person, today, calendar } = ctx;
  const reviews = reviewsOf(program);
  if (reviews.length === 0 || !may(person, 'lead-review', { programId: program.id }).allowed) return null;
  const cases = new Map(
    (await store.reviewSlots.ofProgram(program.id)).map((each) => [`${each.review} ${each.period}`, each.outcome]),
  );
  const until = addDays(today, LOOKS_AHEAD);
  const slots = reviews.flatMap((review) =>
    slotsOf(review, dueFrom(review, program.from), until, calendar)
      .filter(({ period }) => period <= program.to)
      .map((slot) => ({
        slot,
        outcome: cases.get(`${slot.review} ${slot.period}`) ?? null,
        over: isOver(ctx, slot),
      })),
  );
  return reviewBoard(slots, { today, since: addDays(today, -LOOKS_BACK) });
}
