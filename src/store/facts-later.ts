import { dayAt, type Instant, type LocalDay } from '../domain/day.js';
import type { AsOf, FactUnreported, LaterReport } from '../domain/digest/facts.js';
import type { Program } from '../domain/program.js';
import type { Database } from './database.js';

export function laterFactsIn(database: Database) {
  return {
    /**
     * What was asked about on every working day from `since` or earlier until `day`, and not answered as of a moment; of
     * projects that were open then and of others.
     */
    async unreported(
      programId: number,
      day: LocalDay,
      since: LocalDay,
      { moment, knownAt }: AsOf,
    ): Promise<readonly FactUnreported[]> {
      const [at, known] = [new Date(moment), new Date(knownAt)];
      return database.$queryRaw<FactUnreported[]>`
        SELECT p.id AS "projectId", p.code, p.name AS "projectName", m.name AS milestone, i."ownerId",
               jsonb_build_object('zh', owner.name, 'en', owner."nameEn") AS "ownerName", u.name AS "unitName",
               i."firstDay" AS since
        FROM prompt q JOIN prompt_item i ON i."promptId" = q.id JOIN milestone m ON m.id = i."milestoneId"
        JOIN project p ON p.id = m."projectId" JOIN person owner ON owner.id = i."ownerId" JOIN unit u ON u.id = i."unitId"
        WHERE q."programId" = ${programId} AND q.day = ${day} AND i."firstDay" <= ${since}
          AND q."askedAt" <= ${at}::timestamptz
          AND NOT EXISTS (SELECT 1 FROM report r WHERE r."milestoneId" = m.id AND r."recordedAt" >= q."askedAt"
                          AND r."countsAt" <= ${at}::timestamptz AND r."recordedAt" <= ${known}::timestamptz
                          AND (r."undoneAt" IS NULL OR r."undoneAt" > ${known}::timestamptz))
          AND NOT EXISTS (SELECT 1 FROM obstacle o WHERE o."milestoneId" = m.id AND o."recordedAt" >= q."askedAt"
                          AND o."recordedAt" <= ${at}::timestamptz)
        ORDER BY u.id, owner.id, p.code, m.ordinal`;
    },

    /** The days after the moment `evening` on which something about `day` or a day before it was told, by `toldBy`; it stands. */
    async toldLate(
      program: Pick<Program, 'id' | 'timeZone'>,
      day: LocalDay,
      { evening, toldBy, knownAt }: { readonly evening: Instant; readonly toldBy: Instant; readonly knownAt: Instant },
    ): Promise<readonly LocalDay[]> {
      const [from, to, known] = [new Date(evening), new Date(toldBy), new Date(knownAt)];
      const rows = await database.$queryRaw<{ at: Date }[]>`
        SELECT "countsAt" AS at FROM report
        WHERE "programId" = ${program.id} AND "countsAt" > ${from}::timestamptz AND "countsAt" <= ${to}::timestamptz AND "onDay" <= ${day}
          AND "recordedAt" <= ${known}::timestamptz AND ("undoneAt" IS NULL OR "undoneAt" > ${known}::timestamptz)
        UNION ALL SELECT "countsAt" FROM figures
        WHERE "programId" = ${program.id} AND "countsAt" > ${from}::timestamptz AND "countsAt" <= ${to}::timestamptz AND "onDay" <= ${day}
          AND "recordedAt" <= ${known}::timestamptz AND ("undoneAt" IS NULL OR "undoneAt" > ${known}::timestamptz)
        UNION ALL SELECT "recordedAt" FROM goal_record
        WHERE "programId" = ${program.id} AND "recordedAt" > ${from}::timestamptz AND "recordedAt" <= ${to}::timestamptz
          AND "onDay" <= ${day} AND ("undoneAt" IS NULL OR "undoneAt" > ${known}::timestamptz)
        UNION ALL SELECT "recordedAt" FROM promotion_activity
        WHERE "programId" = ${program.id} AND "recordedAt" > ${from}::timestamptz AND "recordedAt" <= ${to}::timestamptz
          AND "onDay" <= ${day} AND ("undoneAt" IS NULL OR "undoneAt" > ${known}::timestamptz)
        UNION ALL SELECT "decidedAt" FROM promotion_money
        WHERE "programId" = ${program.id} AND standing IN ('confirmed', 'replaced') AND "decidedAt" > ${from}::timestamptz
          AND "decidedAt" <= ${to}::timestamptz AND "onDay" <= ${day}
        UNION ALL SELECT "replacedAt" FROM promotion_money
        WHERE "programId" = ${program.id} AND standing = 'replaced' AND "replacedAt" > ${from}::timestamptz
          AND "replacedAt" <= ${to}::timestamptz AND "onDay" <= ${day}`;
      return [...new Set(rows.map(({ at }) => dayAt(at.getTime(), program.timeZone)))].sort();
    },

    /** What was reported after `moment` about `day` or a day before it and stands, one row a milestone, newest first. */
    async reportedLater(
      program: Pick<Program, 'id' | 'timeZone'>,
      day: LocalDay,
      moment: Instant,
      now: Instant,
    ): Promise<readonly LaterReport[]> {
      const rows = await database.$queryRaw<(Omit<LaterReport, 'reportedOn'> & { readonly recordedAt: Date })[]>`
        SELECT * FROM (
          SELECT DISTINCT ON (r."milestoneId") r."projectId", p.code, p.name AS "projectName", m.name AS milestone,
                 r."nowPercent" AS percent, r."onDay", r."recordedAt"
          FROM report r JOIN milestone m ON m.id = r."milestoneId" JOIN project p ON p.id = r."projectId"
          WHERE r."programId" = ${program.id} AND r."countsAt" > ${new Date(moment)}::timestamptz AND r."onDay" <= ${day}
            AND r."recordedAt" <= ${new Date(now)}::timestamptz AND r."undoneAt" IS NULL
          ORDER BY r."milestoneId", r."recordedAt" DESC, r.id DESC
        ) later ORDER BY "recordedAt" DESC, code`;
      return rows.map(({ recordedAt, ...row }) => ({
        ...row,
        reportedOn: dayAt(recordedAt.getTime(), program.timeZone),
      }));
    },
  };
}
