import { readCode, WRONG_CODES } from '../../domain/link-code.js';
import type { UnlinkedCtx } from '../../feature.js';
import { doneBefore, logPeople } from './log.js';
import type { Linked } from './model.js';
import { closeRequestOf } from './request.js';
import { tieAccount } from './tie.js';

/** Ties an account by a code that somebody was given. */
export async function linkByCode(ctx: UnlinkedCtx, typed: string): Promise<Linked> {
  const { program, account } = ctx;
  const code = readCode(typed);
  const result = await ctx.store.transaction(async (tx) => {
    if (await doneBefore(ctx, tx)) return null;
    const wrong = await tx.accounts.wrongCodes(program.workspaceId, program.id, account.id, ctx.now);
    if (wrong >= WRONG_CODES) return { kind: 'too-many' as const };
    if (code === null) return { kind: 'unread' as const };
    const opened = await tx.accounts.openCode(program.workspaceId, program.id, code, ctx.now);
    if (!opened) {
      await logPeople(ctx, tx, null, [
        { action: 'wrong-code', thing: 'account', thingId: null, after: { account: account.id } },
      ]);
      return { kind: 'wrong' as const, left: WRONG_CODES - wrong - 1 };
    }
    const tied = await tieAccount(ctx, tx, opened.personId, { ...account, language: ctx.language }, null, 'code');
    if (tied !== 'tied') return { kind: tied };
    await tx.accounts.spendCode(opened.id, ctx.now);
    await closeRequestOf(ctx, tx, account.id, opened.personId);
    return { kind: 'linked' as const, personId: opened.personId };
  });
  // Tried again after it was done: the person whose account this is now.
  if (result !== null && result.kind !== 'linked') return result;
  const person = (await ctx.store.roster.all(program.id)).find((each) => each.slackUserId === account.id);
  return person ? { kind: 'linked', person } : { kind: 'wrong', left: WRONG_CODES - 1 };
}
