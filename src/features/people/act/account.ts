import { readCode, WRONG_CODES } from '../../../domain/link-code.js';
import { denialWords, may } from '../../../domain/permission.js';
import type { Ctx, StrangerCtx } from '../../../feature.js';
import type { NotTied } from '../../../store/accounts.js';
import type { Listed } from '../../../store/roster.js';
import { doneBefore, logPeople } from './log.js';
import { settleRequestOf } from './request.js';
import { tieAccount } from './tie.js';

export type MadeCode =
  | { readonly kind: 'code'; readonly person: Listed; readonly code: string }
  | { readonly kind: 'tied'; readonly person: Listed }
  | { readonly kind: 'denied'; readonly why: string }
  | { readonly kind: 'gone' };

/** The units by which their heads may give somebody a code: none for who holds more than an official does. */
export const codeUnits = ({ duties }: Pick<Listed, 'duties'>): readonly number[] =>
  duties.every(({ role }) => role === 'official') ? duties.flatMap(({ unitId }) => unitId ?? []) : [];

/** Makes the code with which somebody ties their own account. Tried again, it makes another: only the newest opens. */
export async function makeCode(ctx: Ctx, personId: number): Promise<MadeCode> {
  const { program } = ctx;
  const person = (await ctx.store.roster.all(program.id)).find((each) => each.id === personId);
  if (!person) return { kind: 'gone' };
  const thing = { programId: program.id, personId, unitIds: codeUnits(person) };
  const permission = may(ctx.person, 'make-code', thing);
  if (!permission.allowed) return { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
  if (person.slackUserId !== null) return { kind: 'tied', person };
  const code = await ctx.store.transaction(async (tx) => {
    if (!(await doneBefore(ctx, tx)))
      await logPeople(ctx, tx, ctx.person.id, [{ action: 'make-code', thing: 'person', thingId: personId }]);
    const { id: programId, workspaceId } = program;
    return tx.accounts.makeCode({ workspaceId, programId, personId, madeById: ctx.person.id, at: ctx.now });
  });
  return { kind: 'code', person, code };
}

export type Linked =
  | { readonly kind: 'linked'; readonly person: Listed }
  /** No such code, or it is spent or too old; `left`: how many more may be tried this hour. */
  | { readonly kind: 'wrong'; readonly left: number }
  | { readonly kind: 'too-many' | 'unread' | NotTied };

/** Ties an account by a code that somebody was given. */
export async function linkByCode(ctx: StrangerCtx, typed: string): Promise<Linked> {
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
    await settleRequestOf(ctx, tx, account.id, opened.personId);
    return { kind: 'linked' as const, personId: opened.personId };
  });
  // Tried again after it was done: the person whose account this is now.
  if (result !== null && result.kind !== 'linked') return result;
  const person = (await ctx.store.roster.all(program.id)).find((each) => each.slackUserId === account.id);
  return person ? { kind: 'linked', person } : { kind: 'wrong', left: WRONG_CODES - 1 };
}

export type Untied =
  | { readonly kind: 'untied'; readonly person: Listed }
  | { readonly kind: 'was-untied'; readonly person: Listed }
  | { readonly kind: 'denied'; readonly why: string }
  | { readonly kind: 'gone' };

/** Takes the account from a person: it was another's, or they got a new one. */
export async function untieAccount(ctx: Ctx, personId: number): Promise<Untied> {
  const { program } = ctx;
  const permission = may(ctx.person, 'tie-account', { programId: program.id });
  if (!permission.allowed) return { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
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
