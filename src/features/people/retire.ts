import { responsibilityCount } from '../../domain/responsibilities.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { Listed } from '../../store/roster.js';
import { fallDueNow, rescheduleHeldBy } from '../obstacle/door.js';
import { whyNot } from './denied.js';
import { leavingOf } from './leaving.js';
import { doneBefore, logPeople } from './log.js';
import { deniedRefusal } from './messages/refusals.js';
import { notRetiredMessage, retiredBeforeMessage, retiredMessage } from './messages/retire.js';
import type { Denied } from './model.js';

export async function retireLeaving(ctx: Ctx, { person }: { readonly person: number }): Promise<Outcome> {
  const { language } = ctx;
  const retired = await retire(ctx, person);
  switch (retired.kind) {
    case 'retired':
      return { kind: 'replace', message: retiredMessage(retired.person, language) };
    case 'gone':
      return { kind: 'replace', message: retiredBeforeMessage(language) };
    case 'denied':
      return deniedRefusal(retired, language);
    default:
      return { kind: 'say', message: notRetiredMessage(retired.kind, language) };
  }
}

type Retired =
  | { readonly kind: 'retired'; readonly person: Listed }
  | { readonly kind: 'holds-work' | 'last-coordinator' | 'gone' }
  | Denied;

/** Who has nothing left to hand over leaves: no role, and the account is nobody's. */
export async function retire(ctx: Ctx, personId: number): Promise<Retired> {
  const refused = whyNot(ctx, 'hand-over');
  if (refused) return refused;
  const { program } = ctx;
  const { retired, waiting } = await ctx.store.transaction(
    async (tx): Promise<{ retired: Retired; waiting: readonly number[] }> => {
      const only = (result: Retired) => ({ retired: result, waiting: [] });
      await tx.programs.touch(program.id);
      const leaving = await leavingOf(tx, ctx, personId);
      // Without a role or work nobody is on the list any more.
      if (!leaving) return only({ kind: 'gone' });
      const { person, work, positions } = leaving;
      if (await doneBefore(ctx, tx)) return only({ kind: 'retired', person });
      if (responsibilityCount(work) + positions.length > 0) return only({ kind: 'holds-work' });
      const coordinates = person.duties.some(({ role }) => role === 'coordinator');
      if (coordinates && (await tx.duties.holders(program.id, 'coordinator')) === 1)
        return only({ kind: 'last-coordinator' });
      for (const { role, unitId } of person.duties)
        await tx.duties.remove({ programId: program.id, personId, role, unitId });
      const shared = await tx.coOwners.leave(program.id, personId);
      const absent = await tx.leaves.dropDelegate(program.id, personId, ctx.today);
      const account = await tx.accounts.untie(program.workspaceId, personId);
      await logPeople(ctx, tx, ctx.person.id, [
        {
          action: 'retire',
          thing: 'person',
          thingId: personId,
          before: {
            account,
            shared,
            stoodInFor: absent,
            roles: person.duties.map(({ role, unitId }) => ({ role, unitId })),
          },
          after: { account: null, shared: [], roles: [] },
        },
      ]);
      return { retired: { kind: 'retired', person }, waiting: await rescheduleHeldBy(ctx, tx, absent) };
    },
  );
  await fallDueNow(ctx, waiting);
  return retired;
}
