import type { Instant, LocalDay } from '../domain/day.js';
import type { ConsentSeat } from '../domain/postponement.js';
import type { Database } from './database.js';

/** A wish to move a milestone to a later day: it moves when whoever is asked has consented. */
export type Postponement = {
  readonly id: number;
  readonly projectId: number;
  readonly milestoneId: number;
  readonly fromDay: LocalDay | null;
  readonly toDay: LocalDay;
  readonly reason: string;
  readonly askedById: number;
  readonly consenterId: number;
  /** As what they are asked. */
  readonly seat: ConsentSeat;
  readonly askedAt: Instant;
  readonly standing: 'asked' | 'granted' | 'refused' | 'withdrawn';
  readonly decidedById: number | null;
  readonly decidedAt: Instant | null;
  readonly why: string | null;
};

const select = {
  id: true,
  projectId: true,
  milestoneId: true,
  fromDay: true,
  toDay: true,
  reason: true,
  askedById: true,
  consenterId: true,
  seat: true,
  askedAt: true,
  standing: true,
  decidedById: true,
  decidedAt: true,
  why: true,
} as const;

type Row = Omit<Postponement, 'askedAt' | 'decidedAt'> & { readonly askedAt: Date; readonly decidedAt: Date | null };
const of = (row: unknown): Postponement => {
  const { askedAt, decidedAt, ...rest } = row as Row;
  return { ...rest, askedAt: askedAt.getTime(), decidedAt: decidedAt?.getTime() ?? null };
};

export function postponementsIn(database: Database) {
  return {
    async add(asked: {
      readonly programId: number;
      readonly projectId: number;
      readonly milestoneId: number;
      readonly fromDay: LocalDay | null;
      readonly toDay: LocalDay;
      readonly reason: string;
      readonly askedById: number;
      readonly consenterId: number;
      readonly seat: ConsentSeat;
      readonly at: Instant;
      readonly tellAt: Instant | null;
      readonly cause: string;
    }): Promise<Postponement> {
      const { at, tellAt, ...rest } = asked;
      const data = { ...rest, askedAt: new Date(at), tellAt: tellAt === null ? null : new Date(tellAt) };
      return of(await database.postponement.create({ data, select }));
    },

    async byCause(programId: number, cause: string): Promise<Postponement | null> {
      const row = await database.postponement.findUnique({ where: { programId_cause: { programId, cause } }, select });
      return row ? of(row) : null;
    },

    async byId(programId: number, id: number): Promise<Postponement | null> {
      const row = await database.postponement.findFirst({ where: { programId, id }, select });
      return row ? of(row) : null;
    },

    /** One, held until the transaction ends: whoever decides second sees what the first one said. */
    async lock(programId: number, id: number): Promise<Postponement | null> {
      await database.$queryRaw`SELECT id FROM postponement WHERE id = ${id} AND "programId" = ${programId} FOR UPDATE`;
      return this.byId(programId, id);
    },

    /** What of a milestone waits for consent, or null; the milestone is held until the transaction ends. */
    async openOf(milestoneId: number): Promise<Postponement | null> {
      await database.$queryRaw`SELECT id FROM milestone WHERE id = ${milestoneId} FOR NO KEY UPDATE`;
      const row = await database.postponement.findFirst({ where: { milestoneId, standing: 'asked' }, select });
      return row ? of(row) : null;
    },

    async decide(
      id: number,
      decided: {
        readonly standing: 'granted' | 'refused' | 'withdrawn';
        readonly byId: number;
        readonly at: Instant;
        readonly why: string | null;
      },
    ): Promise<void> {
      const { standing, byId, at, why } = decided;
      await database.postponement.update({
        where: { id },
        data: { standing, decidedById: byId, decidedAt: new Date(at), why, tellAt: null },
      });
    },

    /** What an import asked for waits no more once it was undone. */
    async lapse(programId: number, cause: string, byId: number, at: Instant): Promise<void> {
      await database.postponement.updateMany({
        where: { programId, standing: 'asked', cause: { startsWith: `${cause}:postpone:` } },
        data: { standing: 'withdrawn', decidedById: byId, decidedAt: new Date(at), tellAt: null },
      });
    },

    /** What waits for the consent of any of these people, and was not asked for by `decider`; the oldest first. */
    async waitingOn(
      programId: number,
      personIds: readonly number[],
      decider: number,
    ): Promise<readonly Postponement[]> {
      const asked = { standing: 'asked', askedById: { not: decider } };
      const where = { programId, ...asked, consenterId: { in: [...personIds] } };
      return (await database.postponement.findMany({ where, orderBy: { id: 'asc' }, select })).map(of);
    },

    /** The next moment after `now` at which somebody is to be asked what came in quiet hours. */
    async nextUntold(programId: number, now: Instant): Promise<Instant | null> {
      const rows = await database.$queryRaw<{ at: Date | null }[]>`
        SELECT min("tellAt") AS at FROM postponement WHERE "programId" = ${programId} AND "tellAt" > ${new Date(now)}::timestamptz`;
      return rows[0]?.at?.getTime() ?? null;
    },

    /** Takes those that are to be told of by `now`: each once. */
    async takeUntold(programId: number, now: Instant): Promise<readonly Postponement[]> {
      const rows = await database.$queryRaw<{ id: number }[]>`
        UPDATE postponement SET "tellAt" = NULL
        WHERE "programId" = ${programId} AND "tellAt" <= ${new Date(now)}::timestamptz RETURNING id`;
      const found = await database.postponement.findMany({
        where: { id: { in: rows.map((row) => row.id) }, standing: 'asked' },
        orderBy: { id: 'asc' },
        select,
      });
      return found.map(of);
    },
  };
}
