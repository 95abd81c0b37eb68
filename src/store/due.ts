import type { Instant } from '../domain/day.js';
import type { Database } from './database.js';

/** What falls due at moments of its own. `slot`: work of the clock that was late, or did not end. */
export const DUE_THINGS = [
  'obstacle',
  'postponement',
  'leave',
  'complaint',
  'account-request',
  'slip',
  'slot',
] as const;
export type DueThing = (typeof DUE_THINGS)[number];

/** A program that is run, as it stood at `revision`, with what is due in it. */
export type ProgramDue = { readonly id: number; readonly revision: number; readonly due: ReadonlySet<DueThing> };

/** Older than this, that something was late is no news (slots.takeMissed). */
const TOLD_WITHIN_MS = 40 * 86_400_000;

export function dueIn(database: Database) {
  return {
    /** The programs that are run, each with what is due by `now`: one statement, however many there are. */
    byNow: async (now: Instant): Promise<readonly ProgramDue[]> =>
      (
        await database.$queryRawUnsafe<{ id: number; revision: number; due: DueThing[] | null }[]>(
          DUE,
          ...dueValues(now),
        )
      ).map(({ due, ...row }) => ({ ...row, due: new Set(due) })),
  };
}

/** For the statement and for the test that has it explained. */
export const dueValues = (now: Instant): readonly Date[] => [new Date(now), new Date(now - TOLD_WITHIN_MS)];

/** Each part reads an index of its own, on the moment alone; late is 15 minutes, as in the indexes and in domain/due.ts. */
export const DUE = `
  WITH due AS (
    SELECT DISTINCT "programId", 'obstacle' AS thing FROM obstacle WHERE "dueAt" <= $1
    UNION ALL SELECT DISTINCT "programId", 'postponement' FROM postponement WHERE "tellAt" <= $1
    UNION ALL SELECT DISTINCT "programId", 'leave' FROM delegation WHERE "tellAt" <= $1 AND "endedAt" IS NULL
    UNION ALL SELECT DISTINCT "programId", 'complaint' FROM complaint WHERE "tellAt" <= $1
    UNION ALL SELECT DISTINCT "programId", 'account-request' FROM account_request WHERE "tellAt" <= $1
    UNION ALL SELECT DISTINCT "programId", 'slip' FROM slip WHERE "tellAt" <= $1
    UNION ALL SELECT DISTINCT "programId", 'slot' FROM slot
      WHERE "toldAt" IS NULL AND "doneAt" IS NULL AND "dueAt" < $1 - interval '15 minutes' AND "dueAt" > $2
    UNION ALL SELECT DISTINCT "programId", 'slot' FROM slot
      WHERE "toldAt" IS NULL AND "doneAt" - "dueAt" > interval '15 minutes' AND "dueAt" > $2
  )
  SELECT p.id, p.revision, things.due FROM program p
  LEFT JOIN (SELECT "programId", array_agg(thing) AS due FROM due GROUP BY "programId") things ON things."programId" = p.id
  WHERE p.current ORDER BY p.id`;
