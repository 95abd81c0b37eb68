import { z } from 'zod';
import { isLocalDay, type LocalDay } from '../../domain/day.js';
import { TRIP_CHOICES } from '../../domain/promotion/trips.js';
import { defineId } from '../../slack/blocks.js';

const month = z.custom<LocalDay>((value) => typeof value === 'string' && isLocalDay(value));
const proposal = z.object({ procedure: z.string(), month });
export type Proposal = Readonly<z.infer<typeof proposal>>;

/** `cause`: the report that ended the approval, whose answer asks. */
const answer = z.object({
  project: z.number(),
  step: z.string(),
  trips: z.literal(TRIP_CHOICES),
  cause: z.string(),
});
export type TripPress = Readonly<z.infer<typeof answer>>;

/** The buttons of this feature. */
export const ids = {
  answer: defineId('trip.answer', answer),
  propose: defineId('trip.propose', proposal),
  dismiss: defineId('trip.dismiss', proposal),
};
