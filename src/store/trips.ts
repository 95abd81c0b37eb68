import type { Instant, LocalDay } from '../domain/day.js';
import type { TripAnswer, Trips } from '../domain/promotion/trips.js';
import type { Database } from './database.js';

type AnsweredTrip = { readonly projectId: number; readonly procedure: string; readonly trips: Trips };

export function tripsIn(database: Database) {
  return {
    /** One answer a milestone: pressed again it is the last one. */
    async answer(of: {
      readonly programId: number;
      readonly milestoneId: number;
      readonly projectId: number;
      readonly procedure: string;
      readonly trips: number;
      readonly onDay: LocalDay;
      readonly personId: number;
      readonly at: Instant;
    }): Promise<void> {
      const { milestoneId, at, ...said } = of;
      const data = { ...said, at: new Date(at) };
      await database.tripAnswer.upsert({ where: { milestoneId }, create: { milestoneId, ...data }, update: data });
    },

    /** What was answered of some milestones. */
    of: (milestoneIds: readonly number[]): Promise<readonly AnsweredTrip[]> =>
      database.$queryRaw<AnsweredTrip[]>`
        SELECT a."projectId", a.procedure, a.trips FROM trip_answer a WHERE a."milestoneId" = ANY(${[...milestoneIds]}::int[])`,

    /** All answers about approvals that are done, without who gave them: it is told by procedure. */
    answers: (programId: number): Promise<readonly TripAnswer[]> =>
      database.$queryRaw<TripAnswer[]>`
        SELECT a.procedure, a.trips, a."onDay" AS on FROM trip_answer a JOIN milestone m ON m.id = a."milestoneId"
        WHERE a."programId" = ${programId} AND m."doneOn" IS NOT NULL ORDER BY a.id`,

    /** The project that last told of two trips or more for a procedure in a month; null: there is none. */
    async newestOften(programId: number, procedure: string, month: LocalDay): Promise<number | null> {
      const row = await database.tripAnswer.findFirst({
        where: { programId, procedure, trips: { gte: 2 }, onDay: { startsWith: month.slice(0, 7) } },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        select: { projectId: true },
      });
      return row?.projectId ?? null;
    },

    /** Months with procedures on which a coordinator decided already: `2020-06-01 环评`. */
    async decided(programId: number): Promise<ReadonlySet<string>> {
      const rows = await database.tripProposal.findMany({
        where: { programId },
        select: { procedure: true, month: true },
      });
      return new Set(rows.map(({ procedure, month }) => `${month} ${procedure}`));
    },

    /** False: it was decided before. */
    async decide(of: {
      readonly programId: number;
      readonly procedure: string;
      readonly month: LocalDay;
      readonly personId: number;
      readonly at: Instant;
    }): Promise<boolean> {
      const data = [{ ...of, at: new Date(of.at) }];
      return (await database.tripProposal.createMany({ data, skipDuplicates: true })).count > 0;
    },
  };
}
