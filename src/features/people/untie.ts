import type { Ctx, Outcome } from '../../feature.js';
import { whyNot } from './denied.js';
import { doneBefore, logPeople } from './log.js';
import { untiedOutcome } from './messages/untied.js';
import type { Untied } from './model.js';

export const untie = async (ctx: Ctx, { person }: { readonly person: number }): Promise<Outcome> =>
  untiedOutcome(await untieAccount(ctx, person), ctx.language);

/** Takes the account from a person: it was another's, or they got a new one. */
async function untieAccount(ctx: Ctx, personId: number): Promise<Untied> {
  const { program } = ctx;
  const denied = whyNot(ctx, 'tie-account');
  if (denied) return denied;
  const person = (await ctx.store.roster.all(program.id)).find((each) => each.id === personId);
  if (!person) return { kind: 'gone' };
  return ctx.store.transaction(async (tx): Promise<Untied> => {
    if (await doneBefore(ctx, tx)) return { kind: 'untied', person };
    const account = await tx.accounts.untie(program.workspaceId, personId);
    if (account === null) return { kind: 'was-untied', person };
    await logPeople(ctx, tx, ctx.person.id, [
      { action: 'untie-account', thing: 'person', thingId: personId, before: { account }, after: { account: null } },
    ]);
    await tx.programs.touch(program.id);
    return { kind: 'untied', person };
  });
}
