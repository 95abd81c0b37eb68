import { dayAt, type Instant, type LocalDay } from '../domain/day.js';
import type { AsOf, FactUnreported, LaterReport } from '../domain/digest/facts.js';
import type { Program } from '../domain/program.js';
import type { Database } from './database.js';

export function laterFactsIn(database: Database) {
  return {
    /** What was asked about on every working day from `since` or earlier until `day`, and not answered as of a moment. */
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
        WHERE q."programId" = ${programId} AND q.day = ${day} AND i."firstDay" <= ${since} AND p.standing = 'open'
          AND q."askedAt" <= ${at}::timestamptz
          AND NOT EXISTS (SELECT 1 FROM report r WHERE r."milestoneId" = m.id AND r."recordedAt" >= q."askedAt"
                          AND r."countsAt" <= ${at}::timestamptz AND r."recordedAt" <= ${known}::timestamptz
                          AND (r."undoneAt" IS NULL OR r."undoneAt" > ${known}::timestamptz))
          AND NOT EXISTS (SELECT 1 FROM obstacle o WHERE o."milestoneId" = m.id AND o."recordedAt" >= q."askedAt"
                          AND o."recordedAt" <= ${at}::timestamptz)
        ORDER BY u.id, owner.id, p.code, m.ordinal`;
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
