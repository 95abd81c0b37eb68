import type { Ctx } from '../../feature.js';
import type { NotTied } from '../../store/accounts.js';
import type { Transaction } from '../../store/index.js';
import { logPeople } from './log.js';

/** Ties an account to a person, with the log's line. `byId` null: they did it themselves, by a code. */
export async function tieAccount(
  ctx: Pick<Ctx, 'program' | 'now' | 'cause'>,
  tx: Transaction,
  personId: number,
  account: { readonly id: string; readonly language: Ctx['language'] },
  byId: number | null,
  how: 'code' | 'request',
): Promise<'tied' | NotTied> {
  const tied = await tx.accounts.tie(ctx.program, personId, account);
  if (tied !== 'tied') return tied;
  await logPeople(ctx, tx, byId ?? personId, [
    {
      action: 'tie-account',
      thing: 'person',
      thingId: personId,
      before: { account: null },
      after: { account: account.id, by: how },
    },
  ]);
  await tx.programs.touch(ctx.program.id);
  return 'tied';
}
