import { type Instant, instantAt, type LocalDay } from './day.js';
import { actsFor, type Leave } from './leave.js';
import { type LadderPolicy, type ObstacleKind, RUNGS, type Rung, type Words } from './plan.js';
import { halfWayAt } from './reminder.js';
import { DEADLINE_TIME, deadline, type WorkCalendar } from './workday.js';

export const RUNG_LABELS: Readonly<Record<Rung, Words>> = {
  unit: { zh: '责任单位', en: 'unit' },
  department: { zh: '职能部门', en: 'responsible department' },
  sponsor: { zh: '包保领导', en: 'sponsor' },
  commander: { zh: '一线总指挥', en: 'commander' },
};

/**
 * What a case keeps of the plan's policy from its first day to its last: a change of policy is for those that come
 * after. Working days per rung; a rung without any is not on the ladder of its kind.
 */
export type LadderTerms = {
  readonly start: Rung;
  readonly workdays: Readonly<Partial<Record<Rung, number>>>;
  readonly verifyWorkdays: number;
  /** See LadderPolicy. */
  readonly promiseTimes: number;
  readonly confirmWorkdays: number;
};

/** Who is named at each rung; null: nobody is. The department's seat is that of the department which has the case. */
export type Seats = Readonly<Record<Rung, number | null>>;

/** Why a rung was passed by: nobody is named there, or who is named is away and nobody stands in. */
export type Skipped = {
  readonly rung: Rung;
  readonly why: 'none-named' | 'on-leave';
  readonly personId: number | null;
};

/** Where a case comes to rest: who is named there, who acts on that day, and what was passed on the way. */
export type Landing = {
  readonly rung: Rung;
  readonly holderId: number | null;
  readonly actingId: number | null;
  readonly skipped: readonly Skipped[];
};

/** The time that a rung has: the working days counted, and the moments at which half of it and all of it is over. */
export type RungClock = {
  readonly from: LocalDay;
  readonly counted: readonly LocalDay[];
  readonly deadline: Instant;
  /** When who has it is reminded, see halfWayAt. */
  readonly halfWay: Instant | null;
};

/** What clocks are reckoned by. */
export type Reckoning = {
  readonly calendar: WorkCalendar;
  readonly timeZone: string;
  /** `HH:mm`: when a half-way reminder goes out, and when the morning's messages do. */
  readonly reminderTime: string;
  readonly morningTime: string;
};

export function ladderTerms(policy: LadderPolicy, kind: ObstacleKind): LadderTerms {
  const { start, workdays } = policy.kinds[kind];
  const { verifyWorkdays, promiseTimes, confirmWorkdays } = policy;
  return { start, workdays, verifyWorkdays, promiseTimes, confirmWorkdays };
}

/** Whether two policies say the same for a case. */
export function sameTerms(one: LadderTerms, other: LadderTerms): boolean {
  return (
    one.start === other.start &&
    one.verifyWorkdays === other.verifyWorkdays &&
    one.promiseTimes === other.promiseTimes &&
    one.confirmWorkdays === other.confirmWorkdays &&
    RUNGS.every((rung) => one.workdays[rung] === other.workdays[rung])
  );
}

/** The rungs of a case from its start to the top. */
export function rungsOf(terms: LadderTerms): readonly Rung[] {
  return RUNGS.slice(RUNGS.indexOf(terms.start)).filter((rung) => terms.workdays[rung] !== undefined);
}

/** The rung above, or null at the top. */
export function rungAbove(rung: Rung, terms: LadderTerms): Rung | null {
  return rungsOf(terms).find((each) => RUNGS.indexOf(each) > RUNGS.indexOf(rung)) ?? null;
}

/** Working days that a rung has; an urgent case has half of them, rounded up. */
export function workdaysAt(rung: Rung, terms: LadderTerms, urgent: boolean): number {
  const workdays = terms.workdays[rung] ?? 0;
  return urgent ? Math.ceil(workdays / 2) : workdays;
}

/** The clock of a rung that was reached on `from`: it counts from the next working day, to `DEADLINE_TIME`. */
export function rungClock(from: LocalDay, workdays: number, by: Reckoning): RungClock {
  const { day, counted } = deadline(from, workdays, by.calendar);
  return {
    from,
    counted,
    deadline: instantAt(day, DEADLINE_TIME, by.timeZone),
    halfWay: halfWayAt(counted, by),
  };
}

/**
 * Lets a case come to rest at `from` or, where nobody is available, at the next rung at once. At the top it stays,
 * even with nobody there: then `actingId` is null and somebody must be told.
 */
export function land(from: Rung, terms: LadderTerms, seats: Seats, leaves: readonly Leave[], day: LocalDay): Landing {
  const skipped: Skipped[] = [];
  for (let rung: Rung = from; ; ) {
    const holderId = seats[rung];
    const actingId = holderId === null ? null : actsFor(holderId, day, leaves).personId;
    const above = rungAbove(rung, terms);
    if (actingId !== null || above === null) return { rung, holderId, actingId, skipped };
    skipped.push({ rung, why: holderId === null ? 'none-named' : 'on-leave', personId: holderId });
    rung = above;
  }
}
