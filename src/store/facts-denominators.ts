import type { Instant } from '../domain/day.js';
import { type DenominatorChange, type DenominatorLine, denominatorChanges } from '../domain/denominator-change.js';
import type { Database } from './database.js';

export function denominatorChangesIn(database: Database) {
  return {
    /** What was done to the ledger in a span that changes which projects goals count; newest first. */
    async denominatorChanges(
      programId: number,
      { after, moment }: { readonly after: Instant; readonly moment: Instant },
    ): Promise<readonly DenominatorChange[]> {
      const rows = await database.$queryRaw<(Omit<DenominatorLine, 'at'> & { readonly at: Date })[]>`
        SELECT p.id AS "projectId", p.code, p.name, a.action = 'add-project' AS added, a.at, a.after->>'reason' AS reason,
               CASE WHEN a.action = 'add-project' THEN '{}' ELSE coalesce(a.before, '{}') END AS before, coalesce(a.after, '{}') AS after
        FROM activity a JOIN project p ON p.id = a."thingId" AND p."programId" = a."programId"
        WHERE a."programId" = ${programId} AND a.at > ${new Date(after)}::timestamptz AND a.at <= ${new Date(moment)}::timestamptz
          AND a.action IN ('add-project', 'change-project') AND (a.action = 'add-project' OR a.after ?| ARRAY['category', 'standing'])
        ORDER BY a.id`;
      return denominatorChanges(rows.map((row) => ({ ...row, at: row.at.getTime() })));
    },
  };
}
