import type { ItemStanding } from '../domain/action-item.js';
import type { LocalDay } from '../domain/day.js';
import type { Words } from '../domain/plan.js';
import type { Database } from './database.js';

/** An open action item as a morning looks at it; `toldIds`: whose messages named it before. */
export type AskedAction = {
  readonly itemId: number;
  readonly ownerId: number;
  readonly due: LocalDay;
  readonly milestoneId: number | null;
  readonly toldIds: readonly number[];
};

/** An action item of a prompt as it stands now. */
export type PromptAction = {
  readonly itemId: number;
  readonly number: number;
  readonly version: number;
  readonly text: string;
  readonly review: string | null;
  readonly reviewDay: LocalDay | null;
  readonly lessonGate: LocalDay | null;
  readonly milestoneId: number | null;
  readonly milestone: string | null;
  /** Its day as it was asked, and as it is now. */
  readonly asked: LocalDay;
  readonly due: LocalDay;
  readonly standing: ItemStanding;
  readonly endedOn: LocalDay | null;
  readonly reason: string | null;
  /** Whose it is, where the person asked stands in for them. */
  readonly ownerName: Words | null;
};

/** The action items of a prompt `q`, as json. */
export const PROMPT_ACTIONS = `coalesce((
  SELECT json_agg(json_build_object(
    'itemId', t.id, 'number', t.number, 'version', t.version, 'text', t.text, 'review', s.review, 'reviewDay', s.day, 'lessonGate', l.gate,
    'milestoneId', t."milestoneId", 'milestone', tm.name, 'asked', a.due, 'due', t.due, 'standing', t.standing,
    'endedOn', t."endedOn", 'reason', coalesce(t."dropReason", t."carriedReason"),
    'ownerName', CASE WHEN t."ownerId" <> q."personId" THEN json_build_object('zh', who.name, 'en', who."nameEn") END
  ) ORDER BY a.due, t.number)
  FROM prompt_action_item a JOIN action_item t ON t.id = a."itemId" JOIN person who ON who.id = t."ownerId"
    LEFT JOIN review_slot s ON s.id = t."slotId" LEFT JOIN milestone tm ON tm.id = t."milestoneId"
    LEFT JOIN review_lesson l ON l.id = t."lessonId"
  WHERE a."promptId" = q.id), '[]'::json)`;

export function promptActionsIn(database: Database) {
  return {
    /** The open action items of these people. */
    async openActions(programId: number, ownerIds: readonly number[]): Promise<readonly AskedAction[]> {
      return database.$queryRaw<AskedAction[]>`
        SELECT i.id AS "itemId", i."ownerId", i.due, i."milestoneId",
               coalesce((SELECT json_agg(DISTINCT q."personId") FROM prompt_action_item a JOIN prompt q ON q.id = a."promptId"
                         WHERE a."itemId" = i.id), '[]'::json) AS "toldIds"
        FROM action_item i WHERE i."programId" = ${programId} AND i.standing = 'open' AND i."ownerId" = ANY(${[...ownerIds]}::int[])
        ORDER BY i.due, i.number`;
    },

    /** Writes down which items prompts ask about. */
    async addActions(
      rows: readonly { readonly promptId: number; readonly itemId: number; readonly due: LocalDay }[],
    ): Promise<void> {
      if (rows.length > 0) await database.promptActionItem.createMany({ data: [...rows] });
    },

    /** The prompts of a day that ask about an action item. */
    async askingItem(programId: number, day: LocalDay, itemId: number): Promise<readonly number[]> {
      const rows = await database.$queryRaw<{ id: number }[]>`
        SELECT q.id FROM prompt_action_item a JOIN prompt q ON q.id = a."promptId"
        WHERE a."itemId" = ${itemId} AND q."programId" = ${programId} AND q.day = ${day} ORDER BY q.id`;
      return rows.map(({ id }) => id);
    },
  };
}
