import type { Program } from '../../domain/program.js';
import { type HeldReview, heldReviews } from '../../domain/review.js';
import type { Language } from '../../text/language.js';

/** Those that the plan gives a day and an hour, in its order. */
export const reviewsOf = (program: Pick<Program, 'policy'>): readonly HeldReview[] =>
  heldReviews(program.policy.mechanisms.reviews);

/** What a review is called in a row; one that the plan no longer has goes by its key. */
export function reviewName(program: Pick<Program, 'policy'>, key: string, language: Language): string {
  const review = program.policy.mechanisms.reviews.find((each) => each.key === key);
  return (review?.short ?? review?.name)?.[language] ?? key;
}
