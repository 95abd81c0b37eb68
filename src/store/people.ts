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
  async function find(programId: number, today: LocalDay, column: 'slackUserId' | 'id', value: string | number) {
    const rows = await database.$queryRawUnsafe<PersonRow[]>(
      `SELECT p.id, p."workspaceId", p.name, p."nameEn", p.email, p."slackUserId", p.language,
              jsonb_agg(jsonb_build_object('role', d.role, 'unitId', d."unitId") ORDER BY d.id) AS roles,
              coalesce((SELECT jsonb_agg(g."personId") FROM delegation g
                        WHERE g."delegateId" = p.id AND g."programId" = $1 AND g."fromDay" <= $2 AND g."toDay" >= $2), '[]') AS "standsInFor"
       FROM person p JOIN duty d ON d."personId" = p.id AND d."programId" = $1
       WHERE p."${column}" = $3 AND p."workspaceId" = (SELECT "workspaceId" FROM program WHERE id = $1)
       GROUP BY p.id`,
      programId,
      today,
      value,
    );
    const row = rows[0];
    if (!row) return null;
    const { language, email, ...person } = row;
    return { person: { ...person, programId }, language: languageIn(language), email };
  }

  return {
    /** The person of this program behind a Slack account, or null for a stranger. */
    bySlackUser: (programId: number, slackUserId: string, today: LocalDay): Promise<Found | null> =>
      find(programId, today, 'slackUserId', slackUserId),

    byId: (programId: number, id: number, today: LocalDay): Promise<Found | null> => find(programId, today, 'id', id),

    /**
     * Ties Slack accounts to the people with their e-mail addresses, which Slack has verified. Nobody is tied by name:
     * anybody can call themselves what they like. Answers how many were tied; who has an account keeps it.
     */
    async linkByEmail(
      workspaceId: string,
      accounts: readonly { email: string; slackUserId: string; language: Language }[],
    ): Promise<number> {
      return database.$executeRaw`
        UPDATE person SET "slackUserId" = a."slackUserId", language = a.language
        FROM jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb) AS a(email text, "slackUserId" text, language text)
        WHERE person."workspaceId" = ${workspaceId} AND person.email = lower(a.email) AND person."slackUserId" IS NULL
          AND NOT EXISTS (SELECT 1 FROM person taken WHERE taken."workspaceId" = ${workspaceId} AND taken."slackUserId" = a."slackUserId")`;
    },

    async setLanguage(workspaceId: string, slackUserId: string, language: Language): Promise<void> {
      await database.person.updateMany({ where: { workspaceId, slackUserId }, data: { language } });
    },

    /** The coordinators of a program who can be reached. */
    async coordinators(programId: number): Promise<readonly Contact[]> {
      const rows = await database.person.findMany({
        where: { duties: { some: { programId, role: 'coordinator' } } },
        select: { id: true, name: true, nameEn: true, slackUserId: true, language: true },
        orderBy: { id: 'asc' },
      });
      return rows.map((row) => ({ ...row, language: languageIn(row.language) }));
    },
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
