import { type ProjectIndex, projectIndex } from '../domain/project-search.js';
import type { Database } from './database.js';

/** A project as it is searched, shown in a list, and judged by the rules. */
export type SearchedProject = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly nicknames: readonly string[];
  readonly standing: 'open' | 'paused' | 'withdrawn';
  readonly unitId: number;
  readonly ownerId: number | null;
  readonly sponsorId: number | null;
  readonly coOwnerIds: readonly number[];
  readonly milestoneOwnerIds: readonly number[];
};

type Called = { readonly id: number; readonly zh: string; readonly en: string; readonly aliases: readonly string[] };

/** What a program's projects are called, ready for searching. */
export type ProjectSearch = {
  readonly index: ProjectIndex;
  readonly byId: ReadonlyMap<number, SearchedProject>;
  readonly units: ReadonlyMap<number, { readonly zh: string; readonly en: string }>;
  readonly people: ReadonlyMap<number, { readonly zh: string; readonly en: string }>;
};

export function searchIn(database: Database) {
  return {
    /** Everything that projects are found by, in three statements. */
    async read(programId: number): Promise<ProjectSearch> {
      const projects = await database.$queryRaw<SearchedProject[]>`
        SELECT p.id, p.code, p.name, p.standing, p."unitId", p."ownerId", p."sponsorId",
          coalesce((SELECT json_agg(n.text ORDER BY n.id) FROM nickname n WHERE n."projectId" = p.id), '[]'::json) AS nicknames,
          coalesce((SELECT json_agg(c."personId" ORDER BY c."personId") FROM co_owner c WHERE c."projectId" = p.id), '[]'::json) AS "coOwnerIds",
          coalesce((SELECT json_agg(DISTINCT m."ownerId") FROM milestone m WHERE m."projectId" = p.id AND m."ownerId" IS NOT NULL), '[]'::json) AS "milestoneOwnerIds"
        FROM project p WHERE p."programId" = ${programId}`;
      const units = await database.$queryRaw<Called[]>`
        SELECT id, name->>'zh' AS zh, name->>'en' AS en, to_json(aliases) AS aliases FROM unit WHERE "programId" = ${programId}`;
      const people = await database.$queryRaw<Called[]>`
        SELECT id, name AS zh, "nameEn" AS en, '[]'::json AS aliases FROM person
        WHERE "workspaceId" = (SELECT "workspaceId" FROM program WHERE id = ${programId})`;
      const called = (rows: readonly Called[]) =>
        rows.map(({ id, zh, en, aliases }) => ({ id, names: [...new Set([zh, en, ...aliases])] }));
      const named = (rows: readonly Called[]) => new Map(rows.map(({ id, zh, en }) => [id, { zh, en }]));
      const owned = projects.map((project) => ({
        ...project,
        ownerIds: [project.ownerId, ...project.coOwnerIds].filter((id) => id !== null),
      }));
      return {
        index: projectIndex(owned, called(units), called(people)),
        byId: new Map(projects.map((project) => [project.id, project])),
        units: named(units),
        people: named(people),
      };
    },
  };
}
