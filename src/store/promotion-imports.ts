import { z } from 'zod';
import { type Instant, isLocalDay, type LocalDay } from '../domain/day.js';
import { LEAD_STANDINGS } from '../domain/promotion/lead.js';
import { MONEY_KINDS, type MoneyKind } from '../domain/promotion/money.js';
import { type PromotionRows, ROW_FAULTS } from '../domain/promotion/sheet/types.js';
import type { Database } from './database.js';

/** previewed: nothing is recorded. A confirmed one can be taken back for a day. */
export type PromotionImportStanding = 'previewed' | 'confirmed' | 'undone';

/** A spreadsheet of activities, leads and vouchers, with its rows as they were read. */
export type PromotionImport = {
  readonly id: number;
  readonly personId: number;
  readonly fileName: string;
  readonly rows: PromotionRows;
  readonly planned: string;
  readonly standing: PromotionImportStanding;
  readonly at: Instant;
  readonly confirmedAt: Instant | null;
};

/** What came with an import and stands, by its tables; money by its kind, in 10k yuan or dollars. */
export type Imported = {
  readonly activities: number;
  readonly leads: number;
  readonly money: readonly { readonly kind: MoneyKind; readonly count: number; readonly sum: number }[];
};

/** What was taken back with an import: what nobody had built on. */
export type TakenBack = {
  readonly activityIds: readonly number[];
  readonly leadIds: readonly number[];
  readonly moneyIds: readonly number[];
};

const day = z.custom<LocalDay>((value) => typeof value === 'string' && isLocalDay(value));
const place = { sheet: z.string(), row: z.number() };
const said = z.string().nullable();
const stored = z.object({
  activities: z.array(
    z.object({
      ...place,
      leader: z.string(),
      joined: z.array(z.string()),
      on: day,
      place: z.string(),
      field: said,
      firms: z.number().nullable(),
      text: z.string(),
    }),
  ),
  leads: z.array(
    z.object({
      ...place,
      investor: z.string(),
      field: said,
      wants: said,
      contact: said,
      first: said,
      joined: z.array(z.string()),
      on: day.nullable(),
      standing: z.enum(LEAD_STANDINGS),
      judgedOn: day.nullable(),
      answeredOn: day.nullable(),
      dropReason: said,
    }),
  ),
  funds: z.array(
    z.object({
      ...place,
      kind: z.enum(MONEY_KINDS),
      voucher: z.string(),
      amount: z.number().nullable(),
      inAll: z.number().nullable(),
      project: z.string(),
      on: day,
    }),
  ),
  faults: z.array(z.object({ ...place, why: z.enum(ROW_FAULTS), text: z.string() })),
  skipped: z.number(),
});

type Row = Awaited<ReturnType<Database['promotionImport']['findFirstOrThrow']>>;

const importOf = ({ at, confirmedAt, rows, standing, id, personId, fileName, planned }: Row): PromotionImport => ({
  id,
  personId,
  fileName,
  planned,
  rows: stored.parse(rows),
  standing: standing as PromotionImportStanding,
  at: at.getTime(),
  confirmedAt: confirmedAt?.getTime() ?? null,
});

export function promotionImportsIn(database: Database) {
  const { promotionImport } = database;

  async function byId(programId: number, id: number): Promise<PromotionImport | null> {
    const row = await promotionImport.findFirst({ where: { programId, id } });
    return row && importOf(row);
  }

  return {
    byId,

    /** Keeps a preview; of one cause it is the same. */
    async keep(made: {
      readonly programId: number;
      readonly personId: number;
      readonly fileName: string;
      readonly rows: PromotionRows;
      readonly planned: string;
      readonly at: Instant;
      readonly cause: string;
    }): Promise<PromotionImport> {
      const { programId, cause, at, rows, ...rest } = made;
      const row = await promotionImport.upsert({
        where: { programId_cause: { programId, cause } },
        create: { ...rest, rows: rows as object, programId, cause, at: new Date(at) },
        update: {},
      });
      return importOf(row);
    },

    /** What its preview says now. */
    async plan(id: number, planned: string): Promise<void> {
      await promotionImport.update({ where: { id }, data: { planned } });
    },

    /**
     * Takes the program's row and then the import's: what is recorded meanwhile waits, as the doors of activities and leads lock
     * the same, and an import is decided once.
     */
    async lock(programId: number, id: number): Promise<PromotionImport | null> {
      await database.$queryRaw`SELECT id FROM program WHERE id = ${programId} FOR NO KEY UPDATE`;
      await database.$queryRaw`SELECT id FROM promotion_import WHERE "programId" = ${programId} AND id = ${id} FOR UPDATE`;
      return byId(programId, id);
    },

    /** It is recorded, or taken back. */
    async decide(id: number, standing: 'confirmed' | 'undone', at: Instant): Promise<void> {
      const moment = new Date(at);
      await promotionImport.update({
        where: { id },
        data: { standing, ...(standing === 'confirmed' ? { confirmedAt: moment } : { undoneAt: moment }) },
      });
    },

    async imported(importId: number): Promise<Imported> {
      const activities = await database.promotionActivity.count({ where: { importId, undoneAt: null } });
      const leads = await database.promotionLead.count({ where: { importId } });
      const money = await database.$queryRaw<Imported['money'][number][]>`
        SELECT kind, count(*)::int AS count, sum(amount::numeric)::float8 AS sum FROM promotion_money
        WHERE "importId" = ${importId} AND standing <> 'returned' GROUP BY kind ORDER BY kind DESC`;
      return { activities, leads, money };
    },

    /**
     * Takes back what came with it and is as it came. An activity stays in its table and counts no more. A lead goes that nobody
     * moved, joined or carried on, and a voucher that the second person has not looked at: what was said of them stays in the log.
     */
    async takeBack(importId: number, at: Instant): Promise<TakenBack> {
      const ids = (rows: readonly { readonly id: number }[]) => rows.map(({ id }) => id);
      const activities = await database.$queryRaw<{ id: number }[]>`
        UPDATE promotion_activity SET "undoneAt" = ${new Date(at)}::timestamptz
        WHERE "importId" = ${importId} AND "undoneAt" IS NULL RETURNING id`;
      const leads = await database.$queryRaw<{ id: number }[]>`
        WITH gone AS (
          DELETE FROM promotion_lead l WHERE l."importId" = ${importId} AND l.version = 1
            AND NOT EXISTS (SELECT 1 FROM promotion_lead_report r WHERE r."leadId" = l.id AND r.at > l."firstAt")
            AND NOT EXISTS (SELECT 1 FROM promotion_lead c WHERE c."carriedFromId" = l.id) RETURNING l.id
        ), reports AS (DELETE FROM promotion_lead_report WHERE "leadId" IN (SELECT id FROM gone))
        SELECT id FROM gone ORDER BY id`;
      const money = await database.$queryRaw<{ id: number }[]>`
        DELETE FROM promotion_money WHERE "importId" = ${importId} AND standing = 'entered' RETURNING id`;
      return { activityIds: ids(activities), leadIds: ids(leads), moneyIds: ids(money) };
    },
  };
}
