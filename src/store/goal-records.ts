import type { Instant, LocalDay } from '../domain/day.js';
import type { Database } from './database.js';
import { computedDays } from './goal-sources.js';

/** A value recorded for a goal that no project's figures add up to; in the goal's own measure. */
export type GoalRecord = {
  readonly id: number;
  readonly goal: string;
  readonly value: number;
  readonly onDay: LocalDay;
  readonly recordedAt: Instant;
  readonly undone: boolean;
};

export type NewGoalRecord = {
  readonly programId: number;
  /** Its key in the plan. */
  readonly goal: string;
  readonly personId: number;
  readonly value: number;
  readonly onDay: LocalDay;
  readonly at: Instant;
  readonly cause: string;
};

type Row = Omit<GoalRecord, 'recordedAt'> & { readonly recordedAt: Date };
const recordOf = (row: Row): GoalRecord => ({ ...row, recordedAt: row.recordedAt.getTime() });

export function goalRecordsIn(database: Database) {
  return {
    /** Keeps a value; under a cause that has kept one already it is that one again, and `again` is true. */
    async keep(record: NewGoalRecord): Promise<{ readonly id: number; readonly again: boolean }> {
      const [row] = await database.$queryRaw<{ id: number; again: boolean }[]>`
        INSERT INTO goal_record ("programId", "goalId", "personId", value, "onDay", "recordedAt", cause)
        SELECT ${record.programId}, g.id, ${record.personId}, ${record.value}, ${record.onDay},
               ${new Date(record.at)}::timestamptz, ${record.cause}
        FROM goal g WHERE g."programId" = ${record.programId} AND g.key = ${record.goal}
        ON CONFLICT ("programId", cause) DO UPDATE SET cause = EXCLUDED.cause
        RETURNING id, xmax <> 0 AS again`;
      if (!row) throw new Error(`the program has no goal ${record.goal}`);
      return row;
    },

    /**
     * Takes a value back: it stays in the table and counts no more. `undone`: it was taken back before. Null where there
     * is none such.
     */
    async undo(programId: number, id: number, at: Instant): Promise<GoalRecord | null> {
      const [row] = await database.$queryRaw<Row[]>`
        WITH was AS (
          SELECT id, "undoneAt" FROM goal_record WHERE "programId" = ${programId} AND id = ${id} FOR UPDATE
        )
        UPDATE goal_record r SET "undoneAt" = coalesce(was."undoneAt", ${new Date(at)}::timestamptz)
        FROM was, goal g
        WHERE r.id = was.id AND g.id = r."goalId"
        RETURNING r.id, g.key AS goal, r.value, r."onDay", r."recordedAt", was."undoneAt" IS NOT NULL AS undone`;
      return row ? recordOf(row) : null;
    },

    /** The values on its days of a goal that computes itself, as told by a moment, the oldest day first. */
    async computed(
      programId: number,
      goal: string,
      { moment, knownAt }: { readonly moment: Instant; readonly knownAt: Instant },
    ): Promise<readonly Pick<GoalRecord, 'value' | 'onDay'>[]> {
      return database.$queryRaw<Pick<GoalRecord, 'value' | 'onDay'>[]>`
        SELECT days.value, days."onDay" FROM goal g
        CROSS JOIN LATERAL (${computedDays(programId, { moment, knownAt, about: null })}) days
        WHERE g."programId" = ${programId} AND g.key = ${goal} ORDER BY days."onDay"`;
    },

    /** The values of a goal that stand as known at a moment, the oldest day first. */
    async standing(programId: number, goal: string, knownAt: Instant): Promise<readonly GoalRecord[]> {
      const rows = await database.$queryRaw<Row[]>`
        SELECT r.id, g.key AS goal, r.value, r."onDay", r."recordedAt", false AS undone
        FROM goal_record r JOIN goal g ON g.id = r."goalId"
        WHERE r."programId" = ${programId} AND g.key = ${goal} AND r."recordedAt" <= ${new Date(knownAt)}::timestamptz
          AND (r."undoneAt" IS NULL OR r."undoneAt" > ${new Date(knownAt)}::timestamptz)
        ORDER BY r."onDay", r."recordedAt", r.id`;
      return rows.map(recordOf);
    },
  };
}
