import type { Instant, LocalDay } from '../domain/day.js';
import type { Database } from './database.js';

export function nudgesIn(database: Database) {
  return {
    /** The projects that were nudged on a day, and when: each has one nudge, whose cause names the day. */
    async today(programId: number, day: LocalDay): Promise<ReadonlyMap<number, Instant>> {
      const rows = await database.activity.findMany({
        where: { programId, thing: 'project', action: 'nudge', cause: { endsWith: `:${day}` } },
        select: { thingId: true, at: true },
      });
      return new Map(rows.flatMap(({ thingId, at }) => (thingId === null ? [] : [[thingId, at.getTime()] as const])));
    },
  };
}
