import type { LocalDay } from '../domain/day.js';
import type { Stage } from '../domain/plan.js';
import type { Language } from '../text/language.js';
import type { Database } from './database.js';

/** A milestone of a form or an answer: what is due, where it stands. */
export type MilestoneLine = {
  readonly id: number;
  readonly projectId: number;
  readonly code: string;
  readonly projectName: string;
  readonly name: string;
  readonly due: LocalDay | null;
  readonly percent: number | null;
  readonly forecast: LocalDay | null;
  readonly reportedOn: LocalDay | null;
};

/** A project as its thread and card need it. */
export type ProjectLine = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly stage: Stage;
  readonly unitId: number;
  readonly unitName: { readonly zh: string; readonly en: string };
  readonly channelId: string | null;
  /** What the unit's channel reads: the language of its digest, else Chinese. */
  readonly channelLanguage: Language;
  readonly ownerName: string | null;
  readonly sponsorName: string | null;
  readonly yearPlan: number | null;
  readonly doneInvestment: number | null;
  /** The post under which its thread hangs, once there is one (dedupe key `project:<id>`). */
  readonly threadPostId: number | null;
};

/** Whom a project concerns, as the rules look at it. */
type ProjectConcerns = {
  readonly id: number;
  readonly programId: number;
  readonly unitId: number;
  readonly ownerId: number | null;
  readonly sponsorId: number | null;
  readonly coOwnerIds: readonly number[];
  readonly milestoneOwnerIds: readonly number[];
};

export function projectsIn(database: Database) {
  return {
    async concerns(ids: readonly number[]): Promise<ReadonlyMap<number, ProjectConcerns>> {
      const rows =
        ids.length === 0
          ? []
          : await database.$queryRaw<ProjectConcerns[]>`
        SELECT p.id, p."programId", p."unitId", p."ownerId", p."sponsorId",
          coalesce((SELECT json_agg(c."personId") FROM co_owner c WHERE c."projectId" = p.id), '[]'::json) AS "coOwnerIds",
          coalesce((SELECT json_agg(DISTINCT m."ownerId") FROM milestone m WHERE m."projectId" = p.id AND m."ownerId" IS NOT NULL), '[]'::json) AS "milestoneOwnerIds"
        FROM project p WHERE p.id = ANY(${[...new Set(ids)]}::int[])`;
      return new Map(rows.map((each) => [each.id, each]));
    },

    /** Every project of a program by name, for understanding lines and for rights; kept in memory a revision long. */
    async named(programId: number) {
      return database.project.findMany({
        where: { programId, standing: { not: 'withdrawn' } },
        select: {
          id: true,
          code: true,
          name: true,
          unitId: true,
          ownerId: true,
          sponsorId: true,
          coOwners: { select: { personId: true }, orderBy: { personId: 'asc' } },
          nicknames: { select: { text: true }, orderBy: { id: 'asc' } },
          milestones: { select: { id: true, name: true, ownerId: true }, orderBy: { ordinal: 'asc' } },
        },
        orderBy: { code: 'asc' },
      });
    },

    /** The open milestones that a person owns (their own, their project's or a shared one's), what is due first; at most `limit`. */
    async openMilestonesOf(
      programId: number,
      personIds: readonly number[],
      limit: number,
    ): Promise<readonly MilestoneLine[]> {
      return database.$queryRaw<MilestoneLine[]>`
        SELECT m.id, m."projectId", p.code, p.name AS "projectName", m.name, m.due, m.percent, m.forecast, m."reportedOn"
        FROM project p JOIN milestone m ON m."projectId" = p.id
        WHERE p."programId" = ${programId} AND p.standing = 'open' AND coalesce(m.percent, 0) < 100
          AND (m."ownerId" = ANY(${[...personIds]}::int[])
            OR (m."ownerId" IS NULL AND p."ownerId" = ANY(${[...personIds]}::int[]))
            OR EXISTS (SELECT 1 FROM co_owner c WHERE c."projectId" = p.id AND c."personId" = ANY(${[...personIds]}::int[])))
        ORDER BY m.due NULLS LAST, p.code, m.ordinal LIMIT ${limit}`;
    },

    /** The open milestones of one project, in the order of its roadmap, each with the owner of its own. */
    async openMilestonesOfProject(
      programId: number,
      projectId: number,
      limit: number,
    ): Promise<readonly (MilestoneLine & { readonly milestoneOwnerId: number | null })[]> {
      return database.$queryRaw`
        SELECT m.id, m."projectId", p.code, p.name AS "projectName", m.name, m.due, m.percent, m.forecast, m."reportedOn",
               m."ownerId" AS "milestoneOwnerId"
        FROM project p JOIN milestone m ON m."projectId" = p.id
        WHERE p."programId" = ${programId} AND p.id = ${projectId} AND p.standing = 'open' AND coalesce(m.percent, 0) < 100
        ORDER BY m.ordinal LIMIT ${limit}`;
    },

    async lines(programId: number, ids: readonly number[]): Promise<ReadonlyMap<number, ProjectLine>> {
      const rows = await database.$queryRaw<ProjectLine[]>`
        SELECT p.id, p.code, p.name, p.stage, p."unitId", u.name AS "unitName", u."channelId",
               coalesce((SELECT s2.language FROM subscription s2 WHERE s2."channelId" = u."channelId" AND s2."programId" = p."programId" ORDER BY s2.id LIMIT 1), 'zh') AS "channelLanguage",
               o.name AS "ownerName", s.name AS "sponsorName",
               p."yearPlan", p."doneInvestment", root.id AS "threadPostId"
        FROM project p JOIN program g ON g.id = p."programId" JOIN unit u ON u.id = p."unitId"
          LEFT JOIN post root ON root."workspaceId" = g."workspaceId" AND root.subject = 'project:' || p.id
          LEFT JOIN person o ON o.id = p."ownerId" LEFT JOIN person s ON s.id = p."sponsorId"
        WHERE p."programId" = ${programId} AND p.id = ANY(${[...ids]}::int[])`;
      return new Map(rows.map((row) => [row.id, row]));
    },
  };
}

export type NamedProject = Awaited<ReturnType<ReturnType<typeof projectsIn>['named']>>[number];
