import type { Instant, LocalDay } from '../domain/day.js';
import type { FactMove, FactStep } from '../domain/digest/facts.js';
import type { Rung, Words } from '../domain/plan.js';
import type { Database } from './database.js';

/** After the first moment, and by the second. */
export type Between = { readonly after: Instant; readonly moment: Instant };

type StepRow = {
  readonly obstacleId: number;
  readonly number: number;
  readonly projectId: number;
  readonly departmentId: number | null;
  readonly at: Date;
  readonly kind: string;
  readonly rung: Rung | null;
  readonly why: string | null;
  readonly none: boolean;
  readonly toUnitId: number | null;
};

/** What happened to dates and obstacles between two digests, from the log: what was done is never taken out of it. */
export function sinceIn(database: Database) {
  return {
    /** The projects of which a date waited for consent at a moment. */
    async awaitingConsent(programId: number, moment: Instant): Promise<readonly number[]> {
      const at = new Date(moment);
      const rows = await database.$queryRaw<{ projectId: number }[]>`
        SELECT "projectId" FROM postponement
        WHERE "programId" = ${programId} AND "askedAt" <= ${at}::timestamptz
          AND ("decidedAt" IS NULL OR "decidedAt" > ${at}::timestamptz)
        ORDER BY id`;
      return rows.map(({ projectId }) => projectId);
    },

    /** Milestones whose day was put off, each with the first day and the last of the span. */
    async moves(programId: number, { after, moment }: Between): Promise<readonly FactMove[]> {
      const rows = await database.$queryRaw<(MoveRow & { readonly at: Date; readonly back: boolean })[]>`
        SELECT m."projectId", m.ordinal, m.name AS milestone, a.before->>'due' AS from, a.after->>'due' AS to, a.at,
               (a.cause LIKE 'undo:%' OR a.cause LIKE '%:undo') AS back
        FROM activity a JOIN milestone m ON m.id = a."thingId"
        WHERE a."programId" = ${programId} AND a.action = 'change-milestone' AND a.after ? 'due'
          AND a.at <= ${new Date(moment)}::timestamptz
          AND a."thingId" IN (SELECT s."thingId" FROM activity s
                              WHERE s."programId" = ${programId} AND s.action = 'change-milestone' AND s.after ? 'due'
                                AND s.at > ${new Date(after)}::timestamptz AND s.at <= ${new Date(moment)}::timestamptz)
        ORDER BY a.id`;
      const lives = new Map<string, Life>();
      for (const row of rows) {
        const key = `${row.projectId}/${row.ordinal}`;
        lives.set(key, grown(lives.get(key), row, row.at.getTime() > after));
      }
      return [...lives.values()].flatMap(({ times, first, from, ...each }) =>
        from !== null && each.to !== null && each.to > from
          ? [{ ...each, from, to: each.to, first: first ?? from, times: Math.max(1, times) }]
          : [],
      );
    },

    /** Obstacles that were flagged or closed, and promises that were kept or missed; in the order of the log. */
    async obstacleSteps(programId: number, { after, moment }: Between): Promise<readonly FactStep[]> {
      const rows = await database.$queryRaw<StepRow[]>`
        SELECT o.id AS "obstacleId", o.number, o."projectId", o."departmentId", a.at, a.after->>'kind' AS kind,
               coalesce(a.after->>'to', a.after->>'rung') AS rung, a.after->>'why' AS why, coalesce((a.after->>'none')::boolean, false) AS none,
               (a.after->>'toUnitId')::int AS "toUnitId"
        FROM activity a JOIN obstacle o ON o.id = a."thingId" AND o."programId" = a."programId"
        WHERE a."programId" = ${programId} AND a.thing = 'obstacle' AND a.at <= ${new Date(moment)}::timestamptz
          AND a."thingId" IN (SELECT s."thingId" FROM activity s WHERE s."programId" = ${programId} AND s.thing = 'obstacle'
                              AND s.at > ${new Date(after)}::timestamptz AND s.at <= ${new Date(moment)}::timestamptz)
        ORDER BY a.id`;
      const lives = new Map<number, StepRow[]>();
      for (const row of rows) lives.set(row.obstacleId, [...(lives.get(row.obstacleId) ?? []), row]);
      const steps = [...lives.values()].flatMap((life) => stepsOfCase(life).filter(({ at }) => at > after));
      const ids = [...new Set(steps.flatMap(({ departmentId }) => departmentId ?? []))];
      const units = await database.$queryRaw<{ id: number; name: Words }[]>`
        SELECT id, name FROM unit WHERE id = ANY(${ids}::int[])`;
      const names = new Map(units.map(({ id, name }) => [id, name]));
      return steps
        .sort((one, other) => one.at - other.at || one.number - other.number)
        .map(({ departmentId, ...step }) => ({ ...step, unitName: names.get(departmentId ?? 0) ?? null }));
    },
  };
}

type StepFact = Omit<FactStep, 'unitName'> & { readonly departmentId: number | null };

/** Why a case was raised that nobody cleared in time. */
const PASSED: ReadonlySet<string> = new Set(['silence', 'promise']);

/** What an obstacle's life tells: a promise is missed where the case climbs or lapses by it, kept where it is resolved before. */
function stepsOfCase(life: readonly StepRow[]): StepFact[] {
  const steps: StepFact[] = [];
  let rung: Rung = 'unit';
  let department: number | null = null;
  let promised = false;
  let late = false;
  for (const { obstacleId, number, projectId, departmentId, at, kind, why, toUnitId, ...step } of life) {
    const tell = (what: FactStep['kind'], inTime = false) => {
      const who = rung === 'department' ? (department ?? departmentId) : null;
      steps.push({ obstacleId, number, projectId, kind: what, rung, departmentId: who, at: at.getTime(), inTime });
    };
    switch (kind) {
      case 'flagged':
        rung = step.rung ?? rung;
        tell('flagged');
        break;
      case 'claimed':
        promised = true;
        break;
      case 'raised':
        late ||= why !== null && PASSED.has(why);
        if (promised && why === 'promise') tell('missed');
        rung = step.rung ?? rung;
        department = toUnitId ?? department;
        promised = false;
        break;
      case 'lapsed':
        late = true;
        if (promised) tell('missed');
        promised = false;
        break;
      case 'handed-over':
        rung = step.rung ?? rung;
        department = toUnitId ?? department;
        promised = false;
        break;
      case 'resolved':
        if (promised && !step.none) tell('kept');
        promised = false;
        break;
      case 'returned':
        promised = false;
        break;
      case 'verified':
        tell('closed', !late);
        break;
      case 'withdrawn':
        tell('closed');
        break;
    }
  }
  return steps;
}

type MoveRow = {
  readonly projectId: number;
  readonly ordinal: number;
  readonly milestone: string;
  readonly from: LocalDay | null;
  readonly to: LocalDay | null;
};

/** A milestone's days as the log tells them: the first, how often it was put off, and what the span did. */
type Life = MoveRow & { readonly first: LocalDay | null; readonly times: number };

function grown(
  life: Life | undefined,
  { projectId, ordinal, milestone, from, to, back }: MoveRow & { readonly back: boolean },
  within: boolean,
): Life {
  const before = life?.times ?? 0;
  const later = from !== null && to !== null && to > from;
  const earlier = from !== null && to !== null && to < from;
  const times = back ? Math.max(0, before - (earlier ? 1 : 0)) : before + (later ? 1 : 0);
  const first = times === 0 ? null : (life?.first ?? from);
  // The span begins with the day that held before its first change.
  return { projectId, ordinal, milestone, from: within ? (life?.from ?? from) : null, to, first, times };
}
