import type { Instant, LocalDay } from '../domain/day.js';
import type { Words } from '../domain/plan.js';
import { type Asked, type Counts, type Reason, totalCounts } from '../domain/prompt.js';
import type { Language } from '../text/language.js';
import type { Database } from './database.js';
import { promptPagesIn } from './prompt-pages.js';

/** A milestone that a prompt asks about. */
export type NewPromptItem = {
  readonly milestoneId: number;
  readonly ownerId: number;
  readonly unitId: number;
  readonly reason: Reason['kind'];
  readonly paceFrom: LocalDay | null;
};

export type NewPrompt = {
  readonly personId: number;
  /** How many milestones had no room in the message. */
  readonly more: number;
  readonly lapsed: readonly Lapsed[];
  readonly items: readonly NewPromptItem[];
};

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

/** What was said about a milestone since the prompt asked. */
export type Answer =
  | {
      readonly by: 'report';
      readonly cause: string;
      readonly personId: number;
      readonly percent: number | null;
      readonly doneOn: LocalDay | null;
      readonly forecast: LocalDay | null;
      readonly note: string;
    }
  | { readonly by: 'obstacle'; readonly cause: string; readonly personId: number; readonly number: number };

/** A milestone of a prompt as it stands now. */
export type PromptItem = {
  readonly milestoneId: number;
  readonly projectId: number;
  readonly code: string;
  readonly projectName: string;
  readonly name: string;
  readonly due: LocalDay | null;
  readonly percent: number | null;
  readonly forecast: LocalDay | null;
  readonly reportedOn: LocalDay | null;
  readonly paceFrom: LocalDay | null;
  /** Whose it is, where the person asked stands in for them. */
  readonly ownerName: Words | null;
  readonly answer: Answer | null;
};

/** One person's prompt of a morning. */
export type Prompt = {
  readonly id: number;
  readonly day: LocalDay;
  readonly personId: number;
  readonly slackUserId: string | null;
  readonly language: Language;
  readonly askedAt: Instant;
  readonly more: number;
  readonly lapsed: readonly Lapsed[];
  readonly items: readonly PromptItem[];
};

/** A page of a morning's (or an afternoon's) work as it was written down; `upTo` is the last person looked at. */
export type Page = Counts & { readonly day: LocalDay; readonly upTo: number; readonly last: boolean };

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
const ANSWERED = `(EXISTS (SELECT 1 FROM report r WHERE r."milestoneId" = i."milestoneId" AND r."recordedAt" >= q."askedAt" AND r."undoneAt" IS NULL)
  OR EXISTS (SELECT 1 FROM obstacle o WHERE o."projectId" = m."projectId" AND o."milestoneId" = i."milestoneId" AND o."recordedAt" >= q."askedAt"))`;

export function promptsIn(database: Database) {
  async function read(where: string, values: readonly unknown[]): Promise<readonly Prompt[]> {
    return database.$queryRawUnsafe<Prompt[]>(
      `SELECT q.id, q.day, q."personId", person."slackUserId", person.language,
              (extract(epoch FROM q."askedAt") * 1000)::float8 AS "askedAt", q.more, q.lapsed,
              coalesce(listed.items, '[]'::json) AS items
       FROM prompt q JOIN person ON person.id = q."personId"
       LEFT JOIN LATERAL (
         SELECT json_agg(json_build_object(
           'milestoneId', m.id, 'projectId', p.id, 'code', p.code, 'projectName', p.name, 'name', m.name, 'due', m.due,
           'percent', m.percent, 'forecast', m.forecast, 'reportedOn', m."reportedOn", 'paceFrom', i."paceFrom",
           'ownerName', CASE WHEN i."ownerId" <> q."personId" THEN json_build_object('zh', owner.name, 'en', owner."nameEn") END,
           'answer', CASE
             WHEN said.id IS NOT NULL AND (flagged.id IS NULL OR said."recordedAt" >= flagged."recordedAt") THEN
               json_build_object('by', 'report', 'cause', said.cause, 'personId', said."personId", 'percent', said.percent,
                                 'doneOn', said."doneOn", 'forecast', said.forecast, 'note', said.note)
             WHEN flagged.id IS NOT NULL THEN
               json_build_object('by', 'obstacle', 'cause', flagged.cause, 'personId', flagged."raisedById", 'number', flagged.number)
           END) ORDER BY i.ordinal) AS items
         FROM prompt_item i JOIN milestone m ON m.id = i."milestoneId" JOIN project p ON p.id = m."projectId"
         JOIN person owner ON owner.id = i."ownerId"
         LEFT JOIN LATERAL (
           SELECT r.id, r.cause, r."personId", r.percent, r."doneOn", r.forecast, r.note, r."recordedAt" FROM report r
           WHERE r."milestoneId" = m.id AND r."recordedAt" >= q."askedAt" AND r."undoneAt" IS NULL
           ORDER BY r."recordedAt" DESC, r.id DESC LIMIT 1) said ON true
         LEFT JOIN LATERAL (
           SELECT o.id, o.cause, o."raisedById", o.number, o."recordedAt" FROM obstacle o
           WHERE o."projectId" = p.id AND o."milestoneId" = m.id AND o."recordedAt" >= q."askedAt"
           ORDER BY o.id DESC LIMIT 1) flagged ON true
         WHERE i."promptId" = q.id
       ) listed ON true
       WHERE ${where}`,
      ...values,
    );
  }

  return {
    ...promptPagesIn(database),

    /**
     * Writes down what people are asked this morning. A milestone that was asked about on `previousWorkday` without an
     * answer keeps the day on which that began.
     */
    async add(
      programId: number,
      day: LocalDay,
      previousWorkday: LocalDay,
      at: Instant,
      prompts: readonly NewPrompt[],
    ): Promise<void> {
      if (prompts.length === 0) return;
      await database.$executeRaw`
        INSERT INTO prompt ("programId", day, "personId", "askedAt", more, lapsed)
        SELECT ${programId}, ${day}, w."personId", ${new Date(at)}::timestamptz, w.more, w.lapsed
        FROM jsonb_to_recordset(${JSON.stringify(prompts.map(({ items: _, ...prompt }) => prompt))}::jsonb) AS w("personId" int, more int, lapsed jsonb)`;
      const items = prompts.flatMap(({ personId, items }) =>
        items.map((item, ordinal) => ({ ...item, personId, ordinal })),
      );
      await database.$executeRawUnsafe(
        `INSERT INTO prompt_item ("promptId", ordinal, "milestoneId", "ownerId", "unitId", reason, "paceFrom", "firstDay")
         SELECT today.id, w.ordinal, w."milestoneId", w."ownerId", w."unitId", w.reason, w."paceFrom", coalesce(before."firstDay", $2)
         FROM jsonb_to_recordset($4::jsonb) AS w("personId" int, ordinal int, "milestoneId" int, "ownerId" int, "unitId" int, reason text, "paceFrom" text)
         JOIN prompt today ON today."programId" = $1 AND today.day = $2 AND today."personId" = w."personId"
         LEFT JOIN LATERAL (
           SELECT i."firstDay" FROM prompt q JOIN prompt_item i ON i."promptId" = q.id JOIN milestone m ON m.id = i."milestoneId"
           WHERE q."programId" = $1 AND q.day = $3 AND q."personId" = w."personId" AND i."milestoneId" = w."milestoneId"
             AND NOT ${ANSWERED} LIMIT 1
         ) before ON true`,
        programId,
        day,
        previousWorkday,
        JSON.stringify(items),
      );
    },

    /** The prompts of people on a day, as they stand now. */
    ofPeople: (programId: number, day: LocalDay, personIds: readonly number[]): Promise<readonly Prompt[]> =>
      read('q."programId" = $1 AND q.day = $2 AND q."personId" = ANY($3::int[]) ORDER BY q.id', [
        programId,
        day,
        [...personIds],
      ]),

    async byId(programId: number, id: number): Promise<Prompt | null> {
      return (await read('q."programId" = $1 AND q.id = $2', [programId, id]))[0] ?? null;
    },

    /** The next prompts of a day after `after`, by the ids of their people, that were asked before `before`. */
    pageOf: (
      programId: number,
      day: LocalDay,
      before: Instant,
      after: number,
      limit: number,
    ): Promise<readonly Prompt[]> =>
      read(
        'q."programId" = $1 AND q.day = $2 AND q."askedAt" < $3::timestamptz AND q."personId" > $4 ORDER BY q."personId" LIMIT $5',
        [programId, day, new Date(before).toISOString(), after, limit],
      ),

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

    /** The pages of a morning (or an afternoon) that were written down, in their order. */
    async pages(workspaceId: string, cause: string): Promise<readonly Page[]> {
      const rows = await database.$queryRaw<{ after: Page }[]>`
        SELECT after FROM activity WHERE "workspaceId" = ${workspaceId} AND cause = ${cause} ORDER BY ordinal`;
      return rows.map((row) => row.after);
    },

    /** The newest morning whose prompts were written, and what it counted; null before there is one. */
    async newestMorning(program: {
      readonly id: number;
      readonly workspaceId: string;
    }): Promise<{ readonly day: LocalDay; readonly counts: Counts } | null> {
      const rows = await database.$queryRaw<{ cause: string }[]>`
        SELECT cause FROM activity WHERE "programId" = ${program.id} AND thing = 'prompt' AND action = 'prompts'
        ORDER BY at DESC LIMIT 1`;
      const pages = rows[0] ? await this.pages(program.workspaceId, rows[0].cause) : [];
      return pages[0] ? { day: pages[0].day, counts: totalCounts(pages) } : null;
    },

    async settingOf(programId: number, personId: number): Promise<Asked> {
      const row = await database.personSetting.findUnique({
        where: { programId_personId: { programId, personId } },
        select: { asked: true },
      });
      return row?.asked === 'due' ? 'due' : 'all';
    },

    async setSetting(programId: number, personId: number, asked: Asked, at: Instant): Promise<void> {
      const changed = { asked, changedAt: new Date(at) };
      await database.personSetting.upsert({
        where: { programId_personId: { programId, personId } },
        create: { programId, personId, ...changed },
        update: changed,
      });
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
