import type { Instant } from '../domain/day.js';
import type { Database } from './database.js';

/** Somebody whom the program does not know asked to be let in. */
export type AccountRequest = {
  readonly id: number;
  readonly slackUserId: string;
  readonly said: string;
  readonly askedAt: Instant;
  readonly decidedAt: Instant | null;
  readonly decidedById: number | null;
  /** Who it turned out to be; null while it is open, and where it was refused. */
  readonly personId: number | null;
};

type Row = Omit<AccountRequest, 'askedAt' | 'decidedAt'> & {
  readonly askedAt: Date;
  readonly decidedAt: Date | null;
};

const fields = {
  id: true,
  slackUserId: true,
  said: true,
  askedAt: true,
  decidedAt: true,
  decidedById: true,
  personId: true,
} as const;

const requestOf = (row: Row): AccountRequest => ({
  ...row,
  askedAt: row.askedAt.getTime(),
  decidedAt: row.decidedAt?.getTime() ?? null,
});

export function accountRequestsIn(database: Database) {
  return {
    async add(asked: {
      readonly workspaceId: string;
      readonly programId: number;
      readonly slackUserId: string;
      readonly said: string;
      readonly at: Instant;
      readonly tellAt: Instant | null;
      readonly cause: string;
    }): Promise<AccountRequest> {
      const { at, tellAt, ...rest } = asked;
      const row = await database.accountRequest.create({
        data: { ...rest, askedAt: new Date(at), tellAt: tellAt === null ? null : new Date(tellAt) },
        select: fields,
      });
      return requestOf(row);
    },

    /** The newest request of an account, or null. */
    async newestOf(programId: number, slackUserId: string): Promise<AccountRequest | null> {
      const row = await database.accountRequest.findFirst({
        where: { programId, slackUserId },
        orderBy: { id: 'desc' },
        select: fields,
      });
      return row ? requestOf(row) : null;
    },

    /** A request, held until the transaction ends: whoever decides second sees what the first one said. */
    async lock(programId: number, id: number): Promise<AccountRequest | null> {
      await database.$queryRaw`SELECT id FROM account_request WHERE id = ${id} AND "programId" = ${programId} FOR UPDATE`;
      const row = await database.accountRequest.findFirst({ where: { id, programId }, select: fields });
      return row ? requestOf(row) : null;
    },

    /** What nobody has decided yet, the oldest first. */
    async open(programId: number, limit: number): Promise<readonly AccountRequest[]> {
      const rows = await database.accountRequest.findMany({
        where: { programId, decidedAt: null },
        orderBy: { id: 'asc' },
        take: limit,
        select: fields,
      });
      return rows.map(requestOf);
    },

    /** `personId` null: refused. */
    async decide(id: number, decided: { byId: number | null; personId: number | null; at: Instant }): Promise<void> {
      await database.accountRequest.update({
        where: { id },
        data: { decidedById: decided.byId, personId: decided.personId, decidedAt: new Date(decided.at), tellAt: null },
      });
    },

    /** The next moment after `now` at which coordinators are to be told of one that came in quiet hours. */
    async nextUntold(programId: number, now: Instant): Promise<Instant | null> {
      const rows = await database.$queryRaw<{ at: Date | null }[]>`
        SELECT min("tellAt") AS at FROM account_request WHERE "programId" = ${programId} AND "tellAt" > ${new Date(now)}::timestamptz`;
      return rows[0]?.at?.getTime() ?? null;
    },

    /** Takes those that are to be told of by `now`: each once. */
    async takeUntold(programId: number, now: Instant): Promise<readonly AccountRequest[]> {
      const rows = await database.$queryRaw<{ id: number }[]>`
        UPDATE account_request SET "tellAt" = NULL
        WHERE "programId" = ${programId} AND "tellAt" <= ${new Date(now)}::timestamptz RETURNING id`;
      const found = await database.accountRequest.findMany({
        where: { id: { in: rows.map((row) => row.id) } },
        orderBy: { id: 'asc' },
        select: fields,
      });
      return found.map(requestOf);
    },
  };
}
