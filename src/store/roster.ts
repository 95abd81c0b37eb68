import type { Role, Words } from '../domain/plan.js';
import type { Language } from '../text/language.js';
import type { Database } from './database.js';

/** Somebody as a list of people shows them: who they are, what they hold, whether they can be reached. */
export type Listed = {
  readonly id: number;
  readonly name: string;
  readonly nameEn: string;
  readonly title: Words;
  readonly email: string | null;
  readonly slackUserId: string | null;
  readonly language: Language;
  readonly duties: readonly { readonly role: Role; readonly unitId: number | null; readonly unitName: Words | null }[];
};

/** The people of a program as a list: everybody with a role in it, and everybody who still has work in it. */
export function rosterIn(database: Database) {
  return {
    async all(programId: number): Promise<readonly Listed[]> {
      return database.$queryRaw<Listed[]>`
        SELECT p.id, p.name, p."nameEn", p.title, p.email, p."slackUserId", p.language, coalesce(held.duties, '[]'::json) AS duties
        FROM person p
        LEFT JOIN LATERAL (
          SELECT json_agg(json_build_object('role', d.role, 'unitId', d."unitId", 'unitName', u.name) ORDER BY d.id) AS duties
          FROM duty d LEFT JOIN unit u ON u.id = d."unitId" WHERE d."personId" = p.id AND d."programId" = ${programId}
        ) held ON true
        WHERE p."workspaceId" = (SELECT "workspaceId" FROM program WHERE id = ${programId})
          AND (held.duties IS NOT NULL
            OR EXISTS (SELECT 1 FROM project o WHERE o."programId" = ${programId} AND (o."ownerId" = p.id OR o."sponsorId" = p.id))
            OR EXISTS (SELECT 1 FROM milestone m WHERE m."programId" = ${programId} AND m."ownerId" = p.id))
        ORDER BY p.id`;
    },

    /** Somebody new; answers their id. */
    async add(person: {
      readonly workspaceId: string;
      readonly name: string;
      readonly nameEn: string;
      readonly title: Words;
      readonly email: string | null;
    }): Promise<number> {
      const { workspaceId } = person;
      const key = person.nameEn.toLowerCase().replace(/[^a-z0-9]/g, '') || 'person';
      const taken = await database.person.findMany({
        where: { workspaceId, key: { startsWith: key } },
        select: { key: true },
      });
      const keys = new Set(taken.map((row) => row.key));
      let free = key;
      for (let number = 2; keys.has(free); number += 1) free = `${key}-${number}`;
      const row = await database.person.create({
        data: { ...person, key: free, email: person.email?.toLowerCase() ?? null },
        select: { id: true },
      });
      return row.id;
    },

    /** Who has an e-mail address in a workspace, or null. */
    async byEmail(workspaceId: string, email: string): Promise<number | null> {
      const row = await database.person.findFirst({
        where: { workspaceId, email: email.toLowerCase() },
        select: { id: true },
      });
      return row?.id ?? null;
    },

    /** The units of a program, to be chosen from. */
    async units(
      programId: number,
    ): Promise<readonly { id: number; key: string; name: Words; aliases: readonly string[]; headId: number | null }[]> {
      const rows = await database.unit.findMany({
        where: { programId },
        select: { id: true, key: true, name: true, aliases: true, headId: true },
        orderBy: { id: 'asc' },
      });
      return rows.map((row) => ({ ...row, name: row.name as Words }));
    },
  };
}
