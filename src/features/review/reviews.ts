import { instantAt, type LocalDay } from '../../domain/day.js';
import type { Program } from '../../domain/program.js';
import { dueFrom, type HeldReview, heldReviews, periodStart, type ReviewSlot, slotIn } from '../../domain/review.js';
import { DEADLINE_TIME } from '../../domain/workday.js';
import type { Language } from '../../text/language.js';
import type { Acts } from './model.js';

/** Those that the plan gives a day and an hour, in its order. */
export const reviewsOf = (program: Pick<Program, 'policy'>): readonly HeldReview[] =>
  heldReviews(program.policy.mechanisms.reviews);

/** What a review is called in a row; one that the plan no longer has goes by its key. */
export function reviewName(program: Pick<Program, 'policy'>, key: string, language: Language): string {
  const review = program.policy.mechanisms.reviews.find((each) => each.key === key);
  return (review?.short ?? review?.name)?.[language] ?? key;
}

/** The slot of a review that is planned for a day, or null. */
export function slotOn(ctx: Pick<Acts, 'program' | 'calendar'>, review: HeldReview, day: LocalDay): ReviewSlot | null {
  const start = periodStart(review.every, day);
  if (start < dueFrom(review, ctx.program.from) || start > ctx.program.to) return null;
  const slot = slotIn(review, start, ctx.calendar);
  return slot?.day === day ? slot : null;
}

/** Whether a slot's last working day is over. */
export const isOver = ({ now, program }: Pick<Acts, 'now' | 'program'>, { closes }: ReviewSlot): boolean =>
  now >= instantAt(closes, DEADLINE_TIME, program.timeZone);
