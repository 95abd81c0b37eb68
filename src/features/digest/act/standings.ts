import { denialWords, may } from '../../../domain/permission.js';
import type { Ctx } from '../../../feature.js';
import { inLanguage } from '../../../text/language.js';
import { digestWords } from '../words.js';
import type { Refused } from './show.js';

/** Turns the ranking of units in digests on or off. */
export async function turnStandings(ctx: Ctx, on: boolean): Promise<{ readonly on: boolean } | Refused> {
  const permission = may(ctx.person, 'turn-standings', { programId: ctx.program.id });
  if (!permission.allowed) {
    const words = inLanguage(digestWords, ctx.language);
    const wrong = denialWords(permission.denied, ctx.language);
    return { refused: { wrong, understood: null, instead: words.standingsInstead } };
  }
  await ctx.store.transaction(async (tx) => {
    if (!(await tx.programs.setStandings(ctx.program.id, on))) return;
    await tx.activity.add([
      {
        workspaceId: ctx.program.workspaceId,
        programId: ctx.program.id,
        at: ctx.now,
        personId: ctx.person.id,
        action: on ? 'standings-on' : 'standings-off',
        thing: 'program',
        thingId: ctx.program.id,
        cause: ctx.cause,
      },
    ]);
  });
  return { on };
}
