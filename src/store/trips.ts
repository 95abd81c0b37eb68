import type { Instant, LocalDay } from '../domain/day.js';
import type { TripAnswer } from '../domain/promotion/trips.js';
import type { Database } from './database.js';

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

    /** All answers, without who gave them: it is told by procedure. */
    async answers(programId: number): Promise<readonly TripAnswer[]> {
      const rows = await database.tripAnswer.findMany({
        where: { programId },
        select: { procedure: true, trips: true, onDay: true },
        orderBy: { id: 'asc' },
      });
      return rows.map(({ onDay, ...row }) => ({ ...row, on: onDay as LocalDay }));
    },

    /** The procedures of a month on which a coordinator decided already. */
    async decided(programId: number, month: LocalDay): Promise<ReadonlySet<string>> {
      const rows = await database.tripProposal.findMany({ where: { programId, month }, select: { procedure: true } });
      return new Set(rows.map(({ procedure }) => procedure));
    },

    async decide(of: {
      readonly programId: number;
      readonly procedure: string;
      readonly month: LocalDay;
      readonly personId: number;
      readonly at: Instant;
    }): Promise<void> {
      await database.tripProposal.createMany({ data: [{ ...of, at: new Date(of.at) }], skipDuplicates: true });
    },
  };
}
