import type { LocalDay } from '../domain/day.js';
import type { Words } from '../domain/plan.js';
import type { Database } from './database.js';

/** What the head of a unit is told: who of it did not answer the working day before, and about what. */
export type Lapsed = {
  readonly unitId: number;
  readonly unit: Words;
  /** The day on which they did not answer. */
  readonly day: LocalDay;
  readonly owners: readonly {
    readonly id: number;
    readonly name: Words;
    readonly slackUserId: string | null;
    readonly items: readonly { readonly code: string; readonly milestone: string; readonly due: LocalDay | null }[];
  }[];
};

/** A milestone that was asked about without an answer from `since` on. */
export type Unreported = {
  readonly milestoneId: number;
  readonly projectId: number;
  readonly code: string;
  readonly projectName: string;
  readonly name: string;
  readonly due: LocalDay | null;
  readonly unitId: number;
  readonly ownerId: number;
  readonly ownerName: Words;
  readonly since: LocalDay;
};

/** SQL: whether something was said about the item `i` of the prompt `q` since it was asked. */
export const ANSWERED = `(EXISTS (SELECT 1 FROM report r WHERE r."milestoneId" = i."milestoneId" AND r."recordedAt" >= q."askedAt" AND r."undoneAt" IS NULL)
  OR EXISTS (SELECT 1 FROM obstacle o WHERE o."projectId" = m."projectId" AND o."milestoneId" = i."milestoneId" AND o."recordedAt" >= q."askedAt"))`;

/** What was asked about and is not answered. */
export function silenceIn(database: Database) {
  return {
    /** Of what people were asked on a day and left unanswered: the day on which that began, by person and milestone. */
    async unansweredSince(
      programId: number,
      day: LocalDay,
      personIds: readonly number[],
    ): Promise<ReadonlyMap<string, LocalDay>> {
      const rows = await database.$queryRawUnsafe<{ personId: number; milestoneId: number; firstDay: LocalDay }[]>(
        `SELECT q."personId", i."milestoneId", i."firstDay"
       FROM prompt q JOIN prompt_item i ON i."promptId" = q.id JOIN milestone m ON m.id = i."milestoneId"
       WHERE q."programId" = $1 AND q.day = $2 AND q."personId" = ANY($3::int[]) AND NOT ${ANSWERED}`,
        programId,
        day,
        [...personIds],
      );
      return new Map(rows.map((row) => [`${row.personId} ${row.milestoneId}`, row.firstDay]));
    },

    /**
     * What the heads of units are told on the working day after `day`: what of their units was asked about then and is
     * not answered, where something of it was new on that day. By the heads' ids; who is away is left in.
     */
    async lapsed(
      programId: number,
      day: LocalDay,
      headIds: readonly number[],
    ): Promise<ReadonlyMap<number, readonly Lapsed[]>> {
      const rows = await database.$queryRawUnsafe<LapsedRow[]>(
        `SELECT u."headId", u.id AS "unitId", u.name AS unit, owner.id AS "ownerId", owner.name, owner."nameEn", owner."slackUserId",
                p.code, m.name AS milestone, m.due, i."firstDay" = q.day AS fresh
         FROM unit u JOIN prompt_item i ON i."unitId" = u.id
         JOIN prompt q ON q.id = i."promptId" AND q."programId" = $1 AND q.day = $2
         JOIN milestone m ON m.id = i."milestoneId" JOIN project p ON p.id = m."projectId" JOIN person owner ON owner.id = i."ownerId"
         WHERE u."programId" = $1 AND u."headId" = ANY($3::int[]) AND i."ownerId" <> u."headId" AND NOT ${ANSWERED}
         ORDER BY u.id, owner.id, m.due NULLS LAST, p.code`,
        programId,
        day,
        [...headIds],
      );
      return lapsedByHead(rows, day);
    },

    /**
     * What was asked about on every working day from `since` or earlier until `day` without an answer: the digest's list
     * of the unreported has those asked two working days before.
     */
    async unreported(programId: number, day: LocalDay, since: LocalDay): Promise<readonly Unreported[]> {
      return database.$queryRawUnsafe<Unreported[]>(
        `SELECT m.id AS "milestoneId", p.id AS "projectId", p.code, p.name AS "projectName", m.name, m.due, i."unitId", i."ownerId",
                jsonb_build_object('zh', owner.name, 'en', owner."nameEn") AS "ownerName", i."firstDay" AS since
         FROM prompt q JOIN prompt_item i ON i."promptId" = q.id JOIN milestone m ON m.id = i."milestoneId"
         JOIN project p ON p.id = m."projectId" JOIN person owner ON owner.id = i."ownerId"
         WHERE q."programId" = $1 AND q.day = $2 AND i."firstDay" <= $3 AND p.standing = 'open' AND NOT ${ANSWERED}
         ORDER BY i."unitId", owner.id, m.due NULLS LAST, p.code, m.ordinal`,
        programId,
        day,
        since,
      );
    },
  };
}

type LapsedRow = {
  readonly headId: number;
  readonly unitId: number;
  readonly unit: Words;
  readonly ownerId: number;
  readonly name: string;
  readonly nameEn: string;
  readonly slackUserId: string | null;
  readonly code: string;
  readonly milestone: string;
  readonly due: LocalDay | null;
  readonly fresh: boolean;
};

function lapsedByHead(rows: readonly LapsedRow[], day: LocalDay): ReadonlyMap<number, readonly Lapsed[]> {
  const fresh = new Set(rows.filter((row) => row.fresh).map((row) => row.unitId));
  const byHead = new Map<number, Lapsed[]>();
  for (const unitId of fresh) {
    const ofUnit = rows.filter((row) => row.unitId === unitId);
    const [first] = ofUnit;
    if (!first) continue;
    const owners = [...new Set(ofUnit.map((row) => row.ownerId))].flatMap((id) => {
      const own = ofUnit.filter((row) => row.ownerId === id);
      const [one] = own;
      if (!one) return [];
      const items = own.map(({ code, milestone, due }) => ({ code, milestone, due }));
      return [{ id, name: { zh: one.name, en: one.nameEn }, slackUserId: one.slackUserId, items }];
    });
    const lapsed: Lapsed = { unitId, unit: first.unit, day, owners };
    byHead.set(first.headId, [...(byHead.get(first.headId) ?? []), lapsed]);
  }
  return byHead;
}
