import { randomInt, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import type { Instant } from '../domain/day.js';
import { CODE_ALPHABET, CODE_DAYS, CODE_LENGTH, WRONG_CODES_MS } from '../domain/link-code.js';
import type { Language } from '../text/language.js';
import type { Database } from './database.js';

const derive = promisify(scrypt) as (text: string, salt: string, length: number) => Promise<Buffer>;

/** Slow on purpose: whoever gets hold of the table cannot try all codes before they are spent. */
const digestOf = async (code: string, workspaceId: string): Promise<string> =>
  (await derive(code, `gongjian:${workspaceId}`, 32)).toString('base64url');

const DAY_MS = 86_400_000;

/** Why an account was not tied. */
export type NotTied = 'person-tied' | 'account-tied' | 'gone';

/** Who a code is for. */
export type OpenCode = { readonly id: number; readonly personId: number };

/** Slack accounts and the people of the plan: codes that tie one to the other, and wrong ones. */
export function accountsIn(database: Database) {
  return {
    /**
     * Makes a code that ties the account of whoever types it to a person. What was made for them before is void. The code is
     * told once: only its digest is kept.
     */
    async makeCode(made: {
      readonly workspaceId: string;
      readonly programId: number;
      readonly personId: number;
      readonly madeById: number;
      readonly at: Instant;
    }): Promise<string> {
      const { workspaceId, programId, personId, madeById, at } = made;
      const code = Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
      const codeHash = await digestOf(code, workspaceId);
      await database.linkCode.deleteMany({ where: { programId, personId, usedAt: null } });
      await database.linkCode.create({
        data: {
          workspaceId,
          programId,
          personId,
          codeHash,
          madeById,
          madeAt: new Date(at),
          expiresAt: new Date(at + CODE_DAYS * DAY_MS),
        },
      });
      return code;
    },

    /** Whom a code is for, held until the transaction ends; null where there is none such, or it is spent or too old. */
    async openCode(workspaceId: string, programId: number, code: string, at: Instant): Promise<OpenCode | null> {
      const codeHash = await digestOf(code, workspaceId);
      const rows = await database.$queryRaw<OpenCode[]>`
        SELECT id, "personId" FROM link_code
        WHERE "workspaceId" = ${workspaceId} AND "programId" = ${programId} AND "codeHash" = ${codeHash}
          AND "usedAt" IS NULL AND "expiresAt" > ${new Date(at)}::timestamptz FOR UPDATE`;
      return rows[0] ?? null;
    },

    async spendCode(id: number, at: Instant): Promise<void> {
      await database.linkCode.update({ where: { id }, data: { usedAt: new Date(at) } });
    },

    /** How many wrong codes an account tried within the last hour. Guesses are counted one after the other. */
    async wrongCodes(workspaceId: string, programId: number, slackUserId: string, at: Instant): Promise<number> {
      await database.$queryRaw`SELECT id FROM workspace WHERE id = ${workspaceId} FOR NO KEY UPDATE`;
      const rows = await database.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM activity
        WHERE "programId" = ${programId} AND at > ${new Date(at - WRONG_CODES_MS)}::timestamptz AND action = 'wrong-code'
          AND after->>'account' = ${slackUserId}`;
      return rows[0]?.count ?? 0;
    },

    /**
     * Ties an account to a person of a program. An account that was tied to somebody who has no role here is taken from them.
     * A person keeps the account that they have.
     */
    async tie(
      program: { readonly id: number; readonly workspaceId: string },
      personId: number,
      account: { readonly id: string; readonly language: Language },
    ): Promise<'tied' | NotTied> {
      const { workspaceId } = program;
      const [person] = await database.$queryRaw<{ slackUserId: string | null }[]>`
        SELECT "slackUserId" FROM person WHERE id = ${personId} AND "workspaceId" = ${workspaceId} FOR UPDATE`;
      if (!person) return 'gone';
      if (person.slackUserId === account.id) return 'tied';
      if (person.slackUserId !== null) return 'person-tied';
      const holder = await database.person.findUnique({
        where: { workspaceId_slackUserId: { workspaceId, slackUserId: account.id } },
        select: { id: true, duties: { where: { programId: program.id }, select: { id: true }, take: 1 } },
      });
      if (holder && holder.duties.length > 0) return 'account-tied';
      if (holder) await database.person.update({ where: { id: holder.id }, data: { slackUserId: null } });
      await database.person.update({
        where: { id: personId },
        data: { slackUserId: account.id, language: account.language },
      });
      return 'tied';
    },

    /** Takes a person's account from them; answers which it was. */
    async untie(workspaceId: string, personId: number): Promise<string | null> {
      const [person] = await database.$queryRaw<{ slackUserId: string | null }[]>`
        SELECT "slackUserId" FROM person WHERE id = ${personId} AND "workspaceId" = ${workspaceId} FOR UPDATE`;
      if (!person?.slackUserId) return null;
      await database.person.update({ where: { id: personId }, data: { slackUserId: null } });
      return person.slackUserId;
    },
  };
}
