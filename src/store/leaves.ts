import type { Instant, LocalDay } from '../domain/day.js';
import type { Leave } from '../domain/leave.js';
import type { Database } from './database.js';

/** A leave as it was entered. */
export type EnteredLeave = Leave & { readonly id: number; readonly byId: number | null };

export type NewLeave = Leave & {
  readonly programId: number;
  readonly byId: number;
  readonly at: Instant;
  readonly cause: string;
  /** Entered in quiet hours: when its delegate is told. null: at once. */
  readonly tellAt: Instant | null;
};

const entered = (row: {
  id: number;
  personId: number;
  delegateId: number | null;
  fromDay: string;
  toDay: string;
  byId: number | null;
}): EnteredLeave => ({
  id: row.id,
  personId: row.personId,
  delegateId: row.delegateId,
  from: row.fromDay as LocalDay,
  to: row.toDay as LocalDay,
  byId: row.byId,
});

export function leavesIn(database: Database) {
  return {
    /** The leaves of a program that last to `day` or longer, in the order in which they were entered. */
    async from(programId: number, day: LocalDay): Promise<readonly EnteredLeave[]> {
      const rows = await database.delegation.findMany({
        where: { programId, toDay: { gte: day }, endedAt: null },
        orderBy: { id: 'asc' },
      });
      return rows.map(entered);
    },

    async byId(programId: number, id: number): Promise<EnteredLeave | null> {
      const row = await database.delegation.findFirst({ where: { programId, id, endedAt: null } });
      return row ? entered(row) : null;
    },

    /** The leave that a payload entered, or null: it may be tried again. */
    async byCause(programId: number, cause: string): Promise<EnteredLeave | null> {
      const row = await database.delegation.findFirst({ where: { programId, cause } });
      return row ? entered(row) : null;
    },

    async add({ at, from, to, tellAt, ...leave }: NewLeave): Promise<number> {
      const row = await database.delegation.create({
        data: {
          ...leave,
          fromDay: from,
          toDay: to,
          recordedAt: new Date(at),
          tellAt: tellAt === null ? null : new Date(tellAt),
        },
        select: { id: true },
      });
      return row.id;
    },

    /** Takes the leaves whose delegates are to be told by now; each is taken once. */
    async takeUntold(programId: number, now: Instant): Promise<readonly EnteredLeave[]> {
      const rows = await database.$queryRaw<Parameters<typeof entered>[0][]>`
        UPDATE delegation SET "tellAt" = NULL
        WHERE "programId" = ${programId} AND "tellAt" <= ${new Date(now)}::timestamptz AND "endedAt" IS NULL
        RETURNING id, "personId", "delegateId", "fromDay", "toDay", "byId"`;
      return rows.map(entered);
    },

    /** When the next delegate is to be told after `now`, or null. */
    async nextUntold(programId: number, now: Instant): Promise<Instant | null> {
      const row = await database.delegation.findFirst({
        where: { programId, endedAt: null, tellAt: { gt: new Date(now) } },
        select: { tellAt: true },
        orderBy: { tellAt: 'asc' },
      });
      return row?.tellAt?.getTime() ?? null;
    },

    /** Somebody stands in for nobody any more, from `day` on; answers for whom they did. */
    async dropDelegate(programId: number, delegateId: number, day: LocalDay): Promise<readonly number[]> {
      const rows = await database.delegation.updateManyAndReturn({
        where: { programId, delegateId, toDay: { gte: day }, endedAt: null },
        data: { delegateId: null, tellAt: null },
        select: { personId: true },
      });
      return [...new Set(rows.map((row) => row.personId))];
    },

    /** Ends a leave; false where it had ended before. */
    async end(programId: number, id: number, at: Instant): Promise<boolean> {
      const { count } = await database.delegation.updateMany({
        where: { programId, id, endedAt: null },
        data: { endedAt: new Date(at) },
      });
      return count > 0;
    },
  };
}
