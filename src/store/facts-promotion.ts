import { type LocalDay, monthEnd } from '../domain/day.js';
import type { AsOf, FactPromotion } from '../domain/digest/facts.js';
import type { Database } from './database.js';

export function promotionFactsIn(database: Database) {
  return {
    /** A month of promotion as of a moment: the county leaders in the plan's order, whose month is excused, and what was led. */
    async promotion(programId: number, month: LocalDay, { moment, knownAt }: AsOf): Promise<FactPromotion> {
      const [at, known] = [new Date(moment), new Date(knownAt)];
      const [row] = await database.$queryRaw<Omit<FactPromotion, 'month'>[]>`
        SELECT
          coalesce((SELECT json_agg(json_build_object('id', p.id, 'name', json_build_object('zh', p.name, 'en', p."nameEn"),
                                                      'excused', e.reason) ORDER BY p.id)
                    FROM person p LEFT JOIN promotion_excuse e ON e."programId" = ${programId} AND e."leaderId" = p.id
                      AND e.month = ${month} AND e.at <= ${at}::timestamptz
                    WHERE EXISTS (SELECT 1 FROM duty d
                                  WHERE d."programId" = ${programId} AND d."personId" = p.id AND d.role = 'leader')),
                   '[]'::json) AS leaders,
          coalesce((SELECT json_agg(json_build_object('id', a.id, 'leaderId', a."leaderId", 'on', a."onDay") ORDER BY a.id)
                    FROM promotion_activity a
                    WHERE a."programId" = ${programId} AND a."onDay" BETWEEN ${month} AND ${monthEnd(month)}
                      AND a."recordedAt" <= ${at}::timestamptz
                      AND (a."undoneAt" IS NULL OR a."undoneAt" > ${known}::timestamptz)), '[]'::json) AS activities`;
      if (row === undefined) throw new Error('a month of promotion was not read');
      return { month, ...row };
    },
  };
}
