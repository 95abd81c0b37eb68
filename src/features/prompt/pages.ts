import type { Counts } from '../../domain/prompt.js';
import type { JobCtx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { Page } from '../../store/prompts.js';

/** What a page did: its counts, the last person looked at, and whether nobody comes after. */
export type Paged = Counts & Pick<Page, 'upTo' | 'last'>;

/**
 * Goes through all people page by page, by their ids. Each page is a transaction that also counts it in the log, so that a
 * run that was interrupted goes on where it stopped and counts nothing twice. `work` does the page after `upTo`.
 */
export async function pageByPage(
  ctx: JobCtx,
  action: 'prompts' | 'reminders',
  work: (tx: Transaction, upTo: number) => Promise<Paged>,
): Promise<void> {
  const { workspaceId, id: programId } = ctx.program;
  const cause = `${action}:${programId}:${ctx.today}`;
  const before = await ctx.store.prompts.pages(workspaceId, cause);
  let newest = before.at(-1) ?? null;
  for (let ordinal = before.length; !newest?.last; ordinal += 1) {
    const upTo = newest?.upTo ?? 0;
    newest = await ctx.store.transaction(async (tx) => {
      const after: Page = { ...(await work(tx, upTo)), day: ctx.today };
      const line = { workspaceId, programId, at: ctx.now, personId: null, action, thing: 'prompt', thingId: null };
      await tx.activity.add([{ ...line, after, cause, ordinal }]);
      return after;
    });
  }
}
