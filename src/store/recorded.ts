import { type Act, loggedActs } from './activity.js';
import type { Database } from './database.js';
import { Prisma } from './generated/client.js';
import { keptReports, type NewReport, type Said } from './reports.js';
import { type NewPost, writtenPosts } from './written-posts.js';

/** What a burst of statements leaves. */
export type Recorded = {
  readonly reports: readonly (Said & NewReport)[];
  readonly acts: readonly Act[];
  readonly posts: readonly NewPost[];
};

export function recordedIn(database: Database) {
  return {
    /** Keeps all of it in one statement: a way to the server and back is what a report waits for most. */
    async keep(programId: number, { reports, acts, posts }: Recorded): Promise<void> {
      const parts = [keptReports(programId, reports), loggedActs(database, acts), writtenPosts(posts)];
      await database.$executeRaw`WITH ${Prisma.join(parts)} SELECT 1`;
    },
  };
}
