import { dayAt, type Instant } from '../domain/day.js';
import type { FactObstacle } from '../domain/digest/facts.js';
import type { Program } from '../domain/program.js';
import type { Database } from './database.js';

type Row = Omit<FactObstacle, 'flaggedOn' | 'standing' | 'since'> & {
  readonly since: Date;
  readonly recordedAt: Date;
  readonly last: 'flagged' | 'raised' | 'returned' | 'claimed' | 'resolved' | 'verified' | 'withdrawn' | 'handed-over';
};

const STANDINGS = {
  flagged: 'open',
  raised: 'open',
  returned: 'open',
  claimed: 'claimed',
  resolved: 'resolved',
  verified: null,
  withdrawn: null,
  // To a department by a leader, who takes it from whoever had it.
  'handed-over': 'open',
} as const;

/**
 * Reads obstacles as they stood at a moment, from the steps in the log: what the table says is today's. Steps are never
 * taken back, so what was known then and what is known now are the same.
 */
export function obstacleFactsIn(database: Database) {
  return {
    async obstacles(program: Pick<Program, 'id' | 'timeZone'>, moment: Instant): Promise<readonly FactObstacle[]> {
      const at = new Date(moment);
      const rows = await database.$queryRaw<Row[]>`
        WITH step AS (
          SELECT a.id, a.at, a."thingId", a.after->>'kind' AS kind, a.after FROM activity a
          WHERE a."programId" = ${program.id} AND a.thing = 'obstacle' AND a.at <= ${at}::timestamptz
        ), stood AS (
          SELECT DISTINCT ON ("thingId") "thingId", kind, after->>'promisedFor' AS "promisedFor" FROM step
          WHERE kind IN ('flagged', 'raised', 'returned', 'claimed', 'resolved', 'verified', 'withdrawn') OR (kind = 'handed-over' AND after ? 'rung')
          ORDER BY "thingId", id DESC
        ), rung AS (
          SELECT DISTINCT ON ("thingId") "thingId", coalesce(after->>'to', after->>'rung') AS rung, at AS since FROM step
          WHERE kind IN ('flagged', 'raised') OR (kind = 'handed-over' AND after ? 'rung') ORDER BY "thingId", id DESC
        ), handed AS (
          SELECT DISTINCT ON ("thingId") "thingId", (after->>'toUnitId')::int AS "unitId" FROM step
          WHERE kind = 'handed-over' ORDER BY "thingId", id DESC
        )
        SELECT o.id, o.number, o."projectId", p.code, p.name AS "projectName", o.kind, o.matter, o.text, o.urgent, stood.kind AS last,
               rung.rung, rung.since, stood."promisedFor", o."recordedAt",
               CASE WHEN rung.rung = 'department' THEN u.key END AS department,
               CASE WHEN rung.rung = 'department' THEN u.name END AS "departmentName",
               coalesce(o."overdueSince" <= ${at}::timestamptz, false) AS overdue
        FROM obstacle o JOIN project p ON p.id = o."projectId"
        JOIN stood ON stood."thingId" = o.id JOIN rung ON rung."thingId" = o.id
        LEFT JOIN handed ON handed."thingId" = o.id
        LEFT JOIN unit u ON u.id = coalesce(handed."unitId", o."departmentId")
        WHERE o."programId" = ${program.id} AND o."recordedAt" <= ${at}::timestamptz
        ORDER BY o.number`;
      return rows.flatMap(({ recordedAt, last, since, ...row }) => {
        const standing = STANDINGS[last];
        return standing === null
          ? []
          : [{ ...row, standing, since: since.getTime(), flaggedOn: dayAt(recordedAt.getTime(), program.timeZone) }];
      });
    },
  };
}
