import type { LocalDay } from './day.js';
import type { ReviewSlot, SlotOutcome } from './review.js';

/** A slot with what became of it, and whether its last working day is over. */
export type BoardSlot = { readonly slot: ReviewSlot; readonly outcome: SlotOutcome | null; readonly over: boolean };

/** More that were missed are not told at once. */
export const MISSED_SHOWN = 3;

export type ReviewBoard = {
  /** Of each review the next that is still to come, the earliest first. */
  readonly next: readonly ReviewSlot[];
  /** Their day is past and their period is not over: somebody has to say what became of them. */
  readonly unsettled: readonly ReviewSlot[];
  /** Their period went by since a day; the newest first. */
  readonly missed: readonly ReviewSlot[];
};

/** What is to come, to be settled, and missed, of slots of which nothing is settled. */
export function reviewBoard(
  slots: readonly BoardSlot[],
  { today, since }: { readonly today: LocalDay; readonly since: LocalDay },
): ReviewBoard {
  const open = slots.filter(({ outcome }) => outcome === null);
  const running = open.filter(({ over }) => !over).map(({ slot }) => slot);
  const next = new Map<string, ReviewSlot>();
  for (const slot of running) {
    const before = next.get(slot.review);
    if (slot.day >= today && (before === undefined || slot.day < before.day)) next.set(slot.review, slot);
  }
  const missed = open.filter(({ slot, over }) => over && slot.closes >= since).map(({ slot }) => slot);
  const byDay = (one: ReviewSlot, other: ReviewSlot) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0);
  return {
    next: [...next.values()].sort(byDay),
    unsettled: running.filter(({ day }) => day < today).sort(byDay),
    missed: missed.sort(byDay).reverse().slice(0, MISSED_SHOWN),
  };
}
