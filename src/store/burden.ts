import { type BurdenCounts, isUnasked, type PostCount } from '../domain/burden.js';
import type { Instant } from '../domain/day.js';
import { type Counts, totalCounts } from '../domain/prompt.js';
import type { Database } from './database.js';

/** What the bot sent and spared, counted from its posts and from what it wrote down of its mornings. */
export function burdenIn(database: Database) {
  return {
    /** Of what was sent from `from` until before `to`, days by the program's own. */
    async counts(programId: number, from: Instant, to: Instant, timeZone: string): Promise<BurdenCounts> {
      const [first, last] = [new Date(from), new Date(to)];
      const posts = await database.$queryRaw<PostCount[]>`
        SELECT split_part(subject, ':', 1) AS key, count(*)::int AS count FROM post
        WHERE "programId" = ${programId} AND "createdAt" >= ${first}::timestamptz AND "createdAt" < ${last}::timestamptz
          AND standing = 'posted'
        GROUP BY 1`;
      const unasked = posts.map(({ key }) => key).filter(isUnasked);
      const [crowded] = await database.$queryRaw<{ days: number }[]>`
        SELECT count(*)::int AS days FROM (
          SELECT 1 FROM post
          WHERE "programId" = ${programId} AND "createdAt" >= ${first}::timestamptz AND "createdAt" < ${last}::timestamptz
            AND standing = 'posted' AND "parentId" IS NULL AND "threadTs" IS NULL AND "channelId" ~ '^[DUW]'
            AND split_part(subject, ':', 1) = ANY(${unasked}::text[])
          GROUP BY "channelId", ("createdAt" AT TIME ZONE ${timeZone})::date HAVING count(*) > 1) crowded`;
      const mornings = await database.$queryRaw<{ after: Counts }[]>`
        SELECT after FROM activity
        WHERE "programId" = ${programId} AND thing = 'prompt' AND action = 'prompts' AND at >= ${first}::timestamptz AND at < ${last}::timestamptz`;
      const decidedAt = { gte: first, lt: last };
      const spares = await database.reviewSlot.groupBy({
        by: ['review'],
        where: { programId, outcome: 'spared', decidedAt },
        _count: true,
      });
      const meetings = spares.map(({ review, _count: count }) => ({ review, count }));
      const counted = totalCounts(mornings.map(({ after }) => after));
      return { posts, crowdedDays: crowded?.days ?? 0, mornings: counted, meetings };
    },
  };
}
