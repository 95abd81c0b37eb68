import type { AsOf } from '../domain/digest/facts.js';
import { Prisma } from './generated/client.js';

/** What of a past counts: what was told by its moment, of a late one about its day or an earlier one, and not taken back by then. */
function counts(row: 'f' | 'r', { moment, knownAt, late }: AsOf): Prisma.Sql {
  const of = Prisma.raw(row);
  const known = Prisma.sql`${new Date(knownAt)}::timestamptz`;
  const about = late === undefined ? Prisma.empty : Prisma.sql`AND ${of}."onDay" <= ${late.about}`;
  return Prisma.sql`
    ${of}."recordedAt" <= ${known} AND ${of}."countsAt" <= ${new Date(late?.toldBy ?? moment)}::timestamptz ${about}
    AND (${of}."undoneAt" IS NULL OR ${of}."undoneAt" > ${known})`;
}

/** What of the report that was the last word on a milestone `m` as of a moment: `said`. */
export const lastReport = (at: AsOf, fields: Prisma.Sql): Prisma.Sql => Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT ${fields} FROM report r
    WHERE r."milestoneId" = m.id AND ${counts('r', at)}
    ORDER BY r."recordedAt" DESC, r.id DESC LIMIT 1
  ) said ON true`;

/** The figures that were the last word on a project `p` as of a moment: `stated`. */
export const lastFigures = (at: AsOf): Prisma.Sql => Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT f."doneInvestment" FROM figures f
    WHERE f."projectId" = p.id AND ${counts('f', at)}
    ORDER BY f."recordedAt" DESC, f.id DESC LIMIT 1
  ) stated ON true`;
