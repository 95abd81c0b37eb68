import { dayAt, type Instant } from '../day.js';
import { MATTERS, type Matter, RUNGS, type Rung } from '../plan.js';
import { type WorkCalendar, workdaysBetween } from '../workday.js';
import { tellLife } from './life.js';
import type { Step } from './step.js';

/** A cleared case with its life, as lessons look at it. */
export type ClearedCase = {
  readonly matter: Matter;
  /** The unit that had it last at the department's rung; null where it never came there. */
  readonly departmentId: number | null;
  readonly steps: readonly { readonly at: Instant; readonly step: Step }[];
};

/** How long a rung took with a matter, in working days; half of the cases were quicker. */
export type MatterLesson = {
  readonly matter: Matter;
  readonly rung: Rung;
  readonly cases: number;
  readonly median: number;
};

/** How often what a department resolved was returned to it. */
export type ReturnLesson = { readonly unitId: number; readonly resolved: number; readonly returned: number };

/** How many promises were kept at a rung, and how many missed; `unitId`: the department that gave them. */
export type PromiseLesson = {
  readonly rung: Rung;
  readonly unitId: number | null;
  readonly kept: number;
  readonly missed: number;
};

export type Lessons = {
  readonly cleared: number;
  readonly byMatter: readonly MatterLesson[];
  /** Departments to which something was returned, the most often first. */
  readonly returns: readonly ReturnLesson[];
  /** By who gave them, from the lowest rung up; what was missed most often first. */
  readonly promises?: readonly PromiseLesson[];
};

/** What the cleared cases of a span teach: where time goes, and whose clearing does not hold. */
export function lessonsOf(
  cases: readonly ClearedCase[],
  { calendar, timeZone }: { readonly calendar: WorkCalendar; readonly timeZone: string },
): Lessons {
  const spent = new Map<string, number[]>();
  const returns = new Map<number, { resolved: number; returned: number }>();
  for (const each of cases) {
    for (const { rung, from, to } of tellLife(each.steps, each.departmentId).stays) {
      const key = `${each.matter} ${rung}`;
      const days = workdaysBetween(dayAt(from, timeZone), dayAt(to, timeZone), calendar);
      spent.set(key, [...(spent.get(key) ?? []), days]);
    }
    for (const { unitId, kind } of verdictsOf(each)) {
      const counted = returns.get(unitId) ?? { resolved: 0, returned: 0 };
      counted[kind] += 1;
      returns.set(unitId, counted);
    }
  }
  return {
    cleared: cases.length,
    promises: promisesOf(cases),
    byMatter: MATTERS.flatMap((matter) =>
      RUNGS.flatMap((rung): MatterLesson[] => {
        const days = spent.get(`${matter} ${rung}`);
        return days === undefined ? [] : [{ matter, rung, cases: days.length, median: medianOf(days) }];
      }),
    ),
    returns: [...returns]
      .map(([unitId, counted]) => ({ unitId, ...counted }))
      .filter(({ returned }) => returned > 0)
      .sort(
        (one, other) => other.returned - one.returned || one.resolved - other.resolved || one.unitId - other.unitId,
      ),
  };
}

function promisesOf(cases: readonly ClearedCase[]): readonly PromiseLesson[] {
  const byGiver = new Map<string, PromiseLesson>();
  for (const { steps, departmentId } of cases) {
    for (const { rung, unitId, kept } of tellLife(steps, departmentId).promises) {
      const key = `${rung} ${unitId}`;
      const known = byGiver.get(key) ?? { rung, unitId, kept: 0, missed: 0 };
      byGiver.set(key, kept ? { ...known, kept: known.kept + 1 } : { ...known, missed: known.missed + 1 });
    }
  }
  return [...byGiver.values()].sort(
    (one, other) =>
      RUNGS.indexOf(one.rung) - RUNGS.indexOf(other.rung) ||
      other.missed - one.missed ||
      (one.unitId ?? 0) - (other.unitId ?? 0),
  );
}

/** What a department resolved, and what of it was returned. */
function verdictsOf({ steps, departmentId }: ClearedCase) {
  const verdicts: { unitId: number; kind: 'resolved' | 'returned' }[] = [];
  const handed = steps.findIndex(({ step }) => step.kind === 'handed-over');
  let rung: Rung | null = null;
  for (const [place, { step }] of steps.entries()) {
    if (step.kind === 'flagged') rung = step.rung;
    else if (step.kind === 'raised') rung = step.to;
    const over = steps[handed]?.step;
    const unitId: number | null = over?.kind === 'handed-over' && place < handed ? over.fromUnitId : departmentId;
    if (rung === 'department' && unitId !== null && (step.kind === 'resolved' || step.kind === 'returned'))
      verdicts.push({ unitId, kind: step.kind });
  }
  return verdicts;
}

function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
