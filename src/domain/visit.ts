import type { LocalDay } from './day.js';
import type { ObstacleStanding } from './obstacle/state.js';
import type { ObstacleKind, Words } from './plan.js';
import type { ReviewSlot } from './review.js';
import { addWorkdays, type WorkCalendar } from './workday.js';

/** Ours: within so many working days a firm hears what becomes of what it needs. */
export const ANSWER_WORKDAYS: Readonly<Record<ObstacleKind, number>> = {
  'stumbling-block': 1,
  roadblock: 3,
  shackle: 15,
};

/** Ours: so many needs are written down at once, each of so many letters at most. */
export const NEEDS_AT_ONCE = 5;
export const LONGEST_NEED = 100;

/** Whom a review goes to in turn: the project of a firm, or a town. */
export type Subject = { readonly projectId: number | null; readonly unitId: number | null };
export const NO_SUBJECT: Subject = { projectId: null, unitId: null };

/** When somebody was visited, or is about to be. */
export type Turn = { readonly subject: number; readonly day: LocalDay };

/** Who is next, the first first: who was never visited, as the plan has them, then who was visited longest ago. */
export function inTurn(subjects: readonly number[], turns: readonly Turn[]): readonly number[] {
  const last = new Map<number, LocalDay>();
  for (const { subject, day } of turns) {
    const before = last.get(subject);
    if (before === undefined || day > before) last.set(subject, day);
  }
  const dayOf = (subject: number) => last.get(subject) ?? '';
  return [...subjects].sort((one, other) => (dayOf(one) < dayOf(other) ? -1 : dayOf(one) > dayOf(other) ? 1 : 0));
}

/** Who comes after somebody, and after the last one the first; null: there is nobody else. */
export function nextInTurn(order: readonly number[], now: number | null): number | null {
  const next = order[(now === null ? -1 : order.indexOf(now)) + 1] ?? order[0];
  return next === undefined || next === now ? null : next;
}

/** What a firm needed on a visit, and how the obstacle that it became stands. */
export type Need = {
  readonly standing: ObstacleStanding;
  readonly claimed: boolean;
  readonly answerBy: LocalDay;
  /** Where it is: a unit, or what its rung is called. */
  readonly at: Words;
};

/** What became of what a firm needed last: where what is left is, where that is one place. */
export type NeedsTold = {
  readonly all: number;
  readonly done: number;
  readonly unanswered: number;
  readonly at: Words | null;
};

/** The day by which a need that is told on a day is answered. */
export const answerDay = (
  kind: ObstacleKind,
  told: LocalDay,
  calendar: WorkCalendar,
  workdays: Readonly<Record<ObstacleKind, number>> = ANSWER_WORKDAYS,
): LocalDay => addWorkdays(told, workdays[kind], calendar);

/** Nobody took it on by its day: a claim with its promise is an answer, and so is its end. */
export const isUnanswered = ({ standing, claimed, answerBy }: Need, today: LocalDay): boolean =>
  standing === 'open' && !claimed && answerBy < today;

export function needsTold(needs: readonly Need[], today: LocalDay): NeedsTold {
  const left = needs.filter(({ standing }) => standing !== 'closed');
  const [first] = left;
  const together = first !== undefined && left.every(({ at }) => at.zh === first.at.zh);
  return {
    all: needs.length,
    done: needs.length - left.length,
    unanswered: left.filter((need) => isUnanswered(need, today)).length,
    at: together ? first.at : null,
  };
}

export type VisitRefusal = 'settled' | 'over' | 'outside' | 'day-off' | 'same-day';

/** Whether a visit may be put off, or brought forward, to a day: a working day of its own period that is still to come. */
export function moveVisit(
  { day, period, closes }: ReviewSlot,
  to: LocalDay,
  given: {
    readonly settled: boolean;
    readonly over: boolean;
    readonly today: LocalDay;
    readonly calendar: WorkCalendar;
  },
): VisitRefusal | null {
  if (given.settled) return 'settled';
  if (given.over) return 'over';
  if (to < period || to > closes || to < given.today) return 'outside';
  if (!given.calendar.isWorkday(to)) return 'day-off';
  return to === day ? 'same-day' : null;
}
