import type { Instant, LocalDay } from '../domain/day.js';
import { type Asked, type Counts, totalCounts } from '../domain/prompt.js';
import type { Database } from './database.js';

/** A page of a morning's (or an afternoon's) work as it was written down; `upTo` is the last person looked at. */
export type Page = Counts & { readonly day: LocalDay; readonly upTo: number; readonly last: boolean };

/** What the mornings cost, and what people chose about them. */
export function promptLogIn(database: Database) {
  return {
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
