import type { Instant } from '../domain/day.js';
import type { Database } from './database.js';
import { Prisma } from './generated/client.js';

/** A line of the activity log: who did what to which thing, with the old and the new. */
export type Act = {
  readonly workspaceId: string;
  readonly programId: number | null;
  readonly at: Instant;
  readonly personId: number | null;
  readonly action: string;
  readonly thing: string;
  readonly thingId: number | null;
  readonly before?: object | null;
  readonly after?: object | null;
  readonly cause: string;
  readonly ordinal?: number;
};

export function activityIn(database: Database) {
  return {
    /** Adds to the log. The database refuses the same cause and ordinal twice. */
    async add(acts: readonly Act[]): Promise<void> {
      await database.activity.createMany({
        data: acts.map((act, index) => ({
          ...act,
          at: new Date(act.at),
          before: act.before ?? Prisma.DbNull,
          after: act.after ?? Prisma.DbNull,
          ordinal: act.ordinal ?? index,
        })),
      });
    },
  };
}
