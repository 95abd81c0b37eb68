import { z } from 'zod';
import type { Instant, LocalDay } from '../domain/day.js';
import { localDay } from '../domain/day.js';
import { SLOT_OUTCOMES, type ReviewSlot as Slot, type SlotOutcome } from '../domain/review.js';
import type { AgendaLine } from '../domain/review-agenda.js';
import type { Subject } from '../domain/visit.js';
import type { Database } from './database.js';
import { agendaShape } from './stored-shapes.js';

/** What is kept of a slot. */
export type SlotCase = {
  readonly id: number;
  readonly review: string;
  readonly period: LocalDay;
  readonly day: LocalDay;
  /** Whose turn it is: a firm's project, or a town. */
  readonly projectId: number | null;
  readonly unitId: number | null;
  /** As it was posted; null: it was not. */
  readonly agenda: readonly AgendaLine[] | null;
  readonly outcome: SlotOutcome | null;
  readonly mergedInto: string | null;
  readonly decidedById: number | null;
  readonly decidedAt: Instant | null;
  readonly version: number;
};

const outcomeShape = z.enum(SLOT_OUTCOMES).nullable();

type Row = {
  id: number;
  review: string;
  period: string;
  day: string;
  projectId: number | null;
  unitId: number | null;
  agenda: unknown;
  outcome: string | null;
  mergedInto: string | null;
  decidedById: number | null;
  decidedAt: Date | null;
  version: number;
};

const caseOf = ({ period, day, agenda, outcome, decidedAt, ...row }: Row): SlotCase => ({
  ...row,
  period: localDay(period),
  day: localDay(day),
  agenda: agenda === null ? null : agendaShape.parse(agenda),
  outcome: outcomeShape.parse(outcome),
  decidedAt: decidedAt?.getTime() ?? null,
});

const select = {
  id: true,
  review: true,
  period: true,
  day: true,
  projectId: true,
  unitId: true,
  agenda: true,
  outcome: true,
  mergedInto: true,
  decidedById: true,
  decidedAt: true,
  version: true,
} as const;

export function reviewSlotsIn(database: Database) {
  return {
    /** The row of a slot, made where there is none yet, locked until the transaction ends. */
    async take(programId: number, { review, period, day }: Pick<Slot, 'review' | 'period' | 'day'>): Promise<SlotCase> {
      await database.$executeRaw`
        INSERT INTO review_slot ("programId", review, period, day) VALUES (${programId}, ${review}, ${period}, ${day})
        ON CONFLICT ("programId", review, period) DO NOTHING`;
      await database.$queryRaw`
        SELECT id FROM review_slot WHERE "programId" = ${programId} AND review = ${review} AND period = ${period} FOR UPDATE`;
      const where = { programId_review_period: { programId, review, period } };
      return caseOf(await database.reviewSlot.findUniqueOrThrow({ where, select }));
    },

    async byId(programId: number, id: number): Promise<SlotCase | null> {
      const row = await database.reviewSlot.findFirst({ where: { programId, id }, select });
      return row && caseOf(row);
    },

    /** All of a program of which something is known. */
    async ofProgram(programId: number): Promise<readonly SlotCase[]> {
      const rows = await database.reviewSlot.findMany({
        where: { programId },
        select,
        orderBy: [{ day: 'asc' }, { id: 'asc' }],
      });
      return rows.map(caseOf);
    },

    /** Those whose agendas ask whether an item is still to be done, the newest; what is settled is not asked any more. */
    async asking(programId: number, itemId: number): Promise<readonly SlotCase[]> {
      const line = JSON.stringify([{ kind: 'carried', id: itemId }]);
      const rows = await database.$queryRaw<{ id: number }[]>`
        SELECT id FROM review_slot WHERE "programId" = ${programId} AND outcome IS NULL AND agenda @> ${line}::jsonb`;
      if (rows.length === 0) return [];
      const found = await database.reviewSlot.findMany({ where: { id: { in: rows.map(({ id }) => id) } }, select });
      return found.map(caseOf);
    },

    /** The agenda as it is posted; the day that it is for may have moved with the calendar. Only under its lock. */
    async setAgenda(
      id: number,
      day: LocalDay,
      agenda: readonly AgendaLine[],
      { projectId, unitId }: Subject,
      at: Instant,
    ): Promise<void> {
      await database.reviewSlot.update({
        where: { id },
        data: { day, projectId, unitId, agenda: agenda as object[], agendaAt: new Date(at), version: { increment: 1 } },
      });
    },

    /** It is held on another day of its period. Only under its lock. */
    async move(id: number, day: LocalDay): Promise<void> {
      await database.reviewSlot.update({ where: { id }, data: { day, version: { increment: 1 } } });
    },

    /** What became of it. Only under its lock. */
    async settle(
      id: number,
      settled: {
        readonly outcome: SlotOutcome;
        readonly mergedInto: string | null;
        readonly by: number;
        readonly at: Instant;
      },
    ): Promise<void> {
      const { outcome, mergedInto, by, at } = settled;
      await database.reviewSlot.update({
        where: { id },
        data: { outcome, mergedInto, decidedById: by, decidedAt: new Date(at), version: { increment: 1 } },
      });
    },
  };
}
