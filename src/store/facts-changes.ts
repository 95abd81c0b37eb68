import type { Instant } from '../domain/day.js';
import type { Change, FiguresChange, ShownBy } from '../domain/digest/facts.js';
import { hasEvidence } from '../domain/evidence.js';
import type { Database } from './database.js';
import { countedFiles } from './evidence.js';

export type Span = {
  /** Counted after this moment, and by `moment`; see `AsOf` for `knownAt`. */
  readonly after: Instant;
  readonly moment: Instant;
  readonly knownAt: Instant;
};

type Timed<Row> = Omit<Row, 'at' | 'shown'> & ShownBy & { readonly at: Date };

/** A row with its moment and, where there is something to show, what. */
const withEvidence = <Row extends { readonly at: Date } & ShownBy>({ at, cause, evidence, ...row }: Row) => ({
  ...row,
  at: at.getTime(),
  ...(hasEvidence(evidence) ? { shown: { cause, evidence } } : {}),
});

export function changesIn(database: Database) {
  return {
    /** What was reported in a span, one row a milestone, newest first. */
    async changes(programId: number, { after, moment, knownAt }: Span): Promise<readonly Change[]> {
      const known = new Date(knownAt);
      const rows = await database.$queryRaw<Timed<Change>[]>`
        WITH counted AS (
          SELECT r.*, row_number() OVER newest AS place, count(*) OVER (PARTITION BY r."milestoneId") AS reports
          FROM report r
          WHERE r."programId" = ${programId} AND r."countsAt" > ${new Date(after)}::timestamptz
            AND r."countsAt" <= ${new Date(moment)}::timestamptz AND r."recordedAt" <= ${known}::timestamptz
            AND (r."undoneAt" IS NULL OR r."undoneAt" > ${known}::timestamptz)
          WINDOW newest AS (PARTITION BY r."milestoneId" ORDER BY r."recordedAt" DESC, r.id DESC)
        )
        SELECT c."projectId", m.ordinal, m.name AS milestone, p.name AS "personName", p."nameEn" AS "personNameEn",
               earlier.percent AS before, c."nowPercent" AS percent, c."nowDoneOn" AS "doneOn", c."nowForecast" AS forecast,
               earlier.forecast AS "forecastBefore", c.note, c."onDay", c.late, c."countsAt" AS at, c.reports::int AS reports,
               c.cause, shown.evidence
        FROM counted c
        JOIN milestone m ON m.id = c."milestoneId"
        JOIN person p ON p.id = c."personId"
        LEFT JOIN LATERAL (
          SELECT r."nowPercent" AS percent, r."nowForecast" AS forecast FROM report r
          WHERE r."milestoneId" = c."milestoneId" AND r."countsAt" <= ${new Date(after)}::timestamptz
            AND r."recordedAt" <= ${known}::timestamptz AND (r."undoneAt" IS NULL OR r."undoneAt" > ${known}::timestamptz)
          ORDER BY r."recordedAt" DESC, r.id DESC LIMIT 1
        ) earlier ON true
        LEFT JOIN LATERAL (
          SELECT ${countedFiles} AS evidence FROM evidence e WHERE e."programId" = c."programId" AND e.cause = c.cause
        ) shown ON true
        WHERE c.place = 1
        ORDER BY c."countsAt" DESC, c.id DESC`;
      return rows.map(withEvidence);
    },

    /** What figures were reported in a span, one row a project, newest first. */
    async figuresChanges(programId: number, { after, moment, knownAt }: Span): Promise<readonly FiguresChange[]> {
      const known = new Date(knownAt);
      const rows = await database.$queryRaw<Timed<FiguresChange>[]>`
        WITH counted AS (
          SELECT DISTINCT ON (f."projectId") f.*
          FROM figures f
          WHERE f."programId" = ${programId} AND f."countsAt" > ${new Date(after)}::timestamptz
            AND f."countsAt" <= ${new Date(moment)}::timestamptz AND f."recordedAt" <= ${known}::timestamptz
            AND (f."undoneAt" IS NULL OR f."undoneAt" > ${known}::timestamptz)
          ORDER BY f."projectId", f."recordedAt" DESC, f.id DESC
        )
        SELECT c."projectId", p.name AS "personName", p."nameEn" AS "personNameEn", earlier."doneInvestment" AS before,
               c."doneInvestment", c."onDay", c."countsAt" AS at, c.cause, shown.evidence
        FROM counted c
        JOIN person p ON p.id = c."personId"
        LEFT JOIN LATERAL (
          SELECT f."doneInvestment" FROM figures f
          WHERE f."projectId" = c."projectId" AND f."countsAt" <= ${new Date(after)}::timestamptz
            AND f."recordedAt" <= ${known}::timestamptz AND (f."undoneAt" IS NULL OR f."undoneAt" > ${known}::timestamptz)
          ORDER BY f."recordedAt" DESC, f.id DESC LIMIT 1
        ) earlier ON true
        LEFT JOIN LATERAL (
          SELECT ${countedFiles} AS evidence FROM evidence e WHERE e."programId" = c."programId" AND e.cause = c.cause
        ) shown ON true
        ORDER BY c."countsAt" DESC, c.id DESC`;
      return rows.map(withEvidence);
    },
  };
}
