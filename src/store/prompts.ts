import type { Instant, LocalDay } from '../domain/day.js';
import type { MorningNote } from '../domain/morning-note.js';
import type { Words } from '../domain/plan.js';
import type { Reason } from '../domain/prompt.js';
import type { SlipColour } from '../domain/slip.js';
import type { Language } from '../text/language.js';
import type { Database } from './database.js';
import type { MilestoneLine } from './projects.js';
import { PROMPT_ACTIONS, type PromptAction, promptActionsIn } from './prompt-actions.js';
import { promptHandOverIn } from './prompt-hand-over.js';
import { promptLogIn } from './prompt-log.js';
import { PROMPT_NOTES, type PromptNote } from './prompt-notes.js';
import { promptPagesIn } from './prompt-pages.js';
import { type Lapsed, silenceIn } from './prompt-silence.js';

export type { Page } from './prompt-log.js';
export type { Lapsed, Unreported } from './prompt-silence.js';

/** A milestone that a prompt asks about. */
export type NewPromptItem = {
  readonly milestoneId: number;
  readonly ownerId: number;
  readonly unitId: number;
  readonly reason: Reason['kind'];
  readonly paceFrom: LocalDay | null;
  readonly gate?: NearGate | null;
};

/** A gate within a week that lacks something, and how many projects (`lacks`) it does. */
export type NearGate = { readonly goal: Words; readonly lacks: number };

export type NewPrompt = {
  readonly personId: number;
  /** How many milestones had no room in the message. */
  readonly more: number;
  readonly lapsed: readonly Lapsed[];
  readonly items: readonly NewPromptItem[];
  readonly actions: readonly { readonly itemId: number; readonly due: LocalDay }[];
  readonly notes: readonly MorningNote[];
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
export type PromptItem = Omit<MilestoneLine, 'id'> & {
  readonly milestoneId: number;
  readonly paceFrom: LocalDay | null;
  /** The near gate that it would bring home. */
  readonly gate?: NearGate | null;
  /** The supervision slip that presses for it. */
  readonly slip?: { readonly number: number; readonly colour: SlipColour } | null;
  /** Whose it is, where the person asked stands in for them. */
  readonly ownerName: Words | null;
  readonly answer: Answer | null;
  /** The person's next prompt asks about it again. */
  readonly askedAgain: boolean;
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
  /** The day of the person's next prompt, which takes this one's place. */
  readonly nextDay: LocalDay | null;
  readonly items: readonly PromptItem[];
  /** The action items that it asks about. */
  readonly actions: readonly PromptAction[];
  /** What it tells, as it stands now. */
  readonly notes: readonly PromptNote[];
};

export function promptsIn(database: Database) {
  const silence = silenceIn(database);
  const actionsIn = promptActionsIn(database);

  async function read(where: string, values: readonly unknown[]): Promise<readonly Prompt[]> {
    return database.$queryRawUnsafe<Prompt[]>(
      `SELECT q.id, q.day, q."personId", person."slackUserId", person.language,
              (extract(epoch FROM q."askedAt") * 1000)::float8 AS "askedAt", q.more, q.lapsed, next.day AS "nextDay",
              coalesce(listed.items, '[]'::json) AS items, ${PROMPT_ACTIONS} AS actions, ${PROMPT_NOTES} AS notes
       FROM prompt q JOIN person ON person.id = q."personId"
       LEFT JOIN LATERAL (
         SELECT n.id, n.day, n."askedAt" FROM prompt n
         WHERE n."programId" = q."programId" AND n."personId" = q."personId" AND n.day > q.day ORDER BY n.day LIMIT 1
       ) next ON true
       LEFT JOIN LATERAL (
         SELECT json_agg(json_build_object(
           'milestoneId', m.id, 'projectId', p.id, 'code', p.code, 'projectName', p.name, 'name', m.name, 'due', m.due,
           'percent', m.percent, 'forecast', m.forecast, 'reportedOn', m."reportedOn", 'paceFrom', i."paceFrom", 'gate', i.gate,
           'slip', (SELECT json_build_object('number', s.number, 'colour', s.colour) FROM slip s
                    WHERE s."milestoneId" = m.id AND s.standing IN ('open', 'answered') ORDER BY s.number LIMIT 1),
           'ownerName', CASE WHEN i."ownerId" <> q."personId" THEN json_build_object('zh', owner.name, 'en', owner."nameEn") END,
           'askedAgain', EXISTS (SELECT 1 FROM prompt_item j WHERE j."promptId" = next.id AND j."milestoneId" = i."milestoneId"),
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
             AND (next.id IS NULL OR r."recordedAt" < next."askedAt")
           ORDER BY r."recordedAt" DESC, r.id DESC LIMIT 1) said ON true
         LEFT JOIN LATERAL (
           SELECT o.id, o.cause, o."raisedById", o.number, o."recordedAt" FROM obstacle o
           WHERE o."projectId" = p.id AND o."milestoneId" = m.id AND o."recordedAt" >= q."askedAt"
             AND (next.id IS NULL OR o."recordedAt" < next."askedAt")
           ORDER BY o.id DESC LIMIT 1) flagged ON true
         WHERE i."promptId" = q.id
       ) listed ON true
       WHERE ${where}`,
      ...values,
    );
  }

  return {
    ...promptPagesIn(database),
    ...silence,
    ...promptHandOverIn(database),
    ...promptLogIn(database),
    ...actionsIn,

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
      const written = await database.$queryRaw<{ id: number; personId: number }[]>`
        INSERT INTO prompt ("programId", day, "personId", "askedAt", more, lapsed, notes)
        SELECT ${programId}, ${day}, w."personId", ${new Date(at)}::timestamptz, w.more, w.lapsed, w.notes
        FROM jsonb_to_recordset(${JSON.stringify(prompts.map(({ items: _, actions: __, ...prompt }) => prompt))}::jsonb) AS w("personId" int, more int, lapsed jsonb, notes jsonb)
        RETURNING id, "personId"`;
      const ids = new Map(written.map((row) => [row.personId, row.id]));
      const since = await silence.unansweredSince(programId, previousWorkday, [...ids.keys()]);
      const items = prompts.flatMap(({ personId, items }) =>
        items.map((item, ordinal) => ({
          ...item,
          promptId: ids.get(personId),
          ordinal,
          firstDay: since.get(`${personId} ${item.milestoneId}`) ?? day,
        })),
      );
      const asked = prompts.flatMap(({ personId, actions }) =>
        actions.map((action) => ({ ...action, promptId: ids.get(personId) ?? 0 })),
      );
      await actionsIn.addActions(asked);
      await database.$executeRaw`
        INSERT INTO prompt_item ("promptId", ordinal, "milestoneId", "ownerId", "unitId", reason, "paceFrom", "firstDay", gate)
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb) AS w("promptId" int, ordinal int, "milestoneId" int,
          "ownerId" int, "unitId" int, reason text, "paceFrom" text, "firstDay" text, gate jsonb)`;
    },

    /** The prompts of people on a day, as they stand now. */
    ofPeople: (programId: number, day: LocalDay, personIds: readonly number[]): Promise<readonly Prompt[]> =>
      read('q."programId" = $1 AND q.day = $2 AND q."personId" = ANY($3::int[]) ORDER BY q.id', [
        programId,
        day,
        [...personIds],
      ]),

    /** Each person's newest prompt before a day. */
    before: (programId: number, day: LocalDay, personIds: readonly number[]): Promise<readonly Prompt[]> =>
      read(
        `q.id IN (SELECT (SELECT e.id FROM prompt e WHERE e."programId" = $1 AND e."personId" = who.id AND e.day < $2
                          ORDER BY e.day DESC LIMIT 1) FROM unnest($3::int[]) AS who(id)) ORDER BY q.id`,
        [programId, day, [...personIds]],
      ),

    /** The prompts of a day that ask about one of these milestones, by their ids. */
    async asking(programId: number, day: LocalDay, milestoneIds: readonly number[]): Promise<readonly number[]> {
      if (milestoneIds.length === 0) return [];
      const rows = await database.$queryRaw<{ id: number }[]>`
        SELECT DISTINCT q.id FROM prompt q JOIN prompt_item i ON i."promptId" = q.id
        WHERE q."programId" = ${programId} AND q.day = ${day} AND i."milestoneId" = ANY(${[...milestoneIds]}::int[]) ORDER BY q.id`;
      return rows.map(({ id }) => id);
    },

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
  };
}
