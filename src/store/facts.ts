import { dayAt, type Instant, type LocalDay } from '../domain/day.js';
import type { AsOf, FactGoal, FactProject, ScopeName } from '../domain/digest/facts.js';
import type { GoalMeasure, GoalRule, PlanGate, Words } from '../domain/plan.js';
import type { Program } from '../domain/program.js';
import type { Database } from './database.js';
import { changesIn } from './facts-changes.js';
import { denominatorChangesIn } from './facts-denominators.js';
import { factorFactsIn } from './facts-factors.js';
import { itemFactsIn } from './facts-items.js';
import { laterFactsIn } from './facts-later.js';
import { momentsOf } from './facts-moments.js';
import { obstacleFactsIn } from './facts-obstacles.js';
import { pastIn } from './facts-past.js';
import { type Overdue, type ProjectRow, projectOf } from './facts-project.js';
import { promotionFactsIn } from './facts-promotion.js';
import { lastFigures, lastReport } from './facts-said.js';
import { sinceIn } from './facts-since.js';
import { slipFactsIn } from './facts-slips.js';
import { Prisma } from './generated/client.js';
import { computedValue } from './goal-sources.js';

/**
 * Everything a digest is computed from, each in one statement or two whatever the program's size. Reading a past moment
 * costs one look-up a milestone in an index that is sorted by time, so it does not grow with what was reported since
 * the year began.
 */
export function factsIn(database: Database) {
  /** The rows of the projects as the ledger has them today, with `done` invested and milestones in a `state`. */
  const rowsOf = (program: FactsProgram, which: Prisma.Sql, done: Prisma.Sql, figures: Prisma.Sql, state: Prisma.Sql) =>
    database.$queryRaw<ProjectRow[]>`
      SELECT p.id, p.code, p.name, p.category, p."focusArea", p.site, p.standing, p."firstStage", p."startDay", p."endDay",
             p."totalInvestment", p."yearPlan", ${done} AS "doneInvestment",
             (SELECT (array_agg(n.text ORDER BY n.id))[1] FROM nickname n WHERE n."projectId" = p.id) AS nickname,
             u.id AS "unitId", u.key AS unit, u.name AS "unitName",
             o.id AS "ownerId", o.key AS owner, o.name AS "ownerName", o."nameEn" AS "ownerNameEn",
             s.id AS "sponsorId", s.key AS sponsor, s.name AS "sponsorName", s."nameEn" AS "sponsorNameEn",
             roadmap.milestones
      FROM project p
      JOIN unit u ON u.id = p."unitId"
      LEFT JOIN person o ON o.id = p."ownerId"
      LEFT JOIN person s ON s.id = p."sponsorId"
      ${figures}
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_array(m.name, m.ordinal, m.due, now.percent, now."doneOn", now.forecast, now."reportedOn", m.stage,
                                         now.report, m."knownDoneOn") ORDER BY m.ordinal) AS milestones
        FROM milestone m ${state}
        WHERE m."projectId" = p.id
      ) roadmap ON true
      WHERE p."programId" = ${program.id} ${which}
      ORDER BY p.code`;

  const currentRows = (program: FactsProgram, which: Prisma.Sql) =>
    rowsOf(
      program,
      which,
      Prisma.sql`p."doneInvestment"`,
      Prisma.empty,
      Prisma.sql`CROSS JOIN LATERAL (SELECT m.percent, m."doneOn", m.forecast, m."reportedOn", NULL::int AS report) now`,
    );

  const rowsAsOf = (program: FactsProgram, which: Prisma.Sql, at: AsOf) =>
    rowsOf(
      program,
      which,
      Prisma.sql`stated."doneInvestment"`,
      lastFigures(at),
      Prisma.sql`${lastReport(at, WORDS)} CROSS JOIN LATERAL (
        SELECT CASE WHEN said.id IS NULL AND m."knownDoneOn" IS NOT NULL THEN 100 ELSE said."nowPercent" END AS percent,
               CASE WHEN said.id IS NULL THEN m."knownDoneOn" ELSE said."nowDoneOn" END AS "doneOn",
               said."nowForecast" AS forecast, said."onDay" AS "reportedOn", said.id AS report
      ) now`,
    );

  /** Obstacles that were open at the moment and of which some rung had let the deadline pass, by project. */
  async function overdueObstacles(
    program: FactsProgram,
    { moment }: AsOf,
  ): Promise<ReadonlyMap<number, readonly Overdue[]>> {
    const at = new Date(moment);
    // How each stood then is told by its steps in the log: the table says how it stands today.
    const rows = await database.$queryRaw<
      { projectId: number; number: number; ordinal: number | null; deadline: Date }[]
    >`
      SELECT o."projectId", o.number, m.ordinal, o."overdueSince" AS deadline
      FROM obstacle o LEFT JOIN milestone m ON m.id = o."milestoneId"
      CROSS JOIN LATERAL (
        SELECT a.after->>'kind' AS kind FROM activity a
        WHERE a."programId" = o."programId" AND a.thing = 'obstacle' AND a."thingId" = o.id AND a.at <= ${at}::timestamptz
          AND a.after->>'kind' IN ('flagged', 'raised', 'returned', 'claimed', 'resolved', 'verified', 'withdrawn')
        ORDER BY a.id DESC LIMIT 1
      ) stood
      WHERE o."programId" = ${program.id} AND o."overdueSince" <= ${at}::timestamptz
        AND stood.kind NOT IN ('resolved', 'verified', 'withdrawn')
      ORDER BY 4, o.number`;
    const byProject = new Map<number, Overdue[]>();
    for (const { projectId, deadline, ...row } of rows) {
      const overdue = { ...row, deadline: dayAt(deadline.getTime(), program.timeZone) };
      byProject.set(projectId, [...(byProject.get(projectId) ?? []), overdue]);
    }
    return byProject;
  }

  function reading(program: FactsProgram) {
    let first: { readonly ids: string; readonly read: ReturnType<typeof readWhole> } | null = null;
    // What was made of a row that nothing is added to, as long as that is kept.
    const made = new WeakMap<ProjectRow, FactProject>();

    function projectThen(row: ProjectRow, overdue: readonly Overdue[]): FactProject {
      const kept = overdue.length === 0 ? made.get(row) : undefined;
      if (kept !== undefined) return kept;
      const project = projectOf(row, overdue, program.policy.stages);
      if (overdue.length === 0) made.set(row, project);
      return project;
    }

    async function readWhole(at: AsOf, ids?: readonly number[]) {
      const rows = await rowsAsOf(program, among(ids), at);
      return { rows, moments: momentsOf(database, program.id, rows), past: pastIn(database, program.id) };
    }

    /** Several at once wait for the first of them, and differ from that. */
    async function rowsThen(at: AsOf, ids?: readonly number[]) {
      const key = ids === undefined ? EVERY : String(ids);
      if (first !== null && (first.ids === EVERY || first.ids === key)) {
        const { moments, past } = await first.read;
        return { rows: await moments(at, among(ids)), past };
      }
      first = { ids: key, read: readWhole(at, ids) };
      return first.read;
    }

    return async (at: AsOf, ids?: readonly number[]): Promise<readonly FactProject[]> => {
      const { rows, past } = await rowsThen(at, ids);
      const then = await past.rollBack(at.moment, rows);
      const overdue = await overdueObstacles(program, at);
      return then.map((row) => projectThen(row, overdue.get(row.id) ?? []));
    };
  }

  return {
    ...changesIn(database),
    ...laterFactsIn(database),
    ...obstacleFactsIn(database),
    ...slipFactsIn(database),
    ...itemFactsIn(database),
    ...factorFactsIn(database),
    ...promotionFactsIn(database),
    ...sinceIn(database),
    ...denominatorChangesIn(database),

    /** The projects (`ids`: these alone) as they stand now, in the order of their codes; withdrawn ones too. */
    async current(program: FactsProgram, now: Instant, ids?: readonly number[]): Promise<readonly FactProject[]> {
      const rows = await currentRows(program, among(ids));
      const overdue = await overdueObstacles(program, { moment: now, knownAt: now });
      return rows.map((row) => projectOf(row, overdue.get(row.id) ?? [], program.policy.stages));
    },

    /** The projects (`ids`: these alone) as of a past moment; see `AsOf`: what had been reported by then, and what the ledger said then. */
    asOf: (program: FactsProgram, at: AsOf, ids?: readonly number[]): Promise<readonly FactProject[]> =>
      reading(program)(at, ids),

    /** The same for several moments: the first is read whole, the others as what differs from it. */
    reading,

    /** The plan's goals in its order, each with the value recorded for it: of the newest day, as said last. */
    async goals(programId: number, { moment, knownAt, late }: AsOf): Promise<readonly FactGoal[]> {
      const about = late === undefined ? Prisma.empty : Prisma.sql`AND r."onDay" <= ${late.about}`;
      return database.$queryRaw<
        {
          key: string;
          name: Words;
          focusArea: string;
          measure: GoalMeasure;
          target: number;
          rule: GoalRule;
          gates: PlanGate[];
          recorded: number | null;
        }[]
      >`
        SELECT g.key, g.name, g."focusArea", g.measure, g.target, g.rule,
               CASE WHEN g.rule ? 'from' THEN computed.value ELSE recorded.value END AS recorded,
               coalesce((SELECT json_agg(json_build_object('on', t."onDay", 'value', t.value) ORDER BY t."onDay")
                         FROM gate t WHERE t."goalId" = g.id), '[]'::json) AS gates
        FROM goal g LEFT JOIN LATERAL (
          SELECT r.value FROM goal_record r
          WHERE r."goalId" = g.id AND r."recordedAt" <= ${new Date(late?.toldBy ?? moment)}::timestamptz ${about}
            AND (r."undoneAt" IS NULL OR r."undoneAt" > ${new Date(knownAt)}::timestamptz)
          ORDER BY r."onDay" DESC, r."recordedAt" DESC, r.id DESC LIMIT 1
        ) recorded ON true
        LEFT JOIN LATERAL (${computedValue(programId, { moment: late?.toldBy ?? moment, knownAt, about: late?.about ?? null })}) computed ON true
        WHERE g."programId" = ${programId} ORDER BY g.ordinal`;
    },

    /** The day of the program's first report, or null before there is one: nobody was asked for what fell due earlier. */
    async firstReportDay(program: FactsProgram): Promise<LocalDay | null> {
      const rows = await database.$queryRaw<{ countsAt: Date }[]>`
        SELECT "countsAt" FROM report WHERE "programId" = ${program.id} ORDER BY "countsAt" LIMIT 1`;
      return rows[0] ? dayAt(rows[0].countsAt.getTime(), program.timeZone) : null;
    },

    /** What a digest of this program can be cut by. Sponsors are the people who sponsor a project of it. */
    async scopes(programId: number): Promise<readonly ScopeName[]> {
      return database.$queryRaw<ScopeName[]>`
        SELECT 'unit' AS of, key, id, name, to_json(aliases) AS aliases FROM unit WHERE "programId" = ${programId}
        UNION ALL SELECT 'site', key, id, name, '[]'::json FROM site WHERE "programId" = ${programId}
        UNION ALL SELECT 'category', key, id, name, '[]'::json FROM category WHERE "programId" = ${programId}
        UNION ALL SELECT 'focus-area', key, id, name, '[]'::json FROM focus_area WHERE "programId" = ${programId}
        UNION ALL SELECT 'sponsor', key, id, jsonb_build_object('zh', name, 'en', "nameEn"), '[]'::json FROM person
          WHERE id IN (SELECT "sponsorId" FROM project WHERE "programId" = ${programId})`;
    },
  };
}

const WORDS = Prisma.sql`r.id, r."nowPercent", r."nowDoneOn", r."nowForecast", r."onDay"`;
const EVERY = 'every';
const among = (ids?: readonly number[]): Prisma.Sql =>
  ids === undefined ? Prisma.empty : Prisma.sql`AND p.id = ANY(${[...ids]}::int[])`;

/** What of a program its facts depend on. */
export type FactsProgram = Pick<Program, 'id' | 'timeZone' | 'policy'>;
