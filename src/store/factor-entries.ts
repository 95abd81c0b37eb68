import type { Instant, LocalDay } from '../domain/day.js';
import type { FactorClass } from '../domain/factor.js';
import type { FactorAmount } from '../domain/factor-amount.js';
import type { Database } from './database.js';

/** A factor of the plan, of environmental capacity one pollutant (else ''). */
export type PoolName = { readonly factor: string; readonly part: string };

/** A batch as it was opened. */
export type BatchEntry = PoolName & {
  readonly amount: FactorAmount;
  readonly given: FactorAmount;
  readonly from: LocalDay;
  readonly personId: number;
  readonly at: Instant;
};

/** What a batch gave to a request; below zero: what came back. */
export type DrawEntry = PoolName & {
  readonly requestId: number;
  readonly code: string;
  readonly projectId: number;
  readonly amount: FactorAmount;
  readonly from: LocalDay;
  readonly on: LocalDay;
  readonly ahead: boolean;
  readonly class: FactorClass;
  readonly personId: number;
  readonly at: Instant;
};

type Row<T> = Omit<T, 'at'> & { readonly at: Date };
const dated = <T>(rows: readonly (T & { readonly at: Date })[]) =>
  rows.map((row) => ({ ...row, at: row.at.getTime() }));

/** Reads what was entered of pools, oldest first: nothing of it is ever changed. */
export function factorEntriesIn(database: Database) {
  return {
    async batchEntries(programId: number): Promise<readonly BatchEntry[]> {
      return dated(
        await database.$queryRaw<Row<BatchEntry>[]>`
          SELECT f.factor, f.part, b.amount::float8 AS amount, b.given::float8 AS given, b."fromDay" AS from,
                 b."openedById" AS "personId", b."openedAt" AS at
          FROM factor_batch b JOIN factor_pool f ON f.id = b."poolId" WHERE f."programId" = ${programId} ORDER BY b.id`,
      );
    },

    async drawEntries(programId: number, most: number): Promise<readonly DrawEntry[]> {
      return dated(
        await database.$queryRaw<Row<DrawEntry>[]>`
          SELECT f.factor, f.part, d."requestId", p.code, p.id AS "projectId", d.amount::float8 AS amount, d."fromDay" AS from,
                 d."onDay" AS on, d.ahead, d.class, d."personId", d.at
          FROM factor_draw d JOIN factor_pool f ON f.id = d."poolId" JOIN factor_request r ON r.id = d."requestId"
            JOIN project p ON p.id = r."projectId"
          WHERE f."programId" = ${programId} ORDER BY d.id LIMIT ${most}`,
      );
    },
  };
}
