import type { Instant, LocalDay } from '../domain/day.js';
import type { Database } from './database.js';

/** A slot whose work was late, or is not done yet; `before` is the slot that was taken before it, if any. */
export type MissedSlot = {
  readonly job: string;
  readonly slot: LocalDay;
  readonly due: Instant;
  readonly done: Instant | null;
  readonly before: LocalDay | null;
};

/** Older than this, that something was late is no news. */
const TOLD_WITHIN_MS = 40 * 86_400_000;

export function slotsIn(database: Database) {
  return {
    /** True for the one who takes the slot: a unique key lets it be taken once, whoever ticks. */
    async take(programId: number, job: string, slot: string, at: Instant, due: Instant): Promise<boolean> {
      const taken = await database.$executeRaw`
        INSERT INTO slot ("programId", job, slot, "sentAt", "dueAt")
        VALUES (${programId}, ${job}, ${slot}, ${new Date(at)}::timestamptz, ${new Date(due)}::timestamptz)
        ON CONFLICT DO NOTHING`;
      return taken > 0;
    },

    /** Its work ended. */
    async done(programId: number, job: string, slot: string, at: Instant): Promise<void> {
      await database.$executeRaw`
        UPDATE slot SET "doneAt" = ${new Date(at)}::timestamptz
        WHERE "programId" = ${programId} AND job = ${job} AND slot = ${slot} AND "doneAt" IS NULL`;
    },

    /**
     * Takes the slots whose work ended, or did not, more than `lateMs` after they were due, to be told; each once. Where there
     * are any, those that were told since `told` come with them: they stand in one message.
     */
    async takeMissed(programId: number, now: Instant, lateMs: number, told: Instant): Promise<readonly MissedSlot[]> {
      const taken = await database.$executeRaw`
        UPDATE slot SET "toldAt" = ${new Date(now)}::timestamptz
        WHERE "programId" = ${programId} AND "toldAt" IS NULL AND "dueAt" > ${new Date(now - TOLD_WITHIN_MS)}::timestamptz
          AND coalesce("doneAt", ${new Date(now)}::timestamptz) > "dueAt" + make_interval(secs => ${lateMs / 1000})`;
      if (taken === 0) return [];
      const rows = await database.$queryRaw<
        { job: string; slot: LocalDay; dueAt: Date; doneAt: Date | null; before: LocalDay | null }[]
      >`
        SELECT job, slot, "dueAt", "doneAt",
          (SELECT max(earlier.slot) FROM slot earlier WHERE earlier."programId" = slot."programId" AND earlier.job = slot.job AND earlier.slot < slot.slot) AS before
        FROM slot WHERE "programId" = ${programId} AND "toldAt" >= ${new Date(told)}::timestamptz
        ORDER BY "toldAt", "dueAt", job`;
      return rows.map(({ dueAt, doneAt, ...row }) => ({
        ...row,
        due: dueAt.getTime(),
        done: doneAt?.getTime() ?? null,
      }));
    },

    /** The slots of a program that were taken, as `job slot`: asked before every tick tries to take one. */
    async taken(programId: number, slots: readonly { job: string; slot: string }[]): Promise<ReadonlySet<string>> {
      const rows = await database.$queryRaw<{ job: string; slot: string }[]>`
        SELECT s.job, s.slot FROM slot s JOIN jsonb_to_recordset(${JSON.stringify(slots)}::jsonb) AS w(job text, slot text)
          ON w.job = s.job AND w.slot = s.slot WHERE s."programId" = ${programId}`;
      return new Set(rows.map((row) => `${row.job} ${row.slot}`));
    },
  };
}
