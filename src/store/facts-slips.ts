import type { Instant } from '../domain/day.js';
import type { FactSlip } from '../domain/digest/facts.js';
import type { Database } from './database.js';
import { stoodAt } from './facts-stood.js';

type Row = Omit<FactSlip, 'standing'> & { readonly standing: string };

/** Reads slips as they stood at a moment, from what the log says of each: the table says how they stand today. */
export function slipFactsIn(database: Database) {
  return {
    /** Those that were issued and not at their end by then: red ones first, then by their day. null: none ever was issued. */
    async slips(programId: number, moment: Instant): Promise<readonly FactSlip[] | null> {
      const rows = await database.$queryRaw<Row[]>`
        WITH stood AS (${stoodAt('slip', programId, moment)})
        SELECT s.id, s.number, s."projectId", p.code, u.key AS unit, u.name AS "unitName", m.name AS milestone, s.text,
               stood.after->>'standing' AS standing, stood.after->>'colour' AS colour, stood.after->>'dueDay' AS "dueDay"
        FROM stood JOIN slip s ON s.id = stood."thingId" JOIN unit u ON u.id = s."unitId"
          LEFT JOIN project p ON p.id = s."projectId" LEFT JOIN milestone m ON m.id = s."milestoneId"
        ORDER BY array_position(ARRAY['red', 'yellow', 'blue'], stood.after->>'colour'), stood.after->>'dueDay', s.number`;
      if (rows.length === 0) return null;
      return rows.flatMap(({ standing, ...row }) =>
        standing === 'open' || standing === 'answered' ? [{ ...row, standing }] : [],
      );
    },
  };
}
