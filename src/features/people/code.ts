import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { Listed } from '../../store/roster.js';
import { notOne, personInFront } from './find.js';
import { doneBefore, logPeople } from './log.js';
import { codeOutcome } from './messages/code.js';
import { unknownRefusal } from './messages/refusals.js';
import type { MadeCode } from './model.js';

/** `/people code 张三`. */
export async function codeByLine(ctx: Ctx, called: string): Promise<Outcome> {
  if (called === '') return unknownRefusal('', ctx.language);
  const { found } = await personInFront(ctx, called);
  return found.kind === 'one' ? giveCode(ctx, { person: found.person.id }) : notOne(ctx, found, called);
}

export const giveCode = async (ctx: Ctx, { person }: { readonly person: number }): Promise<Outcome> =>
  codeOutcome(await makeCode(ctx, person), ctx.language);

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
