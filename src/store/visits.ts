import type { Instant, LocalDay } from '../domain/day.js';
import type { Database } from './database.js';

/** Looking again within half an hour is the same visit: what was new stays to be read. */
const SAME_VISIT_MS = 30 * 60_000;

/** Things that changed, by their ids. */
export type Touched = {
  readonly projectIds: readonly number[];
  readonly milestoneIds: readonly number[];
  readonly obstacleIds: readonly number[];
  readonly personIds: readonly number[];
};

export function visitsIn(database: Database) {
  return {
    /** Keeps that somebody looks at their home tab; answers the moment since which things are new to them, null for the first time. */
    async visit(programId: number, personId: number, now: Instant): Promise<Instant | null> {
      const [at, before] = [new Date(now), new Date(now - SAME_VISIT_MS)];
      const rows = await database.$queryRaw<{ previousAt: Date | null }[]>`
        INSERT INTO home_visit ("programId", "personId", "visitedAt") VALUES (${programId}, ${personId}, ${at}::timestamptz)
        ON CONFLICT ("programId", "personId") DO UPDATE SET "visitedAt" = EXCLUDED."visitedAt",
          "previousAt" = CASE WHEN home_visit."visitedAt" < ${before}::timestamptz THEN home_visit."visitedAt" ELSE home_visit."previousAt" END
        RETURNING "previousAt"`;
      return rows[0]?.previousAt?.getTime() ?? null;
    },

    /** The moment since which things are new to somebody who is not looking just now. */
    async newSince(programId: number, personId: number): Promise<Instant | null> {
      const row = await database.homeVisit.findUnique({ where: { programId_personId: { programId, personId } } });
      return (row?.previousAt ?? row?.visitedAt)?.getTime() ?? null;
    },

    /**
     * The Slack accounts of who looked since `since` and whose home tab shows one of these things: it is theirs, of the unit
     * that they head, with them, or they see the whole plan; or they stand in today for such a person.
     */
    async concerned(
      programId: number,
      { projectIds, milestoneIds, obstacleIds, personIds }: Touched,
      since: Instant,
      today: LocalDay,
    ): Promise<readonly string[]> {
      const rows = await database.$queryRaw<{ slackUserId: string }[]>`
        WITH touched AS (
          SELECT unnest(${[...projectIds]}::int[]) AS id
          UNION SELECT "projectId" FROM milestone WHERE id = ANY(${[...milestoneIds]}::int[])
          UNION SELECT "projectId" FROM obstacle WHERE id = ANY(${[...obstacleIds]}::int[])
        ), concerned AS (
          SELECT unnest(${[...personIds]}::int[]) AS id
          UNION SELECT p."ownerId" FROM project p JOIN touched t ON t.id = p.id
          UNION SELECT p."sponsorId" FROM project p JOIN touched t ON t.id = p.id
          UNION SELECT m."ownerId" FROM milestone m JOIN touched t ON t.id = m."projectId"
          UNION SELECT c."personId" FROM co_owner c JOIN touched t ON t.id = c."projectId"
          UNION SELECT d."personId" FROM project p JOIN touched t ON t.id = p.id JOIN duty d ON d."unitId" = p."unitId" AND d.role = 'unit-head'
          UNION SELECT unnest(ARRAY[o."raisedById", o."holderId", o."claimedById"]) FROM obstacle o WHERE o.id = ANY(${[...obstacleIds]}::int[])
          UNION SELECT d."personId" FROM duty d WHERE d."programId" = ${programId} AND d.role IN ('leader', 'commander', 'coordinator', 'viewer')
            AND EXISTS (SELECT 1 FROM touched)
        )
        SELECT w."slackUserId" FROM home_visit v JOIN person w ON w.id = v."personId"
        WHERE v."programId" = ${programId} AND v."visitedAt" > ${new Date(since)}::timestamptz AND w."slackUserId" IS NOT NULL
          AND (v."personId" IN (SELECT id FROM concerned)
               OR EXISTS (SELECT 1 FROM delegation g WHERE g."programId" = ${programId} AND g."delegateId" = v."personId" AND g."endedAt" IS NULL
                          AND g."fromDay" <= ${today} AND g."toDay" >= ${today} AND g."personId" IN (SELECT id FROM concerned)))
        ORDER BY v."personId"`;
      return rows.map((row) => row.slackUserId);
    },
  };
}
