import type { Instant, LocalDay } from '../domain/day.js';
import type { ReadActivity } from '../domain/promotion/activity.js';
import type { Database } from './database.js';
import { Prisma } from './generated/client.js';

/** An activity as it is kept. */
export type Activity = ReadActivity & {
  readonly id: number;
  readonly recordedById: number;
  readonly recordedAt: Instant;
};

/** One of the export, which has those, too, that were taken back: with the moment of that. */
export type ActivityEntry = Activity & { readonly undoneAt: Instant | null };

export type NewActivity = ReadActivity & {
  readonly programId: number;
  readonly recordedById: number;
  readonly at: Instant;
  readonly cause: string;
  /** The spreadsheet that it came with. */
  readonly importId?: number;
};

/** The units of a program that promote: who enters, and who confirms money. */
export type PromotionSeats = { readonly officeId: number | null; readonly financeId: number | null };

type Row = Omit<Activity, 'recordedAt' | 'on'> & { readonly recordedAt: Date; readonly on: LocalDay };

const READ = Prisma.sql`
  SELECT id, "leaderId", "joinedIds", "onDay" AS on, place, field, firms, text, "recordedById", "recordedAt" FROM promotion_activity`;

const activityOf = ({ recordedAt, ...row }: Row): Activity => ({ ...row, recordedAt: recordedAt.getTime() });

/** As of a moment: what had been recorded by then, and what of it is known to stand. */
type Told = { readonly moment: Instant; readonly knownAt: Instant };

export function promotionIn(database: Database) {
  /** What was told by a moment, and is not known by another to have been taken back. */
  const told = ({ moment, knownAt }: Told): Prisma.Sql =>
    Prisma.sql`"recordedAt" <= ${new Date(moment)}::timestamptz
      AND ("undoneAt" IS NULL OR "undoneAt" > ${new Date(knownAt)}::timestamptz)`;

  async function activities(where: Prisma.Sql): Promise<readonly Activity[]> {
    return (await database.$queryRaw<Row[]>`${READ} WHERE ${where}`).map(activityOf);
  }

  return {
    async seats(
      programId: number,
      keys: { readonly office: string; readonly finance: string | null },
    ): Promise<PromotionSeats> {
      const units = await database.unit.findMany({
        where: { programId, key: { in: [keys.office, ...(keys.finance === null ? [] : [keys.finance])] } },
        select: { id: true, key: true },
      });
      const idOf = (key: string | null) => units.find((unit) => unit.key === key)?.id ?? null;
      return { officeId: idOf(keys.office), financeId: idOf(keys.finance) };
    },

    /** The county leaders, in the plan's order: whose duty it is. */
    async leaders(
      programId: number,
    ): Promise<readonly { readonly id: number; readonly name: string; readonly nameEn: string }[]> {
      return database.person.findMany({
        where: { duties: { some: { programId, role: 'leader' } } },
        select: { id: true, name: true, nameEn: true },
        orderBy: { id: 'asc' },
      });
    },

    /** Of one day and place two leaders record one after the other: only then the second one meets the first. */
    async lockDays(programId: number): Promise<void> {
      await database.$queryRaw`SELECT id FROM program WHERE id = ${programId} FOR NO KEY UPDATE`;
    },

    /** Keeps an activity; null: this leader has one of that day and place, which stands. The same cause keeps it once. */
    async keep(activity: NewActivity): Promise<Activity | null> {
      return (await this.keepAll([activity]))[0] ?? null;
    },

    /** Keeps activities in their order; answers those that were none before. */
    async keepAll(added: readonly NewActivity[]): Promise<readonly Activity[]> {
      if (added.length === 0) return [];
      const rows = added.map(({ at, ...activity }, nth) => ({ ...activity, at: new Date(at), nth }));
      const kept = await database.$queryRaw<{ id: number }[]>`
        INSERT INTO promotion_activity ("programId", "leaderId", "joinedIds", "onDay", place, field, firms, text, "recordedById", "recordedAt", "importId", cause)
        SELECT a."programId", a."leaderId", ARRAY(SELECT jsonb_array_elements_text(a."joinedIds")::int), a."on", a.place, a.field,
               a.firms, a.text, a."recordedById", a.at, a."importId", a.cause
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS a(nth int, "programId" int, "leaderId" int, "joinedIds" jsonb, "on" text,
          place text, field text, firms int, text text, "recordedById" int, at timestamptz, "importId" int, cause text)
        ORDER BY a.nth ON CONFLICT DO NOTHING RETURNING id`;
      return activities(Prisma.sql`id = ANY(${kept.map(({ id }) => id)}) ORDER BY id`);
    },

    async activity(programId: number, id: number): Promise<Activity | null> {
      return (await activities(Prisma.sql`"programId" = ${programId} AND id = ${id}`))[0] ?? null;
    },

    async byCause(programId: number, cause: string): Promise<Activity | null> {
      return (await activities(Prisma.sql`"programId" = ${programId} AND cause = ${cause}`))[0] ?? null;
    },

    /** Those of a day and place that stand, whoever led: two leaders of one activity are one. */
    ofDay: (programId: number, on: LocalDay, place: string): Promise<readonly Activity[]> =>
      activities(
        Prisma.sql`"programId" = ${programId} AND "onDay" = ${on} AND place = ${place} AND "undoneAt" IS NULL ORDER BY id`,
      ),

    /** All that stand. */
    standing: (programId: number): Promise<readonly Activity[]> =>
      activities(Prisma.sql`"programId" = ${programId} AND "undoneAt" IS NULL ORDER BY "onDay", id`),

    /** Those from a day to another that stand as of a moment, by their days. */
    between: (programId: number, from: LocalDay, to: LocalDay, by: Told): Promise<readonly Activity[]> =>
      activities(Prisma.sql`"programId" = ${programId} AND "onDay" BETWEEN ${from} AND ${to}
        AND ${told(by)} ORDER BY "onDay", id`),

    /** All that was recorded, by their days: what was taken back, too, so that a past day computes again. */
    async all(programId: number, most: number): Promise<readonly ActivityEntry[]> {
      const rows = await database.$queryRaw<(Row & { readonly undoneAt: Date | null })[]>`
        SELECT id, "leaderId", "joinedIds", "onDay" AS on, place, field, firms, text, "recordedById", "recordedAt", "undoneAt"
        FROM promotion_activity WHERE "programId" = ${programId} ORDER BY "onDay", id LIMIT ${most}`;
      return rows.map(({ undoneAt, ...row }) => ({ ...activityOf(row), undoneAt: undoneAt?.getTime() ?? null }));
    },

    /** Takes one back: it stays in the table and counts no more. False: it was, before. */
    async undo(programId: number, id: number, at: Instant): Promise<boolean> {
      const { count } = await database.promotionActivity.updateMany({
        where: { programId, id, undoneAt: null },
        data: { undoneAt: new Date(at) },
      });
      return count > 0;
    },

    /** 本月不便, once a leader and month: a later reason takes the earlier one's place, and it was said when it was said first. */
    async excuse(of: {
      readonly programId: number;
      readonly leaderId: number;
      readonly month: LocalDay;
      readonly reason: string;
      readonly personId: number;
      readonly at: Instant;
      readonly cause: string;
    }): Promise<void> {
      const { programId, leaderId, month, at, ...said } = of;
      await database.promotionExcuse.upsert({
        where: { programId_leaderId_month: { programId, leaderId, month } },
        create: { programId, leaderId, month, ...said, at: new Date(at) },
        update: said,
      });
    },

    /** The reasons of all months, by month and leader. */
    async allExcuses(programId: number): Promise<ReadonlyMap<string, ReadonlyMap<number, string>>> {
      const rows = await database.promotionExcuse.findMany({ where: { programId }, orderBy: { id: 'asc' } });
      const months = new Map<string, Map<number, string>>();
      for (const { month, leaderId, reason } of rows)
        months.set(month, (months.get(month) ?? new Map()).set(leaderId, reason));
      return months;
    },

    /** The reasons of a month, by leader. */
    async excuses(programId: number, month: LocalDay): Promise<ReadonlyMap<number, string>> {
      const rows = await database.promotionExcuse.findMany({ where: { programId, month }, orderBy: { id: 'asc' } });
      return new Map(rows.map(({ leaderId, reason }) => [leaderId, reason]));
    },
  };
}
