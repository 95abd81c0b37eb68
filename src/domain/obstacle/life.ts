import { dayAt, type Instant } from '../day.js';
import type { Rung } from '../plan.js';
import { type WorkCalendar, workdaysBetween } from '../workday.js';
import type { Step } from './step.js';

export type Logged = { readonly at: Instant; readonly step: Step };

/** How long a case was at a rung; `unitId`: the department that had it there. */
export type Stay = {
  readonly rung: Rung;
  readonly unitId: number | null;
  readonly from: Instant;
  readonly to: Instant;
};

/** Promises that came to an end at a rung: kept, where it was resolved before the day was over, or missed. */
export type PromiseEnd = { readonly rung: Rung; readonly unitId: number | null; readonly kept: boolean };

/**
 * What the life of a case tells: how long each rung had it, which promises were kept. Waiting to be confirmed or verified
 * is nobody's delay. `departmentId`: who has the matter, until the log says otherwise. `until`: where somebody has it still,
 * it is told as if it ended then.
 */
export function tellLife(steps: readonly Logged[], departmentId: number | null, until?: Instant) {
  const stays: Stay[] = [];
  const promises: PromiseEnd[] = [];
  let rung: Rung | null = null;
  let from: Instant | null = null;
  let flagged: Instant | null = null;
  let department = firstDepartment(steps) ?? departmentId;
  let promised = false;
  const unitId = () => (rung === 'department' ? department : null);
  const leave = (to: Instant) => {
    if (rung !== null && from !== null) stays.push({ rung, unitId: unitId(), from, to });
  };
  const end = (kept: boolean) => {
    if (promised && rung !== null) promises.push({ rung, unitId: unitId(), kept });
    promised = false;
  };
  for (const { at, step } of steps) {
    switch (step.kind) {
      case 'flagged':
        rung = step.rung;
        flagged = at;
        from = step.confirmation ? null : at;
        break;
      case 'confirmed':
        from = at;
        break;
      case 'claimed':
        from ??= at;
        promised = true;
        break;
      case 'raised':
        if (step.why === 'promise') end(false);
        promised = false;
        leave(at);
        department = step.toUnitId ?? department;
        rung = step.to;
        from = at;
        break;
      case 'lapsed':
        end(false);
        break;
      case 'handed-over':
        promised = false;
        if (step.rung !== undefined) leave(at);
        department = step.toUnitId;
        if (step.rung !== undefined) {
          rung = step.rung;
          from = at;
        }
        break;
      case 'sorted':
        if (step.rung === undefined) break;
        leave(at);
        department = step.toUnitId ?? department;
        rung = step.rung;
        if (from !== null) from = at;
        break;
      case 'resolved':
        if (step.none) promised = false;
        end(true);
        // Whoever cleared it without a word had it from the first.
        from ??= flagged;
        leave(at);
        from = null;
        break;
      case 'returned':
        from = at;
        break;
      case 'withdrawn':
        leave(at);
        from = null;
        break;
    }
  }
  if (until !== undefined) leave(until);
  return { stays, promises };
}

/** Of a case that went to another department: who had it before. */
function firstDepartment(steps: readonly Logged[]): number | null {
  for (const { step } of steps) {
    if (step.kind === 'handed-over') return step.fromUnitId;
    if (step.kind === 'sorted' && step.rung !== undefined) return step.fromUnitId ?? null;
  }
  return null;
}

/** Working days at each rung, in the order in which the case came there; a rung that had it twice is one. */
export function daysAtRungs(
  stays: readonly Stay[],
  { calendar, timeZone }: { readonly calendar: WorkCalendar; readonly timeZone: string },
): readonly { readonly rung: Rung; readonly unitId: number | null; readonly workdays: number }[] {
  const rungs = new Map<string, { rung: Rung; unitId: number | null; workdays: number }>();
  for (const { rung, unitId, from, to } of stays) {
    const key = `${rung} ${unitId}`;
    const known = rungs.get(key) ?? { rung, unitId, workdays: 0 };
    const workdays = workdaysBetween(dayAt(from, timeZone), dayAt(to, timeZone), calendar);
    rungs.set(key, { ...known, workdays: known.workdays + workdays });
  }
  return [...rungs.values()];
}
