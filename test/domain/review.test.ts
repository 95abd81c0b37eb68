import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDay, localDay, monthEnd, weekday } from '../../src/domain/day.js';
import {
  agendaDay,
  type HeldReview,
  heldReviews,
  type ReviewSlot,
  SLOT_OUTCOMES,
  type SlotOutcome,
  settle,
  slotIn,
  slotStanding,
  slotsOf,
  tallySlots,
} from '../../src/domain/review.js';
import { workCalendar } from '../../src/time/calendar.js';

const calendar = workCalendar();
const day = localDay;
const name = { zh: '会', en: 'Review' };
const weekly = { every: 'week', from: day('2020-03-23') } as const;
const later = { from: day('2020-04-01') } as const;
/** The six ones of 2020. */
const SIX: readonly HeldReview[] = [
  { key: 'problem-supervision', name, ...weekly, day: 2, at: '09:00' },
  { key: 'firm-visit', name, ...weekly, day: 4, at: '14:30' },
  { key: 'promotion-meeting', name, ...later, every: 'half-month', day: 7, at: '15:00' },
  { key: 'city-session', name, ...later, every: 'half-month', day: 10, at: '09:00' },
  { key: 'town-office', name, ...later, every: 'month', day: 18, at: '09:00' },
  { key: 'economic-analysis', name, ...later, every: 'month', day: 20, at: '15:00' },
];
const [supervision, , promotion] = SIX as [HeldReview, HeldReview, HeldReview];
const YEAR_END = day('2020-12-31');
const year = SIX.flatMap((review) => slotsOf(review, review.from ?? YEAR_END, YEAR_END, calendar));

describe('the slots of 2020', () => {
  it('are 82 weekly, 36 half-monthly and 18 monthly ones: 136', () => {
    const of = (...keys: string[]) => year.filter(({ review }) => keys.includes(review)).length;
    expect(of('problem-supervision', 'firm-visit')).toBe(82);
    expect(of('promotion-meeting', 'city-session')).toBe(36);
    expect(of('town-office', 'economic-analysis')).toBe(18);
    expect(year).toHaveLength(136);
    expect(new Set(year.map(({ review, period }) => `${review} ${period}`)).size).toBe(136);
  });

  it('lie on working days of their period, and close with its last', () => {
    for (const { day: at, closes, period } of year) {
      expect(calendar.isWorkday(at)).toBe(true);
      expect(calendar.isWorkday(closes)).toBe(true);
      expect(at >= period && at <= closes).toBe(true);
    }
  });

  it('the agenda for Tuesday 23 June stands on Monday the 22nd; holidays between are passed over', () => {
    const slot = slotIn(supervision, day('2020-06-22'), calendar);
    expect(slot).toMatchObject({ day: '2020-06-23', closes: '2020-06-28' });
    expect(slot && agendaDay(slot, calendar)).toBe('2020-06-22');
    const october = slotIn(supervision, day('2020-10-05'), calendar);
    expect(october).toMatchObject({ day: '2020-10-09', closes: '2020-10-10' });
    expect(october && agendaDay(october, calendar)).toBe('2020-09-30');
  });

  it('a day that its half-month has not, or that is off to its end, moves forward in it', () => {
    const late: HeldReview = { ...promotion, day: 15 };
    expect(slotIn(late, day('2020-02-16'), calendar)).toMatchObject({ day: '2020-02-28' });
    expect(slotIn(late, day('2020-08-01'), calendar)).toMatchObject({ day: '2020-08-14', closes: '2020-08-14' });
  });

  it('a period in which nobody works has none, and one begun before is not due', () => {
    const off = { isWorkday: (at: LocalDay) => at < '2020-06-22' || at > '2020-06-28', announced: () => true };
    expect(slotIn(supervision, day('2020-06-22'), off)).toBeNull();
    const june = slotsOf(supervision, day('2020-06-16'), day('2020-07-05'), off);
    expect(june.map(({ period }) => period)).toEqual(['2020-06-29']);
  });

  it('only a review with a day and an hour is called', () => {
    expect(heldReviews([{ key: 'named', name, every: 'week' }, supervision])).toEqual([supervision]);
  });
});

/** Whether a slot is over on the evening of a day, found the long way: no working day of its period is left after it. */
function overByHand(slot: ReviewSlot, evening: LocalDay): boolean {
  const { every } = SIX.find(({ key }) => key === slot.review) as HeldReview;
  const inPeriod = (at: LocalDay): boolean =>
    every === 'week'
      ? at < addDays(slot.period, 7)
      : every === 'month'
        ? at <= monthEnd(slot.period)
        : at.slice(0, 7) === slot.period.slice(0, 7) && (slot.period.endsWith('01') ? at.slice(8) <= '15' : true);
  for (let at = slot.period; inPeriod(at); at = addDays(at, 1)) {
    if (calendar.isWorkday(at) && at > evening) return false;
  }
  return true;
}

describe('what became of them', () => {
  it('on every day of the year held, spared, merged and missed are those due so far', () => {
    const outcomes = fc.array(fc.option(fc.constantFrom<SlotOutcome>(...SLOT_OUTCOMES)), {
      minLength: 136,
      maxLength: 136,
    });
    fc.assert(
      fc.property(outcomes, (pressed) => {
        const slots = year.map((slot, at) => ({ slot, outcome: pressed[at] ?? null }));
        for (let today = day('2020-03-22'); today <= YEAR_END; today = addDays(today, 1)) {
          const evening = today;
          const tally = tallySlots(slots, ({ closes }) => closes <= evening);
          const due = slots.filter(({ slot }) => overByHand(slot, evening));
          expect(tally.due).toBe(due.length);
          expect(tally.held + tally.spared + tally.merged + tally.missed).toBe(due.length);
          expect(tally.missed).toBe(due.filter(({ outcome }) => outcome === null).length);
          expect(tally.due + tally.ahead).toBe(136);
        }
      }),
      { numRuns: 4 },
    );
    expect(tallySlots([], () => true).due).toBe(0);
  });

  it('the week of 22 June is missed only after the Sunday that was worked', () => {
    const slot = slotIn(supervision, day('2020-06-22'), calendar) as ReviewSlot;
    expect(weekday(slot.closes)).toBe(7);
    expect(slotStanding(null, false)).toBe('ahead');
    expect(slotStanding(null, true)).toBe('missed');
    expect(slotStanding('spared', true)).toBe('spared');
  });

  it('is written down once, not before its period, not after it, and merged only on its day', () => {
    const slot = slotIn(supervision, day('2020-07-06'), calendar) as ReviewSlot;
    const other = slotIn(promotion, day('2020-07-01'), calendar) as ReviewSlot;
    expect(other.day).toBe(slot.day);
    const on = (today: string, over = false) => ({ today: day(today), over });
    expect(settle(slot, null, 'held', on('2020-07-07'))).toBeNull();
    expect(settle(slot, 'spared', 'held', on('2020-07-07'))).toBe('settled');
    expect(settle(slot, null, 'held', on('2020-07-13', true))).toBe('over');
    expect(settle(slot, null, 'held', on('2020-07-05'))).toBe('early');
    expect(settle(slot, null, 'spared', on('2020-07-05'))).toBeNull();
    expect(settle(slot, null, 'merged', { ...on('2020-07-06'), into: other })).toBeNull();
    expect(settle(slot, null, 'merged', on('2020-07-06'))).toBe('not-same-day');
    expect(settle(slot, null, 'merged', { ...on('2020-07-06'), into: slot })).toBe('not-same-day');
    const into = (intoOutcome: SlotOutcome) =>
      settle(slot, null, 'merged', { ...on('2020-07-06'), into: other, intoOutcome });
    expect(into('held')).toBeNull();
    expect(into('spared')).toBe('not-held-itself');
    expect(into('merged')).toBe('not-held-itself');
  });
});
