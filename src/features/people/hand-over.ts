import { responsibilityCount } from '../../domain/responsibilities.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import { refusedTo, whyNot } from './denied.js';
import { leavingOf } from './leaving.js';
import { doneBefore, logPeople } from './log.js';
import { handedOverMessage, handOverForm, notToSelf } from './messages/hand-over.js';
import { chooseOne, deniedRefusal, goneMessage, staleMessage } from './messages/refusals.js';
import type { HandOver, Part } from './model.js';
import { notifyBoth } from './notify-both.js';
import { partsOf, readParts } from './responsibility-parts.js';
import { StaleTakeOver, takeOver } from './take-over.js';

type OfPerson = { readonly person: number };

export async function openHandOver(ctx: Ctx, { person }: OfPerson): Promise<Outcome> {
  const refused = refusedTo(ctx, 'hand-over');
  if (refused) return refused;
  const seen = await leavingOf(ctx.store, ctx, person);
  return seen ? handOverForm(ctx, seen) : { kind: 'say', message: goneMessage(ctx.language) };
}

type Fields = { readonly to: number | null; readonly what: readonly string[] };

export async function handOverChosen(ctx: Ctx, { person }: OfPerson, { to, what }: Fields): Promise<Outcome> {
  const { language } = ctx;
  if (to === null) return chooseOne('to', language);
  const handed = await handOver(ctx, person, to, readParts(what));
  switch (handed.kind) {
    case 'handed-over':
      return { kind: 'say', message: handedOverMessage(handed, language) };
    case 'self':
      return { kind: 'errors', errors: { to: notToSelf(language) } };
    case 'nothing':
    case 'stale':
      return { kind: 'say', message: staleMessage(language) };
    case 'gone':
      return { kind: 'say', message: goneMessage(language) };
    case 'denied':
      return deniedRefusal(handed, language);
  }
}

/** Hands work over to a person: what was chosen, or all of it. Positions have successors instead. */
export async function handOver(ctx: Ctx, fromId: number, toId: number, chosen: readonly Part[]): Promise<HandOver> {
  const refused = whyNot(ctx, 'hand-over');
  if (refused) return refused;
  if (fromId === toId) return { kind: 'self' };
  const { program } = ctx;
  return ctx.store
    .transaction(async (tx): Promise<HandOver> => {
      await tx.programs.touch(program.id);
      const known = new Set((await tx.people.ofProgram(program.id)).map((each) => each.id));
      const contacts = await tx.people.contacts(program.workspaceId, [fromId, toId]);
      const [from, to] = [contacts.get(fromId), contacts.get(toId)];
      const leaving = await leavingOf(tx, ctx, fromId);
      if (!leaving || !from || !to || !known.has(toId)) return { kind: 'gone' };
      const again = await doneBefore(ctx, tx);
      const work = partsOf(leaving.work, chosen);
      if (!again) {
        if (responsibilityCount(work) === 0) return { kind: 'nothing' };
        const taken = await takeOver(ctx, tx, {
          fromId,
          toId,
          positionId: null,
          work,
          everything: chosen.length === 0,
        });
        if (taken === 'stale') throw new StaleTakeOver();
        const heads = await handHeads(ctx, tx, fromId, toId, taken.unitIds);
        await logPeople(ctx, tx, ctx.person.id, [
          {
            action: 'hand-over',
            thing: 'person',
            thingId: fromId,
            before: { holderId: fromId },
            after: { ...taken, holderId: toId, roles: heads },
          },
        ]);
        await notifyBoth(ctx, tx, { from, to, work, position: null });
      }
      const left = (await leavingOf(tx, ctx, fromId)) ?? leaving;
      return { kind: 'handed-over', from, to, work: again ? leaving.work : work, left, cause: ctx.cause };
    })
    .catch((error: unknown) => {
      if (error instanceof StaleTakeOver) return { kind: 'stale' };
      throw error;
    });
}

/** Who is the named head of a unit has the role that says so. */
async function handHeads(ctx: Ctx, tx: Transaction, fromId: number, toId: number, unitIds: readonly number[]) {
  const roles = [];
  for (const unitId of unitIds) {
    const duty = { programId: ctx.program.id, role: 'unit-head' as const, unitId };
    const had = await tx.duties.remove({ ...duty, personId: fromId });
    const given = await tx.duties.add({ ...duty, personId: toId });
    if (had || given) roles.push({ role: duty.role, unitId, had, given });
  }
  return roles;
}
