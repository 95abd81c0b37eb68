import type { Instant } from '../domain/day.js';
import type { FactFactor } from '../domain/digest/facts.js';
import type { Database } from './database.js';

/** Reads pools as they stood at a moment: batches, requests and draws are only ever added, each with its moment. */
export function factorFactsIn(database: Database) {
  return {
    /** Every pool that had a batch or a request by then; null: there was none. */
    async factors(
      program: { readonly id: number; readonly timeZone: string },
      moment: Instant,
    ): Promise<readonly FactFactor[] | null> {
      const at = new Date(moment);
      const rows = await database.$queryRaw<FactFactor[]>`
        WITH drawn AS (
          SELECT d."requestId", sum(d.amount) AS held, sum(greatest(d.amount, 0)) AS given FROM factor_draw d
            JOIN factor_pool f ON f.id = d."poolId"
          WHERE f."programId" = ${program.id} AND d.at <= ${at}::timestamptz GROUP BY d."requestId"
        ), lines AS (
          SELECT r."poolId", json_agg(json_build_object('projectId', p.id, 'code', p.code, 'waits', r.amount - coalesce(d.given, 0),
              'held', coalesce(d.held, 0), 'askedOn', to_char(r."askedAt" AT TIME ZONE ${program.timeZone}, 'YYYY-MM-DD'))
            ORDER BY p.code, r.id) AS requests
          FROM factor_request r JOIN project p ON p.id = r."projectId" LEFT JOIN drawn d ON d."requestId" = r.id
          WHERE r."programId" = ${program.id} AND r.standing = 'open' AND r."askedAt" <= ${at}::timestamptz GROUP BY r."poolId"
        ), batches AS (
          SELECT b."poolId", sum(b.amount) AS amount FROM factor_batch b WHERE b."openedAt" <= ${at}::timestamptz GROUP BY b."poolId"
        )
        SELECT f.id, f.factor, f.part, coalesce(b.amount, 0)::float8 AS amount, coalesce(l.requests, '[]'::json) AS requests
        FROM factor_pool f LEFT JOIN batches b ON b."poolId" = f.id LEFT JOIN lines l ON l."poolId" = f.id
        WHERE f."programId" = ${program.id} AND (b.amount IS NOT NULL OR l.requests IS NOT NULL) ORDER BY f.id`;
      return rows.length === 0 ? null : rows;
    },
  };
}
