import type { Instant, LocalDay } from '../domain/day.js';
import { Prisma } from './generated/client.js';
import { countedAt } from './promotion-money.js';

/** What stands as of a moment of what goals compute themselves from. `about`: of days up to this one alone. */
type Told = { readonly moment: Instant; readonly knownAt: Instant; readonly about: LocalDay | null };

/**
 * What adds to a goal `g`, a row each: an activity adds one on its day, confirmed money its amount on the day of its voucher. Known from
 * when it was recorded, or confirmed; money until what corrects it was confirmed.
 */
const added = (programId: number, { moment, knownAt, about }: Told): Prisma.Sql => Prisma.sql`
  SELECT a."onDay", 1::numeric AS adds FROM promotion_activity a
  WHERE g.rule->>'from' = 'activities' AND a."programId" = ${programId} AND a."recordedAt" <= ${new Date(moment)}::timestamptz
    AND (a."undoneAt" IS NULL OR a."undoneAt" > ${new Date(knownAt)}::timestamptz)
    AND (${about}::text IS NULL OR a."onDay" <= ${about})
  UNION ALL SELECT m."onDay", m.amount::numeric FROM promotion_money m
  WHERE g.rule->>'from' = m.kind AND m."programId" = ${programId} AND ${countedAt(moment)}
    AND (${about}::text IS NULL OR m."onDay" <= ${about})`;

/** The value of a goal `g` that computes itself; null while there is nothing. The sum is exact. */
export const computedValue = (programId: number, told: Told): Prisma.Sql =>
  Prisma.sql`SELECT sum(adds)::float8 AS value FROM (${added(programId, told)}) parts`;

/** Its value on each day on which something was added. */
export const computedDays = (programId: number, told: Told): Prisma.Sql => Prisma.sql`
  SELECT (sum(sum(adds)) OVER (ORDER BY "onDay"))::float8 AS value, "onDay"
  FROM (${added(programId, told)}) parts GROUP BY "onDay"`;
