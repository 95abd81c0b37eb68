import type { LocalDay } from '../domain/day.js';
import type { Role } from '../domain/plan.js';
import type { Person } from '../domain/program.js';
import type { Language } from '../text/language.js';
import type { Database } from './database.js';

/** Somebody as found in a program: who they are today, and what they read. */
export type Found = { readonly person: Person; readonly language: Language; readonly email: string | null };

type PersonRow = {
  id: number;
  workspaceId: string;
  name: string;
  nameEn: string;
  email: string | null;
  slackUserId: string | null;
  language: string;
  roles: { role: Role; unitId: number | null }[];
  standsInFor: number[];
};

export function peopleIn(database: Database) {
  async function find(
    programId: number,
    today: LocalDay,
    column: 'slackUserId' | 'id',
    values: readonly (string | number)[],
  ) {
    const rows = await database.$queryRawUnsafe<PersonRow[]>(
      `SELECT p.id, p."workspaceId", p.name, p."nameEn", p.email, p."slackUserId", p.language,
              jsonb_agg(jsonb_build_object('role', d.role, 'unitId', d."unitId") ORDER BY d.id) AS roles,
              coalesce((WITH RECURSIVE absent(id) AS (
                          SELECT p.id UNION
                          SELECT g."personId" FROM delegation g JOIN absent ON absent.id = g."delegateId"
                          WHERE g."programId" = $1 AND g."fromDay" <= $2 AND g."toDay" >= $2 AND g."endedAt" IS NULL)
                        SELECT jsonb_agg(absent.id ORDER BY absent.id) FROM absent WHERE absent.id <> p.id), '[]') AS "standsInFor"
       FROM person p JOIN duty d ON d."personId" = p.id AND d."programId" = $1
       WHERE p."${column}" = ANY($3) AND p."workspaceId" = (SELECT "workspaceId" FROM program WHERE id = $1)
       GROUP BY p.id`,
      programId,
      today,
      values,
    );
    return rows.map(
      ({ language, email, ...person }): Found => ({
        person: { ...person, programId },
        language: languageIn(language),
        email,
      }),
    );
  }

  /** Those who have one of these roles in a program. */
  async function inRoles(programId: number, roles: readonly Role[]): Promise<readonly Contact[]> {
    const rows = await database.person.findMany({
      where: { duties: { some: { programId, role: { in: [...roles] } } } },
      select: { id: true, name: true, nameEn: true, slackUserId: true, language: true },
      orderBy: { id: 'asc' },
    });
    return rows.map((row) => ({ ...row, language: languageIn(row.language) }));
  }

  return {
    /** The persons of this program behind Slack accounts, in the order of the accounts; null for a stranger. */
    async bySlackUsers(
      programId: number,
      slackUserIds: readonly string[],
      today: LocalDay,
    ): Promise<readonly (Found | null)[]> {
      const found = new Map(
        (await find(programId, today, 'slackUserId', [...new Set(slackUserIds)])).map((each) => [
          each.person.slackUserId,
          each,
        ]),
      );
      return slackUserIds.map((id) => found.get(id) ?? null);
    },

    async byId(programId: number, id: number, today: LocalDay): Promise<Found | null> {
      return (await find(programId, today, 'id', [id]))[0] ?? null;
    },

    /** Several of them, by their ids. */
    async several(programId: number, ids: readonly number[], today: LocalDay): Promise<ReadonlyMap<number, Found>> {
      const found = ids.length === 0 ? [] : await find(programId, today, 'id', [...new Set(ids)]);
      return new Map(found.map((each) => [each.person.id, each]));
    },

    /**
     * Ties Slack accounts to the people with their e-mail addresses, which Slack has verified. Nobody is tied by name:
     * anybody can call themselves what they like. Answers how many were tied; who has an account keeps it, and who has left
     * (no role any more) is not tied again.
     */
    async linkByEmail(
      workspaceId: string,
      accounts: readonly { email: string; slackUserId: string; language: Language }[],
    ): Promise<number> {
      return database.$executeRaw`
        UPDATE person SET "slackUserId" = a."slackUserId", language = a.language
        FROM jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb) AS a(email text, "slackUserId" text, language text)
        WHERE person."workspaceId" = ${workspaceId} AND person.email = lower(a.email) AND person."slackUserId" IS NULL
          AND EXISTS (SELECT 1 FROM duty d WHERE d."personId" = person.id)
          AND NOT EXISTS (SELECT 1 FROM person taken WHERE taken."workspaceId" = ${workspaceId} AND taken."slackUserId" = a."slackUserId")`;
    },

    /** People of a workspace by their ids, to be named or written to. */
    async contacts(workspaceId: string, ids: readonly number[]): Promise<ReadonlyMap<number, Contact>> {
      const rows = await database.person.findMany({
        where: { workspaceId, id: { in: [...new Set(ids)] } },
        select: { id: true, name: true, nameEn: true, slackUserId: true, language: true },
      });
      return new Map(rows.map((row) => [row.id, { ...row, language: languageIn(row.language) }]));
    },

    /** Everybody who has a role in a program, to be found by name. */
    async ofProgram(programId: number): Promise<readonly Contact[]> {
      const rows = await database.person.findMany({
        where: { duties: { some: { programId } } },
        select: { id: true, name: true, nameEn: true, slackUserId: true, language: true },
        orderBy: { id: 'asc' },
      });
      return rows.map((row) => ({ ...row, language: languageIn(row.language) }));
    },

    async setLanguage(workspaceId: string, slackUserId: string, language: Language): Promise<void> {
      await database.person.updateMany({ where: { workspaceId, slackUserId }, data: { language } });
    },

    inRoles,
    coordinators: (programId: number): Promise<readonly Contact[]> => inRoles(programId, ['coordinator']),
  };
}

/** Somebody to be named or written to; without a Slack account, only named. */
export type Contact = {
  readonly id: number;
  readonly name: string;
  readonly nameEn: string;
  readonly slackUserId: string | null;
  readonly language: Language;
};

const languageIn = (text: string): Language => (text === 'en' ? 'en' : 'zh');
