import type { Instant } from '../domain/day.js';
import { Prisma } from './generated/client.js';

/** What the log says last of each thing of a kind by a moment: how it stood then, since its table says how it stands today. */
export const stoodAt = (thing: 'item' | 'slip', programId: number, moment: Instant): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT ON (a."thingId") a."thingId", a.after, a.at FROM activity a
  WHERE a."programId" = ${programId} AND a.thing = ${thing} AND a.at <= ${new Date(moment)}::timestamptz
  ORDER BY a."thingId", a.id DESC`;
