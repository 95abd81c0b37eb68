import type { LocalDay } from '../../domain/day.js';
import { has } from '../../domain/holds.js';
import type { Asked, Counts } from '../../domain/prompt.js';
import type { Ctx } from '../../feature.js';

/** What the caller chose to be asked about. */
export const chosenAsked = (ctx: Ctx): Promise<Asked> => ctx.store.prompts.settingOf(ctx.program.id, ctx.person.id);

/** The caller chooses what they are asked about; from the next morning on. */
export async function chooseAsked(ctx: Ctx, asked: Asked): Promise<void> {
  await ctx.store.transaction(async (tx) => {
    const before = await tx.prompts.settingOf(ctx.program.id, ctx.person.id);
    if (before === asked) return;
    await tx.prompts.setSetting(ctx.program.id, ctx.person.id, asked, ctx.now);
    await tx.activity.add([
      {
        workspaceId: ctx.program.workspaceId,
        programId: ctx.program.id,
        at: ctx.now,
        personId: ctx.person.id,
        action: 'choose-asked',
        thing: 'person',
        thingId: ctx.person.id,
        before: { asked: before },
        after: { asked },
        cause: ctx.cause,
      },
    ]);
  });
}

/** What the newest morning cost: to coordinators alone. */
export async function morningCounts(ctx: Ctx): Promise<{ readonly day: LocalDay; readonly counts: Counts } | null> {
  const coordinates = has(ctx.person, 'coordinator');
  return coordinates ? ctx.store.prompts.newestMorning(ctx.program) : null;
}
