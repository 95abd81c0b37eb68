import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, Outcome } from '../../feature.js';
import { deniedRefusal } from './messages/refusals.js';
import { standingsMessage } from './messages/subscriptions.js';

/** Turns the ranking of units in digests on or off. */
export async function switchRankings(ctx: Ctx, on: boolean): Promise<Outcome> {
  const permission = may(ctx.person, 'switch-rankings', { programId: ctx.program.id });
  if (!permission.allowed) {
    const refusal = deniedRefusal(denialWords(permission.denied, ctx.language), 'standingsInstead', ctx.language);
    return { kind: 'refuse', refusal };
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
  return { kind: 'say', message: standingsMessage(on, ctx.language) };
}
