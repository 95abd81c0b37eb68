import type { Instant } from '../domain/day.js';
import type { FactItem } from '../domain/digest/facts.js';
import type { Database } from './database.js';
import { stoodAt } from './facts-stood.js';

type Row = Omit<FactItem, 'standing'> & { readonly standing: FactItem['standing'] | 'dropped' };

/** Reads action items as they stood at a moment, from what the log says of each: the table says how they stand today. */
export function itemFactsIn(database: Database) {
  return {
    /** Those that were decided by then and not dropped: open ones first, by their day. null: none ever was decided. */
    async items(
      program: { readonly id: number; readonly timeZone: string },
      moment: Instant,
    ): Promise<readonly FactItem[] | null> {
      const rows = await database.$queryRaw<Row[]>`
        WITH stood AS (${stoodAt('item', program.id, moment)})
        SELECT i.id, i.number, i."projectId", p.code, jsonb_build_object('zh', owner.name, 'en', owner."nameEn") AS "ownerName", i.text,
               stood.after->>'standing' AS standing, stood.after->>'due' AS due,
               CASE WHEN stood.after->>'standing' = 'done' THEN to_char(stood.at AT TIME ZONE ${program.timeZone}, 'YYYY-MM-DD') END AS "endedOn"
        FROM stood JOIN action_item i ON i.id = stood."thingId" JOIN person owner ON owner.id = i."ownerId"
          LEFT JOIN project p ON p.id = i."projectId"
        ORDER BY stood.after->>'standing' = 'done', stood.after->>'due', i.number`;
      if (rows.length === 0) return null;
      return rows.flatMap(({ standing, ...row }) => (standing === 'dropped' ? [] : [{ ...row, standing }]));
    },
  };
}
