import type { Instant, LocalDay } from '../domain/day.js';
import type { MoneyKind } from '../domain/promotion/money.js';
import type { Database } from './database.js';
import { Prisma } from './generated/client.js';

export const MONEY_STANDINGS = ['entered', 'confirmed', 'returned', 'replaced'] as const;
export type MoneyStanding = (typeof MONEY_STANDINGS)[number];

/** Money that arrived, by its voucher; amounts in 10k yuan or 10k dollars. */
export type Money = {
  readonly id: number;
  readonly kind: MoneyKind;
  readonly voucher: string;
  readonly amount: number;
  readonly inAll: number | null;
  readonly projectId: number;
  readonly code: string;
  readonly projectName: string;
  readonly nickname: string | null;
  readonly on: LocalDay;
  readonly enteredById: number;
  readonly enteredAt: Instant;
  readonly standing: MoneyStanding;
  readonly decidedById: number | null;
  readonly decidedAt: Instant | null;
  readonly reason: string | null;
  /** The one that this one corrects; its amount 0: that one is void. */
  readonly correctsId: number | null;
  /** When a correction of it was confirmed: from then on it counts no more. */
  readonly replacedAt: Instant | null;
  /** The spreadsheet that it came with. */
  readonly importId: number | null;
};

export type NewMoney = Pick<
  Money,
  'kind' | 'voucher' | 'amount' | 'inAll' | 'projectId' | 'on' | 'enteredById' | 'correctsId'
> & {
  readonly programId: number;
  readonly at: Instant;
  readonly cause: string;
  readonly importId?: number;
};

type Row = Omit<Money, 'enteredAt' | 'decidedAt' | 'replacedAt'> & {
  readonly enteredAt: Date;
  readonly decidedAt: Date | null;
  readonly replacedAt: Date | null;
};

const READ = Prisma.sql`
  SELECT m.id, m.kind, m.voucher, m.amount, m."inAll", m."projectId", p.code, p.name AS "projectName",
         (SELECT n.text FROM nickname n WHERE n."projectId" = p.id ORDER BY n.id LIMIT 1) AS nickname,
         m."onDay" AS on, m."enteredById", m."enteredAt", m.standing, m."decidedById", m."decidedAt", m.reason,
         m."correctsId", m."replacedAt", m."importId"
  FROM promotion_money m JOIN project p ON p.id = m."projectId"`;

const moneyOf = ({ enteredAt, decidedAt, replacedAt, ...row }: Row): Money => ({
  ...row,
  enteredAt: enteredAt.getTime(),
  decidedAt: decidedAt?.getTime() ?? null,
  replacedAt: replacedAt?.getTime() ?? null,
});

/** Money `m` that counted at a moment: confirmed by then, and not yet replaced by what corrects it. */
export const countedAt = (moment: Instant): Prisma.Sql => Prisma.sql`
  m.standing IN ('confirmed', 'replaced') AND m."decidedAt" <= ${new Date(moment)}::timestamptz
  AND (m."replacedAt" IS NULL OR m."replacedAt" > ${new Date(moment)}::timestamptz)`;

/** Money `m` that is in place or is to be: what merely corrects another waits beside that. */
const IN_PLACE = Prisma.sql`(m.standing = 'confirmed' OR (m.standing = 'entered' AND m."correctsId" IS NULL))`;

/** The exact sum of amounts, in 10k. */
const SUM = Prisma.sql`coalesce(sum(m.amount::numeric), 0)::float8`;

export function promotionMoneyIn(database: Database) {
  async function read(where: Prisma.Sql): Promise<readonly Money[]> {
    return (await database.$queryRaw<Row[]>`${READ} WHERE ${where}`).map(moneyOf);
  }

  return {
    /** What is in place with projects grows one voucher after the other: an increment is counted under this lock. */
    async lockProjects(ids: readonly number[]): Promise<void> {
      await database.$queryRaw`SELECT id FROM project WHERE id = ANY(${[...ids]}::int[]) ORDER BY id FOR NO KEY UPDATE`;
    },

    /** Keeps a voucher; null: it is there already (`byVoucher`), or a correction of it waits (`correcting`). */
    async enter(money: NewMoney): Promise<Money | null> {
      return (await this.enterAll([money]))[0] ?? null;
    },

    /** Keeps vouchers in their order; answers those that were none before. */
    async enterAll(entered: readonly NewMoney[]): Promise<readonly Money[]> {
      if (entered.length === 0) return [];
      const rows = entered.map(({ at, ...money }, nth) => ({ ...money, at: new Date(at), nth }));
      const kept = await database.$queryRaw<{ id: number }[]>`
        INSERT INTO promotion_money ("programId", kind, voucher, amount, "inAll", "projectId", "onDay", "enteredById", "enteredAt",
                                     "correctsId", "importId", cause)
        SELECT m."programId", m.kind, m.voucher, m.amount, m."inAll", m."projectId", m."on", m."enteredById", m.at,
               m."correctsId", m."importId", m.cause
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS m(nth int, "programId" int, kind text, voucher text, amount float8,
          "inAll" float8, "projectId" int, "on" text, "enteredById" int, at timestamptz, "correctsId" int, "importId" int, cause text)
        ORDER BY m.nth ON CONFLICT DO NOTHING RETURNING id`;
      return read(Prisma.sql`m.id = ANY(${kept.map(({ id }) => id)}) ORDER BY m.id`);
    },

    async byId(programId: number, id: number): Promise<Money | null> {
      return (await read(Prisma.sql`m."programId" = ${programId} AND m.id = ${id}`))[0] ?? null;
    },

    async byCause(programId: number, cause: string): Promise<Money | null> {
      return (await read(Prisma.sql`m."programId" = ${programId} AND m.cause = ${cause}`))[0] ?? null;
    },

    /** The one of a voucher that is in place, or is to be. */
    async byVoucher(programId: number, voucher: string): Promise<Money | null> {
      return (
        (await read(Prisma.sql`m."programId" = ${programId} AND m.voucher = ${voucher} AND ${IN_PLACE}`))[0] ?? null
      );
    },

    /** All vouchers that are in place, or are to be. */
    standing: (programId: number): Promise<readonly Money[]> =>
      read(Prisma.sql`m."programId" = ${programId} AND ${IN_PLACE} ORDER BY m.id`),

    /** The correction of one that waits for the second person. */
    async correcting(programId: number, id: number): Promise<Money | null> {
      return (
        (
          await read(Prisma.sql`m."programId" = ${programId} AND m."correctsId" = ${id} AND m.standing = 'entered'`)
        )[0] ?? null
      );
    },

    /** What of a kind is in place, or waits to be confirmed, with a project; `but`: without that one. */
    async ofProject(programId: number, kind: MoneyKind, projectId: number, but: number | null = null): Promise<number> {
      const [row] = await database.$queryRaw<{ sum: number }[]>`
        SELECT ${SUM} AS sum FROM promotion_money m
        WHERE m."programId" = ${programId} AND m.kind = ${kind} AND m."projectId" = ${projectId} AND ${IN_PLACE}
          AND m.id IS DISTINCT FROM ${but}`;
      return row?.sum ?? 0;
    },

    /** What of a kind is confirmed in the whole program: never of both kinds together. */
    async confirmedSum(programId: number, kind: MoneyKind): Promise<number> {
      const [row] = await database.$queryRaw<{ sum: number }[]>`
        SELECT ${SUM} AS sum FROM promotion_money m
        WHERE m."programId" = ${programId} AND m.kind = ${kind} AND m.standing = 'confirmed'`;
      return row?.sum ?? 0;
    },

    /** The second person's word; false: it was given before. What a confirmed one corrects counts no more from then on. */
    async decide(
      programId: number,
      { id, correctsId }: Pick<Money, 'id' | 'correctsId'>,
      by: { readonly personId: number; readonly at: Instant; readonly returned: string | null },
    ): Promise<boolean> {
      const at = new Date(by.at);
      const waits = await database.$queryRaw<unknown[]>`
        SELECT id FROM promotion_money WHERE "programId" = ${programId} AND id = ${id} AND standing = 'entered' FOR UPDATE`;
      if (waits.length === 0) return false;
      // A voucher stands once: what is corrected makes room first.
      if (correctsId !== null && by.returned === null)
        await database.promotionMoney.update({
          where: { id: correctsId, standing: 'confirmed' },
          data: { standing: 'replaced', replacedAt: at },
        });
      const standing = by.returned === null ? 'confirmed' : 'returned';
      await database.promotionMoney.update({
        where: { id },
        data: { standing, decidedById: by.personId, decidedAt: at, reason: by.returned },
      });
      return true;
    },

    /** Those that wait for the second person, the oldest first. */
    waiting: (programId: number): Promise<readonly Money[]> =>
      read(Prisma.sql`m."programId" = ${programId} AND m.standing = 'entered' ORDER BY m."enteredAt", m.id`),

    /** Those of one spreadsheet that wait, in the order in which they were entered. */
    waitingOf: (programId: number, importId: number): Promise<readonly Money[]> =>
      read(Prisma.sql`m."programId" = ${programId} AND m."importId" = ${importId} AND m.standing = 'entered'
        ORDER BY m.id`),

    /** Those that wait for the second person, until the transaction ends. */
    async lockWaiting(programId: number, importId: number): Promise<void> {
      await database.$queryRaw`
        SELECT id FROM promotion_money WHERE "programId" = ${programId} AND "importId" = ${importId} AND standing = 'entered'
        ORDER BY id FOR UPDATE`;
    },

    /** The second person's word on all of one spreadsheet that wait: they are in order. None of them corrects another. */
    async confirmWaiting(programId: number, importId: number, by: { personId: number; at: Instant }): Promise<void> {
      await database.promotionMoney.updateMany({
        where: { programId, importId, standing: 'entered' },
        data: { standing: 'confirmed', decidedById: by.personId, decidedAt: new Date(by.at) },
      });
    },

    /** Those of a kind that counted at a moment, the newest first: the list behind the number. What is void has no place in it. */
    confirmed: (programId: number, kind: MoneyKind, moment: Instant): Promise<readonly Money[]> =>
      read(Prisma.sql`m."programId" = ${programId} AND m.kind = ${kind} AND m.amount > 0 AND ${countedAt(moment)}
        ORDER BY m."onDay" DESC, m.id DESC`),

    /** All there are, in the order in which they were entered. */
    all: (programId: number, most: number): Promise<readonly Money[]> =>
      read(Prisma.sql`m."programId" = ${programId} ORDER BY m."enteredAt", m.id LIMIT ${most}`),
  };
}
