import type { Instant } from '../domain/day.js';
import type { Words } from '../domain/plan.js';
import type { Database } from './database.js';
import { Prisma } from './generated/client.js';

/** A line of the activity log about a project, with what it takes to tell it. */
export type Happening = {
  readonly at: Instant;
  /** null: by itself. */
  readonly person: Words | null;
  readonly projectId: number;
  readonly code: string;
  readonly projectName: string;
  readonly action: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  /** Of a change to a milestone: its name now. */
  readonly milestone: string | null;
  /** Of a step of an obstacle: its number. */
  readonly obstacle: number | null;
  /** A report that was taken back since, or amended. */
  readonly undone: boolean;
};

/** Whom something concerns: what these persons own, sponsor or have raised, and what belongs to these units. */
export type Concern = { readonly personIds: readonly number[]; readonly unitIds: readonly number[] };

type Row = Omit<Happening, 'at'> & { readonly at: Date };

/** What is told; the rest of the log (reminders, announcements, what nobody asks about) is not. */
const TOLD = [
  'report',
  'amend',
  'add-project',
  'change-project',
  'add-milestone',
  'change-milestone',
  'remove-milestone',
  'obstacle-flagged',
  'obstacle-claimed',
  'obstacle-resolved',
  'obstacle-raised',
  'obstacle-handed-over',
  'obstacle-returned',
  'obstacle-verified',
  'obstacle-withdrawn',
  'obstacle-commented',
  'obstacle-lapsed',
];

export function happeningsIn(database: Database) {
  async function read(which: Prisma.Sql, limit: number): Promise<readonly Happening[]> {
    const rows = await database.$queryRaw<Row[]>`
      SELECT a.at, CASE WHEN w.id IS NOT NULL THEN json_build_object('zh', w.name, 'en', w."nameEn") END AS person,
             p.id AS "projectId", p.code, p.name AS "projectName", a.action, a.before, a.after, m.name AS milestone,
             o.number AS obstacle,
             EXISTS (SELECT 1 FROM report r WHERE r."programId" = a."programId" AND r.cause = a.cause AND r.ordinal = a.ordinal
                     AND r."undoneAt" IS NOT NULL AND a.action IN ('report', 'amend'))
             OR EXISTS (SELECT 1 FROM figures f WHERE f."programId" = a."programId" AND f.cause = a.cause AND f.ordinal = a.ordinal
                        AND f."undoneAt" IS NOT NULL AND a.action IN ('report', 'amend')) AS undone
      FROM activity a
      LEFT JOIN milestone m ON a.thing = 'milestone' AND m.id = a."thingId"
      LEFT JOIN obstacle o ON a.thing = 'obstacle' AND o.id = a."thingId"
      JOIN project p ON p.id = CASE a.thing WHEN 'project' THEN a."thingId" WHEN 'milestone' THEN m."projectId" WHEN 'obstacle' THEN o."projectId" END
      LEFT JOIN person w ON w.id = a."personId"
      WHERE a.action = ANY(${TOLD}::text[]) AND ${which}
      ORDER BY a.id DESC LIMIT ${limit}`;
    return rows.map(({ at, ...row }) => ({ ...row, at: at.getTime() }));
  }

  return {
    /** What happened to a project, the newest first. */
    ofProject: (programId: number, projectId: number, limit: number): Promise<readonly Happening[]> =>
      read(
        Prisma.sql`a."programId" = ${programId} AND (
          (a.thing = 'project' AND a."thingId" = ${projectId})
          OR (a.thing = 'milestone' AND a."thingId" IN (SELECT id FROM milestone WHERE "projectId" = ${projectId}))
          OR (a.thing = 'obstacle' AND a."thingId" IN (SELECT id FROM obstacle WHERE "projectId" = ${projectId})))`,
        limit,
      ),

    /** What others than `personId` did after a moment to what concerns them, the newest first. */
    since: (
      programId: number,
      after: Instant,
      personId: number,
      { personIds, unitIds }: Concern,
      limit: number,
    ): Promise<readonly Happening[]> => {
      const people = Prisma.sql`ANY(${[...personIds]}::int[])`;
      return read(
        Prisma.sql`a."programId" = ${programId} AND a.at > ${new Date(after)}::timestamptz
          AND a."personId" IS DISTINCT FROM ${personId} AND (
            p."ownerId" = ${people} OR p."sponsorId" = ${people} OR p."unitId" = ANY(${[...unitIds]}::int[])
            OR o."raisedById" = ${people} OR o."holderId" = ${people} OR o."claimedById" = ${people}
            OR EXISTS (SELECT 1 FROM milestone own WHERE own."projectId" = p.id AND own."ownerId" = ${people})
            OR EXISTS (SELECT 1 FROM co_owner w2 WHERE w2."projectId" = p.id AND w2."personId" = ${people}))`,
        limit,
      );
    },
  };
}
