import type { ItemState } from './action-item.js';
import { addDays, dayAt, daysBetween, instantAt, type LocalDay } from './day.js';
import { FORECAST_WINDOW_DAYS } from './forecast.js';
import type { ClearedCase } from './obstacle/lessons.js';
import { tellLife } from './obstacle/life.js';
import { MATTERS, type Matter, RUNGS, type Rung } from './plan.js';
import { type WorkCalendar, workdaysBetween } from './workday.js';

/** The plan's own limit: more nobody acts on. */
export const LESSONS_MOST = 3;
export const LONGEST_LESSON = 300;
/** Ours: for so many days after its gate, looking back is offered to who leads reviews. */
export const OFFERED_DAYS = 14;

/** From a gate's lookback: that day and the days since the gate before it. */
export type GateSpan = { readonly from: LocalDay; readonly to: LocalDay };

type Program = { readonly from: LocalDay; readonly to: LocalDay };

/** The days that are looked back upon: of every gate, and the year's end. */
export function lookbackDays(gates: readonly LocalDay[], { from, to }: Program): readonly LocalDay[] {
  return [...new Set([...gates, to])].filter((day) => day >= from && day <= to).sort();
}

/** What a gate's lookback is about; null: no gate is on that day. */
export function spanOf(gate: LocalDay, gates: readonly LocalDay[], program: Program): GateSpan | null {
  const days = lookbackDays(gates, program);
  const place = days.indexOf(gate);
  const before = days[place - 1];
  return place < 0 ? null : { from: before === undefined ? program.from : addDays(before, 1), to: gate };
}

/** The day on which it was foretold. */
export const foretoldOn = (gate: LocalDay): LocalDay => addDays(gate, -FORECAST_WINDOW_DAYS);

/** Working days that the obstacles of a matter spent at a rung. */
export type LostDays = { readonly matter: Matter; readonly rung: Rung; readonly workdays: number };

/**
 * Working days that obstacles spent at each rung within a span, by their matter, those that are open to its end. Days of one
 * span are in no other, so the spans of a year add up to it.
 */
export function daysLost(
  cases: readonly ClearedCase[],
  { from, to }: GateSpan,
  { calendar, timeZone }: { readonly calendar: WorkCalendar; readonly timeZone: string },
): readonly LostDays[] {
  const lost = new Map<string, number>();
  const before = addDays(from, -1);
  const end = instantAt(addDays(to, 1), '00:00', timeZone) - 1;
  for (const { matter, steps, departmentId } of cases) {
    const lived = steps.filter(({ at }) => at <= end);
    for (const { rung, from: came, to: went } of tellLife(lived, departmentId, end).stays) {
      const [first, last] = [later(dayAt(came, timeZone), before), dayAt(went, timeZone)];
      if (last <= first) continue;
      const key = `${matter} ${rung}`;
      lost.set(key, (lost.get(key) ?? 0) + workdaysBetween(first, last, calendar));
    }
  }
  return MATTERS.flatMap((matter) =>
    RUNGS.flatMap((rung): LostDays[] => {
      const workdays = lost.get(`${matter} ${rung}`) ?? 0;
      return workdays === 0 ? [] : [{ matter, rung, workdays }];
    }),
  );
}

export type ItemsInTime = {
  readonly all: number;
  readonly inTime: number;
  readonly late: number;
  readonly open: number;
};

/** Of the items that were to be done within a span by the day that was decided first: in time, late and open add up to all. */
export function itemsInTime(items: readonly ItemState[], { from, to }: GateSpan): ItemsInTime {
  const due = items.filter(({ standing, firstDue }) => standing !== 'dropped' && firstDue >= from && firstDue <= to);
  const done = due.filter(({ endedOn }) => endedOn !== null);
  const inTime = done.filter(({ endedOn, firstDue }) => endedOn !== null && endedOn <= firstDue).length;
  return { all: due.length, inTime, late: done.length - inTime, open: due.length - done.length };
}

/** A lesson as it stands: it waits for a decision, became an item, or was dropped. */
export type LessonStanding = 'open' | 'item' | 'dropped';

export const lessonStanding = (lesson: {
  readonly item: object | null;
  readonly droppedAt: number | null;
}): LessonStanding => (lesson.item !== null ? 'item' : lesson.droppedAt !== null ? 'dropped' : 'open');

/** The first place of a gate's lessons that is free; null: as many stand as may. */
export function freePlace(taken: readonly number[]): number | null {
  for (let place = 1; place <= LESSONS_MOST; place++) if (!taken.includes(place)) return place;
  return null;
}

/** The gates to look back upon now: lately passed, or with a lesson that waits; the newest first. */
export function offeredGates(
  days: readonly LocalDay[],
  waiting: readonly LocalDay[],
  today: LocalDay,
): readonly LocalDay[] {
  return days
    .filter((day) => day < today && (daysBetween(day, today) <= OFFERED_DAYS || waiting.includes(day)))
    .sort()
    .reverse();
}

// Days are text, and Math.max knows none.
const later = (one: LocalDay, other: LocalDay): LocalDay => (one > other ? one : other);
