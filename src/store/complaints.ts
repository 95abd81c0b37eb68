import type { Instant } from '../domain/day.js';
import type { Database } from './database.js';

/** A complaint or wish, or (`answersId`) an answer to one. `personId` null: said without a name. */
export type Complaint = {
  readonly id: number;
  readonly personId: number | null;
  readonly text: string;
  readonly answersId: number | null;
};

export type NewComplaint = Omit<Complaint, 'id'> & {
  readonly programId: number;
  readonly at: Instant;
  /** When it is told; null: at once. */
  readonly tellAt: Instant | null;
  readonly cause: string;
};

const FIELDS = { id: true, personId: true, text: true, answersId: true } as const;

export function complaintsIn(database: Database) {
  return {
    /** Keeps one; null where this cause has brought it before. */
    async add({ at, tellAt, ...complaint }: NewComplaint): Promise<Complaint | null> {
      const rows = await database.complaint.createManyAndReturn({
        data: [{ ...complaint, at: new Date(at), tellAt: tellAt === null ? null : new Date(tellAt) }],
        select: FIELDS,
        skipDuplicates: true,
      });
      return rows[0] ?? null;
    },

    byId: (programId: number, id: number): Promise<Complaint | null> =>
      database.complaint.findFirst({ where: { programId, id }, select: FIELDS }),

    /** Takes those that are to be told by now; each is taken once. */
    async takeUntold(programId: number, now: Instant): Promise<readonly Complaint[]> {
      return database.$queryRaw<Complaint[]>`
        UPDATE complaint SET "tellAt" = NULL
        WHERE "programId" = ${programId} AND "tellAt" <= ${new Date(now)}::timestamptz
        RETURNING id, "personId", text, "answersId"`;
    },

    /** When the next is to be told after `now`, or null. */
    async nextUntold(programId: number, now: Instant): Promise<Instant | null> {
      const row = await database.complaint.findFirst({
        where: { programId, tellAt: { gt: new Date(now) } },
        select: { tellAt: true },
        orderBy: { tellAt: 'asc' },
      });
      return row?.tellAt?.getTime() ?? null;
    },
  };
}
