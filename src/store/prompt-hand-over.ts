import type { LocalDay } from '../domain/day.js';
import type { Database } from './database.js';
import { ANSWERED } from './prompt-silence.js';

/** The prompts of two people, one of whom took over from the other. */
export type HandedPrompts = { readonly fromPrompt: number; readonly toPrompt: number };

export function promptHandOverIn(database: Database) {
  return {
    /**
     * What somebody was asked on a day (milestones, action items), did not answer, and another owns by now, is asked of that other. Null where there is
     * nothing of that kind.
     */
    async handOver(programId: number, day: LocalDay, fromId: number, toId: number): Promise<HandedPrompts | null> {
      const open = await database.$queryRawUnsafe<{ promptId: number; milestoneId: number }[]>(
        `SELECT i."promptId", i."milestoneId" FROM prompt q JOIN prompt_item i ON i."promptId" = q.id
           JOIN milestone m ON m.id = i."milestoneId" JOIN project p ON p.id = m."projectId"
         WHERE q."programId" = $1 AND q.day = $2 AND q."personId" = $3 AND coalesce(m."ownerId", p."ownerId") = $4 AND NOT ${ANSWERED}`,
        programId,
        day,
        fromId,
        toId,
      );
      const actions = await database.$queryRaw<{ promptId: number; itemId: number }[]>`
        SELECT a."promptId", a."itemId" FROM prompt q JOIN prompt_action_item a ON a."promptId" = q.id JOIN action_item t ON t.id = a."itemId"
        WHERE q."programId" = ${programId} AND q.day = ${day} AND q."personId" = ${fromId} AND t."ownerId" = ${toId}
          AND t.standing = 'open' AND t.due = a.due`;
      const fromPrompt = open[0]?.promptId ?? actions[0]?.promptId;
      if (fromPrompt === undefined) return null;
      const rows = await database.$queryRaw<{ id: number }[]>`
        INSERT INTO prompt ("programId", day, "personId", "askedAt")
        SELECT "programId", day, ${toId}, "askedAt" FROM prompt WHERE id = ${fromPrompt}
        ON CONFLICT ("programId", day, "personId") DO UPDATE SET "askedAt" = least(prompt."askedAt", EXCLUDED."askedAt") RETURNING id`;
      const toPrompt = rows[0]?.id ?? 0;
      const milestones = open.map((row) => row.milestoneId);
      await database.$executeRaw`
        INSERT INTO prompt_item ("promptId", ordinal, "milestoneId", "ownerId", "unitId", reason, "paceFrom", "firstDay")
        SELECT ${toPrompt}, (SELECT coalesce(max(o.ordinal) + 1, 0) FROM prompt_item o WHERE o."promptId" = ${toPrompt})
                 + row_number() OVER (ORDER BY i.ordinal)::int - 1,
               i."milestoneId", ${toId}, i."unitId", i.reason, i."paceFrom", ${day}
        FROM prompt_item i WHERE i."promptId" = ${fromPrompt} AND i."milestoneId" = ANY(${milestones}::int[])
          AND NOT EXISTS (SELECT 1 FROM prompt_item t WHERE t."promptId" = ${toPrompt} AND t."milestoneId" = i."milestoneId")`;
      await database.$executeRaw`
        DELETE FROM prompt_item WHERE "promptId" = ${fromPrompt} AND "milestoneId" = ANY(${milestones}::int[])`;
      const items = actions.map((row) => row.itemId);
      await database.$executeRaw`
        INSERT INTO prompt_action_item ("promptId", "itemId", due) SELECT ${toPrompt}, a."itemId", a.due FROM prompt_action_item a
        WHERE a."promptId" = ${fromPrompt} AND a."itemId" = ANY(${items}::int[]) ON CONFLICT DO NOTHING`;
      await database.$executeRaw`
        DELETE FROM prompt_action_item WHERE "promptId" = ${fromPrompt} AND "itemId" = ANY(${items}::int[])`;
      return { fromPrompt, toPrompt };
    },
  };
}
