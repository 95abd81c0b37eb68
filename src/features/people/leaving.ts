import type { Ctx, Outcome } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import { refusedTo } from './denied.js';
import { notOne, personInFront } from './find.js';
import { leavingMessage } from './messages/leaving.js';
import { goneMessage } from './messages/refusals.js';
import type { Leaving } from './model.js';

/** `/people leaves 张三`. */
export async function leavesByLine(ctx: Ctx, called: string): Promise<Outcome> {
  const refused = refusedTo(ctx, 'hand-over');
  if (refused) return refused;
  const { found } = await personInFront(ctx, called);
  return found.kind === 'one' ? showLeaving(ctx, { person: found.person.id }) : notOne(ctx, found, called);
}

/** Who leaves: all that another has to take over. */
export async function showLeaving(ctx: Ctx, { person }: { readonly person: number }): Promise<Outcome> {
  const refused = refusedTo(ctx, 'hand-over');
  if (refused) return refused;
  const seen = await leavingOf(ctx.store, ctx, person);
  return { kind: 'say', message: seen ? leavingMessage(seen, ctx.language) : goneMessage(ctx.language) };
}

/** Somebody with their work, as it stands in the store or in this transaction; null: nobody such is on the list. */
export async function leavingOf(
  store: Pick<Transaction, 'roster' | 'responsibilities' | 'positions' | 'leaves' | 'people'>,
  { program: { id: programId, workspaceId }, today }: Pick<Ctx, 'program' | 'today'>,
  personId: number,
): Promise<Leaving | null> {
  const person = (await store.roster.all(programId)).find((each) => each.id === personId);
  if (!person) return null;
  const positions = await store.positions.heldBy(programId, personId);
  const absent = (await store.leaves.from(programId, today)).filter((leave) => leave.delegateId === personId);
  const people = await store.people.contacts(
    workspaceId,
    absent.map((leave) => leave.personId),
  );
  const work = await store.responsibilities.of(programId, personId);
  return { kind: 'leaving', person, work, positions, standsInFor: [...people.values()] };
}
