import type { Instant, LocalDay } from '../domain/day.js';
import type { MoneyKind } from '../domain/promotion/money.js';
import type { Database } from './database.js';
import { Prisma } from './generated/client.js';

export const MONEY_STANDINGS = ['entered', 'confirmed', 'returned'] as const;
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
};

export type NewMoney = Pick<Money, 'kind' | 'voucher' | 'amount' | 'inAll' | 'projectId' | 'on' | 'enteredById'> & {
  readonly programId: number;
  readonly at: Instant;
  readonly cause: string;
};

type Row = Omit<Money, 'enteredAt' | 'decidedAt'> & { readonly enteredAt: Date; readonly decidedAt: Date | null };

const READ = Prisma.sql`
  SELECT m.id, m.kind, m.voucher, m.amount, m."inAll", m."projectId", p.code, p.name AS "projectName",
         (SELECT n.text FROM nickname n WHERE n."projectId" = p.id ORDER BY n.id LIMIT 1) AS nickname,
         m."onDay" AS on, m."enteredById", m."enteredAt", m.standing, m."decidedById", m."decidedAt", m.reason
  FROM promotion_money m JOIN project p ON p.id = m."projectId"`;

const moneyOf = ({ enteredAt, decidedAt, ...row }: Row): Money => ({
  ...row,
  enteredAt: enteredAt.getTime(),
  decidedAt: decidedAt?.getTime() ?? null,
});

/** The exact sum of amounts, in 10k. */
const SUM = Prisma.sql`coalesce(sum(m.amount::numeric), 0)::float8`;

export function promotionMoneyIn(database: Database) {
  async function read(where: Prisma.Sql): Promise<readonly Money[]> {
    return (await database.$queryRaw<Row[]>`${READ} WHERE ${where}`).map(moneyOf);
  }

  return {
    /** What is in place with a project grows one voucher after the other: an increment is counted under this lock. */
    async lockProject(id: number): Promise<void> {
      await database.$queryRaw`SELECT id FROM project WHERE id = ${id} FOR NO KEY UPDATE`;
    },

    /** Keeps a voucher; null: it is there already (`byVoucher`). */
    async enter({ at, on, ...money }: NewMoney): Promise<Money | null> {
      const [row] = await database.$queryRaw<{ id: number }[]>`
        INSERT INTO promotion_money ("programId", kind, voucher, amount, "inAll", "projectId", "onDay", "enteredById", "enteredAt", cause)
        VALUES (${money.programId}, ${money.kind}, ${money.voucher}, ${money.amount}, ${money.inAll}, ${money.projectId}, ${on},
                ${money.enteredById}, ${new Date(at)}::timestamptz, ${money.cause})
        ON CONFLICT DO NOTHING RETURNING id`;
      return row === undefined ? null : this.byId(money.programId, row.id);
    },

    async byId(programId: number, id: number): Promise<Money | null> {
      return (await read(Prisma.sql`m."programId" = ${programId} AND m.id = ${id}`))[0] ?? null;
    },

    async byCause(programId: number, cause: string): Promise<Money | null> {
      return (await read(Prisma.sql`m."programId" = ${programId} AND m.cause = ${cause}`))[0] ?? null;
    },

    /** The one of a voucher that was not returned. */
    async byVoucher(programId: number, voucher: string): Promise<Money | null> {
      return (
        (
          await read(Prisma.sql`m."programId" = ${programId} AND m.voucher = ${voucher} AND m.standing <> 'returned'`)
        )[0] ?? null
      );
    },

    /** What of a kind is in place, or waits to be confirmed, with a project. */
    async ofProject(programId: number, kind: MoneyKind, projectId: number): Promise<number> {
      const [row] = await database.$queryRaw<{ sum: number }[]>`
        SELECT ${SUM} AS sum FROM promotion_money m
        WHERE m."programId" = ${programId} AND m.kind = ${kind} AND m."projectId" = ${projectId} AND m.standing <> 'returned'`;
      return row?.sum ?? 0;
    },

    /** What of a kind is confirmed in the whole program: never of both kinds together. */
    async confirmedSum(programId: number, kind: MoneyKind): Promise<number> {
      const [row] = await database.$queryRaw<{ sum: number }[]>`
        SELECT ${SUM} AS sum FROM promotion_money m
        WHERE m."programId" = ${programId} AND m.kind = ${kind} AND m.standing = 'confirmed'`;
      return row?.sum ?? 0;
    },

    /** The second person's word; false: it was given before. */
    async decide(
      programId: number,
      id: number,
      by: { readonly personId: number; readonly at: Instant; readonly returned: string | null },
    ): Promise<boolean> {
      const { count } = await database.promotionMoney.updateMany({
        where: { programId, id, standing: 'entered' },
        data: {
          standing: by.returned === null ? 'confirmed' : 'returned',
          decidedById: by.personId,
          decidedAt: new Date(by.at),
          reason: by.returned,
        },
      });
      return count > 0;
    },

    /** Those that wait for the second person, the oldest first. */
    waiting: (programId: number): Promise<readonly Money[]> =>
      read(Prisma.sql`m."programId" = ${programId} AND m.standing = 'entered' ORDER BY m."enteredAt", m.id`),

    /** Those of a kind that were confirmed by a moment, the newest first: the list behind the number. */
    confirmed: (programId: number, kind: MoneyKind, moment: Instant): Promise<readonly Money[]> =>
      read(Prisma.sql`m."programId" = ${programId} AND m.kind = ${kind} AND m.standing = 'confirmed'
        AND m."decidedAt" <= ${new Date(moment)}::timestamptz ORDER BY m."onDay" DESC, m.id DESC`),

    /** All there are, in the order in which they were entered. */
    all: (programId: number, most: number): Promise<readonly Money[]> =>
      read(Prisma.sql`m."programId" = ${programId} ORDER BY m."enteredAt", m.id LIMIT ${most}`),
  };
}
