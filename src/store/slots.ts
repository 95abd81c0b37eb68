import type { Instant } from '../domain/day.js';
import type { Database } from './database.js';

export function slotsIn(database: Database) {
  return {
    /** True for the one who takes the slot: a unique key lets it be taken once, whoever ticks. */
    async take(programId: number, job: string, slot: string, at: Instant): Promise<boolean> {
      const taken = await database.$executeRaw`
        INSERT INTO slot ("programId", job, slot, "sentAt") VALUES (${programId}, ${job}, ${slot}, ${new Date(at)}::timestamptz)
        ON CONFLICT DO NOTHING`;
      return taken > 0;
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
