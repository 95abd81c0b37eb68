import { addDays, type LocalDay, localDay, monthEnd, weekday } from './day.js';
import type { PlanReview } from './plan.js';
import { nextWorkday, previousWorkday, type WorkCalendar } from './workday.js';

export const REVIEW_PERIODS = ['week', 'half-month', 'month'] as const;
export type ReviewPeriod = (typeof REVIEW_PERIODS)[number];

/** What became of a slot, as somebody pressed. That it was missed nobody presses: its period is over. */
export const SLOT_OUTCOMES = ['held', 'spared', 'merged'] as const;
export type SlotOutcome = (typeof SLOT_OUTCOMES)[number];

/** Ours: the agenda stands at this hour of the working day before. */
export const AGENDA_TIME = '16:00';

/** A review that the plan gives a day and an hour: only such a one is held by us. */
export type HeldReview = PlanReview & Required<Pick<PlanReview, 'day' | 'at'>>;

/** One week, half-month or month in which a review is due once. */
export type ReviewSlot = {
  readonly review: string;
  /** Its first day names it. */
  readonly period: LocalDay;
  /** When it is meant to be held: a working day of its period. */
  readonly day: LocalDay;
  /** The last working day of its period: not held by the end of that, it is missed. */
  readonly closes: LocalDay;
};

/** Those of a plan's reviews that have a day and an hour. */
export const heldReviews = (reviews: readonly PlanReview[]): readonly HeldReview[] =>
  reviews.filter((each): each is HeldReview => each.day !== undefined && each.at !== undefined);

/** The first day of the period that `day` lies in: a week begins on Monday, a half-month on the 1st or the 16th. */
export function periodStart(every: ReviewPeriod, day: LocalDay): LocalDay {
  if (every === 'week') return addDays(day, 1 - weekday(day));
  const second = every === 'half-month' && day.slice(8) > '15';
  return localDay(`${day.slice(0, 8)}${second ? '16' : '01'}`);
}

/** The last day of the period that begins on `start`. */
export function periodEnd(every: ReviewPeriod, start: LocalDay): LocalDay {
  if (every === 'week') return addDays(start, 6);
  return every === 'half-month' && start.slice(8) === '01' ? addDays(start, 14) : monthEnd(start);
}

/**
 * The slot of a review in the period that begins on `start`; null: nobody works in it. The plan's day (of the week, or
 * counted from the period's first) moves to the next working day, or where the period has none left to the last before.
 */
export function slotIn(review: HeldReview, start: LocalDay, calendar: WorkCalendar): ReviewSlot | null {
  const end = periodEnd(review.every, start);
  const closes = calendar.isWorkday(end) ? end : previousWorkday(end, calendar);
  if (closes < start) return null;
  const wanted = earlier(addDays(start, review.day - 1), end);
  const next = calendar.isWorkday(wanted) ? wanted : nextWorkday(wanted, calendar);
  return { review: review.key, period: start, day: earlier(next, closes), closes };
}

/** The slots of a review whose periods begin by `until`, from the day on that the plan says, oldest first. */
export function slotsOf(review: HeldReview, from: LocalDay, until: LocalDay, calendar: WorkCalendar): ReviewSlot[] {
  const slots: ReviewSlot[] = [];
  let start = periodStart(review.every, from);
  // A period that had begun by then is not due in it.
  if (start < from) start = addDays(periodEnd(review.every, start), 1);
  for (; start <= until; start = addDays(periodEnd(review.every, start), 1)) {
    const slot = slotIn(review, start, calendar);
    if (slot) slots.push(slot);
  }
  return slots;
}

/** From which day on a review is due: the plan's, or the program's first. */
export const dueFrom = (review: HeldReview, programFrom: LocalDay): LocalDay => review.from ?? programFrom;

/** The working day on which a slot's agenda is posted. */
export const agendaDay = (slot: ReviewSlot, calendar: WorkCalendar): LocalDay => previousWorkday(slot.day, calendar);

export type SlotStanding = SlotOutcome | 'missed' | 'ahead';

/** How a slot stands: what was pressed, else missed once its last working day is over (18:00), else still ahead. */
export function slotStanding(outcome: SlotOutcome | null, overdue: boolean): SlotStanding {
  return outcome ?? (overdue ? 'missed' : 'ahead');
}

export type SlotTally = Readonly<Record<SlotOutcome | 'missed' | 'due' | 'ahead', number>>;

/** What became of the slots that were due so far: held, spared, merged and missed add up to them. */
export function tallySlots(
  slots: readonly { readonly slot: ReviewSlot; readonly outcome: SlotOutcome | null }[],
  isOver: (slot: ReviewSlot) => boolean,
): SlotTally {
  const tally = { held: 0, spared: 0, merged: 0, missed: 0, due: 0, ahead: 0 };
  for (const { slot, outcome } of slots) {
    const standing = isOver(slot) ? slotStanding(outcome, true) : 'ahead';
    tally[standing] += 1;
    if (standing !== 'ahead') tally.due += 1;
  }
  return tally;
}

export type SlotRefusal = 'settled' | 'over' | 'early' | 'not-same-day' | 'not-held-itself';

/** The day, and of a slot that is merged the one that it goes into, with what became of that. */
type SettledOn = {
  readonly today: LocalDay;
  readonly over: boolean;
  readonly into?: ReviewSlot;
  readonly intoOutcome?: SlotOutcome | null;
};

/** Whether an outcome may be written down for a slot on `today`; what is settled stays, and what is missed is no longer changed. */
export function settle(
  slot: ReviewSlot,
  before: SlotOutcome | null,
  outcome: SlotOutcome,
  { today, over, into, intoOutcome = null }: SettledOn,
): SlotRefusal | null {
  if (before !== null) return 'settled';
  if (over) return 'over';
  if (outcome === 'held' && today < slot.period) return 'early';
  if (outcome === 'merged' && (into === undefined || into.day !== slot.day || into.review === slot.review))
    return 'not-same-day';
  // What is merged into a review that is not held would be held nowhere.
  if (outcome === 'merged' && intoOutcome !== null && intoOutcome !== 'held') return 'not-held-itself';
  return null;
}

// Days are text, and Math.min knows none.
const earlier = (one: LocalDay, other: LocalDay): LocalDay => (one < other ? one : other);
