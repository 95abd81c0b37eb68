import type { LocalDay } from './day.js';
import { type ReviewSlot, type SlotStanding, slotStanding } from './review.js';
import type { BoardSlot } from './review-board.js';

/** How a slot stands on a calendar; `open`: its day is past, its period is not, and nobody said what became of it. */
export const CALENDAR_STANDINGS = ['held', 'spared', 'merged', 'missed', 'open', 'ahead'] as const;
export type CalendarStanding = SlotStanding | 'open';

export type CalendarSlot = {
  readonly slot: ReviewSlot;
  readonly standing: CalendarStanding;
  /** The review that it was merged into. */
  readonly into: string | null;
};

/** The slots whose day lies in the month that begins on `month`, by day; of one day in the order that they come in. */
export function calendarOf(
  slots: readonly (BoardSlot & { readonly into: string | null })[],
  month: LocalDay,
  today: LocalDay,
): readonly CalendarSlot[] {
  return slots
    .filter(({ slot }) => slot.day.slice(0, 7) === month.slice(0, 7))
    .map(({ slot, outcome, over, into }): CalendarSlot => {
      const standing = slotStanding(outcome, over);
      return { slot, standing: standing === 'ahead' && slot.day < today ? 'open' : standing, into };
    })
    .sort(({ slot: one }, { slot: other }) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

/** How many stand in each way; those that are none are left out. They add up to all. */
export function countStandings(
  slots: readonly CalendarSlot[],
): readonly { readonly standing: CalendarStanding; readonly count: number }[] {
  return CALENDAR_STANDINGS.map((standing) => ({
    standing,
    count: slots.filter((slot) => slot.standing === standing).length,
  })).filter(({ count }) => count > 0);
}
