import type { Instant } from '../../domain/day.js';
import type { Database } from '../database.js';
import { MOST_TRIES } from '../payloads.js';

/** What a coordinator has to look after. */
export type Health = {
  /** People with a role to whom no Slack account is tied. */
  readonly untied: number;
  /** Accounts that ask to be let in. */
  readonly requests: number;
  /** Slots since `since` whose work was late or did not end. */
  readonly late: number;
  /** Posts since `since` that Slack refused for good. */
  readonly refused: number;
  /** Spreadsheets that were previewed and neither confirmed nor discarded. */
  readonly imports: number;
};

export function healthIn(database: Database) {
  return {
    /** How long the oldest has waited that is not done with, in seconds; 0 where nothing waits. Posts by the program's clock. */
    async ages(now: Instant): Promise<{ readonly payload: number; readonly post: number }> {
      const [ages] = await database.$queryRaw<{ payload: number; post: number }[]>`
        SELECT coalesce(extract(epoch FROM now() - (SELECT min("receivedAt") FROM payload WHERE "doneAt" IS NULL AND tries < ${MOST_TRIES})), 0)::float8 AS payload,
               coalesce(extract(epoch FROM ${new Date(now)}::timestamptz - (SELECT min("createdAt") FROM post WHERE standing IN ('waiting', 'sending'))), 0)::float8 AS post`;
      if (!ages) throw new Error('nothing was counted');
      return ages;
    },

    async of(programId: number, now: Instant, since: Instant, lateMs: number): Promise<Health> {
      const [at, from] = [new Date(now), new Date(since)];
      const rows = await database.$queryRaw<Health[]>`
        SELECT
          (SELECT count(DISTINCT d."personId")::int FROM duty d JOIN person w ON w.id = d."personId"
           WHERE d."programId" = ${programId} AND w."slackUserId" IS NULL) AS untied,
          (SELECT count(DISTINCT q."slackUserId")::int FROM account_request q WHERE q."programId" = ${programId} AND q."decidedAt" IS NULL) AS requests,
          (SELECT count(*)::int FROM slot s WHERE s."programId" = ${programId} AND s."dueAt" > ${from}::timestamptz
             AND coalesce(s."doneAt", ${at}::timestamptz) > s."dueAt" + make_interval(secs => ${lateMs / 1000})) AS late,
          (SELECT count(*)::int FROM post o WHERE o."programId" = ${programId} AND o.standing = 'failed' AND o."createdAt" > ${from}::timestamptz) AS refused,
          (SELECT count(*)::int FROM ledger_import i WHERE i."programId" = ${programId} AND i.standing = 'previewed' AND i.at > ${from}::timestamptz) AS imports`;
      const [health] = rows;
      if (!health) throw new Error(`nothing was counted of program ${programId}`);
      return health;
    },
  };
}
