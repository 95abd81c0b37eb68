import type { Instant, LocalDay } from '../domain/day.js';
import type { EvidenceCount } from '../domain/evidence.js';
import type { Database } from './database.js';
import { countedFiles } from './evidence.js';
import { Prisma } from './generated/client.js';

/** One thing that a statement stated. */
export type StatedRow = {
  readonly projectId: number;
  readonly code: string;
  readonly projectName: string;
  readonly milestone: string | null;
  readonly percent: number | null;
  /** The percent that stood until then. */
  readonly before: number | null;
  readonly doneOn: LocalDay | null;
  readonly forecast: LocalDay | null;
  /** The percent that stays, where what was said later says more; null: what it states stands from it on. */
  readonly stays: number | null;
  readonly investment: number | null;
  readonly note: string;
  readonly onDay: LocalDay;
  readonly late: boolean;
  /** Of the whole statement. */
  readonly evidence: EvidenceCount;
};

/** What people stated, found again by its cause: the payload that brought it. */
export function statedIn(database: Database) {
  return {
    /**
     * What a message states since it was said and each time that it was edited, the newest last: by cause, with whether it
     * was taken back. `of`: the cause of the message as it was first said.
     */
    async ofMessage(programId: number, of: string): Promise<readonly { cause: string; undone: boolean }[]> {
      return database.$queryRaw<{ cause: string; undone: boolean }[]>`
        SELECT cause, bool_and("undoneAt" IS NOT NULL) AS undone FROM (
          SELECT cause, "undoneAt" FROM report WHERE "programId" = ${programId} AND (cause = ${of} OR cause LIKE ${`${of}:edited:%`})
          UNION ALL
          SELECT cause, "undoneAt" FROM figures WHERE "programId" = ${programId} AND (cause = ${of} OR cause LIKE ${`${of}:edited:%`})
        ) stated GROUP BY cause ORDER BY cause`;
    },

    /** The newest statement that stands of a person since a moment, of one project where it is named; null: there is none. */
    async newestOf(
      programId: number,
      personId: number,
      since: Instant,
      projectId: number | null,
    ): Promise<{ readonly cause: string; readonly at: Instant } | null> {
      const moment = new Date(since);
      const [newest] = await database.$queryRaw<{ cause: string; at: Date }[]>`
        SELECT cause, "recordedAt" AS at FROM (
          SELECT cause, "personId", "projectId", "recordedAt", "undoneAt" FROM report WHERE "programId" = ${programId} AND "countsAt" >= ${moment}::timestamptz
          UNION ALL
          SELECT cause, "personId", "projectId", "recordedAt", "undoneAt" FROM figures WHERE "programId" = ${programId} AND "countsAt" >= ${moment}::timestamptz
        ) stated
        WHERE "personId" = ${personId} AND "undoneAt" IS NULL AND (${projectId}::int IS NULL OR "projectId" = ${projectId}::int)
        ORDER BY "recordedAt" DESC LIMIT 1`;
      return newest ? { cause: newest.cause, at: newest.at.getTime() } : null;
    },

    /** What one statement stated, for saying it again; taken back or not. */
    statedBy: (programId: number, cause: string): Promise<readonly StatedRow[]> =>
      stated(programId, cause, Prisma.empty),

    /** What of one statement stands. */
    standingOf: (programId: number, cause: string): Promise<readonly StatedRow[]> =>
      stated(programId, cause, Prisma.sql`AND "undoneAt" IS NULL`),
  };

  async function stated(programId: number, cause: string, which: Prisma.Sql): Promise<readonly StatedRow[]> {
    return database.$queryRaw<StatedRow[]>`
        SELECT p.id AS "projectId", p.code, p.name AS "projectName", m.name AS milestone, r.percent, earlier."nowPercent" AS before, r."doneOn", r.forecast,
               CASE WHEN r."nowPercent" <> r.percent THEN r."nowPercent" END AS stays,
               f."doneInvestment" AS investment, coalesce(r.note, '') AS note, coalesce(r."onDay", f."onDay") AS "onDay",
               coalesce(r.late, false) AS late,
               (SELECT ${countedFiles} FROM evidence e WHERE e."programId" = ${programId} AND e.cause = ${cause}) AS evidence
        FROM (SELECT * FROM report WHERE "programId" = ${programId} AND cause = ${cause} ${which}) r
        FULL JOIN (SELECT * FROM figures WHERE "programId" = ${programId} AND cause = ${cause} ${which}) f ON f.ordinal = r.ordinal
        JOIN project p ON p.id = coalesce(r."projectId", f."projectId")
        LEFT JOIN milestone m ON m.id = r."milestoneId"
        LEFT JOIN report earlier ON earlier.id = r.supersedes
        ORDER BY coalesce(r.ordinal, f.ordinal)`;
  }
}
