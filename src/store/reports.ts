import type { Instant, LocalDay } from '../domain/day.js';
import type { Invested } from '../domain/investment.js';
import type { Stage, StageTable } from '../domain/plan.js';
import type { MilestoneNow } from '../domain/report.js';
import { stageReached } from '../domain/stage.js';
import type { Database } from './database.js';
import { Prisma } from './generated/client.js';

/** A report to be kept, with what its milestone is from now on. */
export type NewReport = {
  readonly projectId: number;
  readonly milestoneId: number;
  readonly now: MilestoneNow;
  readonly percent: number | null;
  readonly doneOn: LocalDay | null;
  readonly forecast: LocalDay | null;
  readonly note: string;
  readonly onDay: LocalDay;
  readonly late: boolean;
  /** The report on this milestone that stood until now. */
  readonly supersedes: number | null;
  /** Whether the project's stage may change by it: work that began, or ended. */
  readonly movesStage: boolean;
  readonly ordinal: number;
};

/** Figures to be kept: investment done this year, cumulative, 10k yuan. */
export type NewFigures = {
  readonly projectId: number;
  readonly doneInvestment: number;
  readonly onDay: LocalDay;
  readonly ordinal: number;
};

/** What every row of one statement has in common. */
export type Said = {
  readonly personId: number;
  readonly said: string;
  readonly at: Instant;
  /** When its author said it, where the message came later than that. */
  readonly saidAt?: Instant | null;
  /** The moment from which digests count it: an amendment counts from when the amended report did. */
  readonly countsAt: Instant;
  readonly cause: string;
};

/** A milestone under a lock, as the decision about a report needs it. */
export type LockedMilestone = MilestoneNow & {
  readonly id: number;
  readonly projectId: number;
  readonly name: string;
  /** Its place among the project's steps. */
  readonly ordinal: number;
  readonly ownerId: number | null;
  readonly reportId: number | null;
  /** Who said the report that stands, and in which words. */
  readonly saidBy: number | null;
  readonly said: string | null;
  /** When the last was said of those that stand. */
  readonly saidAt: Date | null;
};

/** What a project has invested, under a lock, and when, by whom and in which words that was said. */
export type LockedInvested = Invested & Pick<LockedMilestone, 'saidAt' | 'saidBy' | 'said'>;

export type KeptReport = {
  readonly id: number;
  readonly projectId: number;
  readonly milestoneId: number;
  readonly personId: number;
  readonly recordedAt: Instant;
  readonly countsAt: Instant;
  readonly undone: boolean;
  readonly isNewest: boolean;
  readonly said: string;
  /** What it stated, 0-100. */
  readonly percent: number | null;
};

/** Figures that were kept, 10k yuan. */
export type KeptFigures = Omit<KeptReport, 'milestoneId' | 'percent'> & { readonly doneInvestment: number };

type StageRow = {
  id: number;
  firstStage: Stage;
  stage: Stage;
  stages: StageTable;
  milestones: { name: string; percent: number; doneOn: LocalDay | null; stage: Stage | null }[];
};

export function reportsIn(database: Database) {
  /** Brings a milestone, and its project's stage, to what the newest report that stands says. */
  async function restore(milestoneIds: readonly number[]): Promise<void> {
    await database.$executeRaw`
      UPDATE milestone m SET
        percent = CASE WHEN newest.id IS NULL AND m."knownDoneOn" IS NOT NULL THEN 100 ELSE newest.percent END,
        "doneOn" = CASE WHEN newest.id IS NULL THEN m."knownDoneOn" ELSE newest."doneOn" END, forecast = newest.forecast,
        "reportedOn" = newest."onDay", "reportId" = newest.id, version = m.version + 1
      FROM milestone m2 LEFT JOIN LATERAL (
        SELECT r.id, r."onDay", r."nowPercent" AS percent, r."nowDoneOn" AS "doneOn", r."nowForecast" AS forecast
        FROM report r WHERE r."milestoneId" = m2.id AND r."undoneAt" IS NULL ORDER BY r."recordedAt" DESC, r.id DESC LIMIT 1
      ) newest ON true
      WHERE m.id = m2.id AND m.id = ANY(${[...milestoneIds]}::int[])`;
  }

  /** Brings the stages of projects to what their milestones show now. */
  async function updateStages(programId: number, projectIds: readonly number[]): Promise<void> {
    if (projectIds.length === 0) return;
    const rows = await database.$queryRaw<StageRow[]>`
      SELECT p.id, p."firstStage", p.stage, g.policy -> 'stages' AS stages,
             json_agg(json_build_object('name', m.name, 'percent', coalesce(m.percent, 0), 'doneOn', m."doneOn", 'stage', m.stage)) AS milestones
      FROM project p JOIN program g ON g.id = p."programId" JOIN milestone m ON m."projectId" = p.id
      WHERE p."programId" = ${programId} AND p.id = ANY(${[...projectIds]}::int[]) GROUP BY p.id, g.id`;
    const moved = rows.flatMap((row) => {
      const stage = stageReached(row.firstStage, row.milestones, row.stages);
      return stage === row.stage ? [] : [{ id: row.id, stage }];
    });
    if (moved.length === 0) return;
    await database.$executeRaw`
      UPDATE project SET stage = moved.stage, version = project.version + 1
      FROM jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) AS moved(id int, stage text) WHERE project.id = moved.id`;
  }

  return {
    /**
     * Locks milestones until the transaction ends, in one order, so that two reports at once cannot cross. With them every step
     * before the `finished` ones of their projects, since whether it is open is asked.
     */
    async lockMilestones(
      programId: number,
      ids: readonly number[],
      finished: readonly number[] = [],
    ): Promise<readonly LockedMilestone[]> {
      return database.$queryRaw<LockedMilestone[]>`
        SELECT m.id, m."projectId", m.name, m.ordinal, m."ownerId", m."reportId", m.percent, m."doneOn", m.forecast,
               r."personId" AS "saidBy", r.said,
               (SELECT max(coalesce(s."saidAt", s."recordedAt")) FROM report s WHERE s."milestoneId" = m.id AND s."undoneAt" IS NULL) AS "saidAt"
        FROM milestone m LEFT JOIN report r ON r.id = m."reportId"
        WHERE m."programId" = ${programId} AND m.id = ANY(${[...ids]}::int[] || ARRAY(
          SELECT e.id FROM milestone f JOIN milestone e ON e."projectId" = f."projectId" AND e.ordinal < f.ordinal
          WHERE f.id = ANY(${[...finished]}::int[])))
        ORDER BY m.id FOR UPDATE OF m`;
    },

    /** What a project has invested this year by its newest figures, 10k yuan; null where nothing was said. */
    async investedBy(programId: number, projectId: number): Promise<number | null> {
      const found = await database.project.findFirst({
        where: { programId, id: projectId },
        select: { doneInvestment: true },
      });
      return found?.doneInvestment ?? null;
    },

    /** What projects have invested and may, locked until the transaction ends. */
    async lockInvested(programId: number, ids: readonly number[]): Promise<ReadonlyMap<number, LockedInvested>> {
      if (ids.length === 0) return new Map();
      const rows = await database.$queryRaw<(LockedInvested & { readonly id: number })[]>`
        SELECT p.id, p."doneInvestment", p."totalInvestment", p."yearPlan", f."personId" AS "saidBy", f.said, f."saidAt"
        FROM project p LEFT JOIN LATERAL (
          SELECT "personId", said, coalesce("saidAt", "recordedAt") AS "saidAt" FROM figures
          WHERE "projectId" = p.id AND "undoneAt" IS NULL ORDER BY 3 DESC, id DESC LIMIT 1) f ON true
        WHERE p."programId" = ${programId} AND p.id = ANY(${[...ids]}::int[]) ORDER BY p.id FOR NO KEY UPDATE OF p`;
      return new Map(rows.map((row) => [row.id, row]));
    },

    /**
     * Keeps reports and what is current, beside each other: of one statement or of many. No milestone may be in them twice.
     */
    async keep(programId: number, reports: readonly (Said & NewReport)[]): Promise<void> {
      if (reports.length === 0) return;
      await database.$executeRaw`WITH ${keptReports(programId, reports)} SELECT 1`;
      await this.moveStages(programId, reports);
    },

    /** Brings the stages of projects to what their milestones show, where reports may have moved them. */
    async moveStages(programId: number, reports: readonly NewReport[]): Promise<void> {
      const moving = reports.filter((report) => report.movesStage).map((report) => report.projectId);
      await updateStages(programId, [...new Set(moving)]);
    },

    /** Keeps figures and the projects' current investment beside them. No project may be in them twice. */
    async keepFigures(programId: number, figures: readonly (Said & NewFigures)[]): Promise<void> {
      if (figures.length === 0) return;
      await database.$executeRaw`
        WITH said AS (
          SELECT * FROM jsonb_to_recordset(${JSON.stringify(figures)}::jsonb) AS f(
            "projectId" int, "personId" int, "doneInvestment" float8, said text, "onDay" text, at bigint, "saidAt" bigint, "countsAt" bigint,
            cause text, ordinal int)
        ), kept AS (
          INSERT INTO figures ("programId", "projectId", "personId", "doneInvestment", said, "onDay", "recordedAt", "saidAt", "countsAt", cause, ordinal)
          SELECT ${programId}, "projectId", "personId", "doneInvestment", said, "onDay", to_timestamp(at / 1000.0),
            to_timestamp("saidAt" / 1000.0), to_timestamp("countsAt" / 1000.0), cause, ordinal
          FROM said
        )
        UPDATE project p SET "doneInvestment" = s."doneInvestment", "figuresOn" = s."onDay", version = p.version + 1
        FROM said s WHERE p.id = s."projectId"`;
    },

    /** The reports of one statement, locked, each with whether it still is the newest on its milestone. */
    async ofCause(programId: number, cause: string): Promise<readonly KeptReport[]> {
      const rows = await database.$queryRaw<
        (Omit<KeptReport, 'recordedAt' | 'countsAt'> & { recordedAt: Date; countsAt: Date })[]
      >`
        SELECT r.id, r."projectId", r."milestoneId", r."personId", r."recordedAt", r."countsAt", r."undoneAt" IS NOT NULL AS undone,
               m."reportId" = r.id AS "isNewest", r.said, r.percent
        FROM report r JOIN milestone m ON m.id = r."milestoneId"
        WHERE r."programId" = ${programId} AND r.cause = ${cause} ORDER BY r."milestoneId" FOR UPDATE OF m`;
      return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.getTime(), countsAt: row.countsAt.getTime() }));
    },

    /** The figures of one statement, each with whether they still are the project's newest. */
    async figuresOfCause(programId: number, cause: string): Promise<readonly KeptFigures[]> {
      const rows = await database.$queryRaw<
        (Omit<KeptFigures, 'recordedAt' | 'countsAt'> & { recordedAt: Date; countsAt: Date })[]
      >`
        SELECT f.id, f."projectId", f."personId", f."recordedAt", f."countsAt", f."undoneAt" IS NOT NULL AS undone, f.said, f."doneInvestment",
               f.id = (SELECT g.id FROM figures g WHERE g."projectId" = f."projectId" AND g."undoneAt" IS NULL ORDER BY g."recordedAt" DESC, g.id DESC LIMIT 1) AS "isNewest"
        FROM figures f JOIN project p ON p.id = f."projectId"
        WHERE f."programId" = ${programId} AND f.cause = ${cause} ORDER BY f."projectId" FOR UPDATE OF p`;
      return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.getTime(), countsAt: row.countsAt.getTime() }));
    },

    /** Of these reports, the ones without which a percent falls to what another report said before them. */
    async fallsBy(
      programId: number,
      ids: readonly number[],
    ): Promise<readonly { code: string; milestone: string; from: number; to: number }[]> {
      if (ids.length === 0) return [];
      return database.$queryRaw`
        SELECT p.code, m.name AS milestone, r."nowPercent" AS from, earlier."nowPercent" AS to
        FROM report r JOIN milestone m ON m."reportId" = r.id JOIN project p ON p.id = r."projectId"
        CROSS JOIN LATERAL (
          SELECT e."nowPercent" FROM report e WHERE e."milestoneId" = m.id AND e."undoneAt" IS NULL AND e.id <> ALL(${[...ids]}::int[])
          ORDER BY e."recordedAt" DESC, e.id DESC LIMIT 1) earlier
        WHERE r."programId" = ${programId} AND r.id = ANY(${[...ids]}::int[]) AND earlier."nowPercent" < r."nowPercent"
        ORDER BY p.code, m.ordinal`;
    },

    /** Takes parts of a statement back: these reports and figures stay in the log and count no more. */
    async undo(
      programId: number,
      { reportIds, figureIds }: { readonly reportIds: readonly number[]; readonly figureIds: readonly number[] },
      at: Instant,
    ): Promise<void> {
      const moment = new Date(at);
      const reports = await database.$queryRaw<{ milestoneId: number; projectId: number }[]>`
        UPDATE report SET "undoneAt" = ${moment}::timestamptz
        WHERE "programId" = ${programId} AND id = ANY(${[...reportIds]}::int[]) AND "undoneAt" IS NULL
        RETURNING "milestoneId", "projectId"`;
      if (reports.length > 0) {
        await restore(reports.map((row) => row.milestoneId));
        await updateStages(programId, [...new Set(reports.map((row) => row.projectId))]);
      }
      const figures = await database.$queryRaw<{ projectId: number }[]>`
        UPDATE figures SET "undoneAt" = ${moment}::timestamptz
        WHERE "programId" = ${programId} AND id = ANY(${[...figureIds]}::int[]) AND "undoneAt" IS NULL
        RETURNING "projectId"`;
      if (figures.length > 0) {
        await database.$executeRaw`
          UPDATE project p SET "doneInvestment" = newest."doneInvestment", "figuresOn" = newest."onDay", version = p.version + 1
          FROM project p2 LEFT JOIN LATERAL (
            SELECT f."doneInvestment", f."onDay" FROM figures f WHERE f."projectId" = p2.id AND f."undoneAt" IS NULL
            ORDER BY f."recordedAt" DESC, f.id DESC LIMIT 1) newest ON true
          WHERE p.id = p2.id AND p.id = ANY(${figures.map((row) => row.projectId)}::int[])`;
      }
    },
  };
}

/** Reports, and what their milestones are from now on, as a part of one statement. */
export function keptReports(programId: number, reports: readonly (Said & NewReport)[]): Prisma.Sql {
  const rows = reports.map(({ now, ...report }) => ({
    ...report,
    nowPercent: now.percent,
    nowDoneOn: now.doneOn,
    nowForecast: now.forecast,
  }));
  return Prisma.sql`
    said AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
        "projectId" int, "milestoneId" int, "personId" int, percent float8, "doneOn" text, forecast text, "nowPercent" float8,
        "nowDoneOn" text, "nowForecast" text, note text, said text, "onDay" text, at bigint, "saidAt" bigint, "countsAt" bigint, supersedes int,
        late boolean, cause text, ordinal int)
    ), kept AS (
      INSERT INTO report ("programId", "projectId", "milestoneId", "personId", percent, "doneOn", forecast, "nowPercent",
        "nowDoneOn", "nowForecast", note, said, "onDay", "recordedAt", "saidAt", "countsAt", supersedes, late, cause, ordinal)
      SELECT ${programId}, "projectId", "milestoneId", "personId", percent, "doneOn", forecast, "nowPercent", "nowDoneOn",
        "nowForecast", note, said, "onDay", to_timestamp(at / 1000.0), to_timestamp("saidAt" / 1000.0), to_timestamp("countsAt" / 1000.0),
        supersedes, late, cause, ordinal
      FROM said
      RETURNING id, "milestoneId", "nowPercent", "nowDoneOn", "nowForecast", "onDay"
    ), stands AS (
    UPDATE milestone m SET percent = k."nowPercent", "doneOn" = k."nowDoneOn", forecast = k."nowForecast",
      "reportedOn" = k."onDay", "reportId" = k.id, version = m.version + 1
    FROM kept k WHERE m.id = k."milestoneId" RETURNING m.id)`;
}
