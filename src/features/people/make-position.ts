import type { Ctx, Outcome } from '../../feature.js';
import type { Position } from '../../store/positions.js';
import { refusedTo, whyNot } from './denied.js';
import { doneBefore, logPeople } from './log.js';
import { madeMessage, positionFaults, positionForm } from './messages/make-position.js';
import { deniedRefusal } from './messages/refusals.js';
import type { Denied } from './model.js';

export const openPosition = async (ctx: Ctx): Promise<Outcome> =>
  refusedTo(ctx, 'change-positions') ?? positionForm(ctx);

type Fields = { readonly name: string | null; readonly unit: number | null; readonly holder: number | null };

export async function make(ctx: Ctx, _: unknown, fields: Fields): Promise<Outcome> {
  const say = positionFaults(ctx.language);
  const name = fields.name?.replace(/\s+/g, ' ') ?? null;
  if (name === null) return { kind: 'errors', errors: { name: say.nameNeeded } };
  const made = await makePosition(ctx, { name, unitId: fields.unit, holderId: fields.holder });
  switch (made.kind) {
    case 'made':
      return { kind: 'say', message: madeMessage(made.position, ctx.language) };
    case 'name-taken':
      return { kind: 'errors', errors: { name: say.nameTaken } };
    case 'denied':
      return deniedRefusal(made, ctx.language);
  }
}

type PositionMade = { readonly kind: 'made'; readonly position: Position } | { readonly kind: 'name-taken' } | Denied;

/** Makes a position; what it brings is said next. */
export async function makePosition(
  ctx: Ctx,
  wanted: { readonly name: string; readonly unitId: number | null; readonly holderId: number | null },
): Promise<PositionMade> {
  const refused = whyNot(ctx, 'change-positions');
  if (refused) return refused;
  return ctx.store.transaction(async (tx): Promise<PositionMade> => {
    const programId = ctx.program.id;
    await tx.programs.touch(programId);
    if (await doneBefore(ctx, tx)) {
      const made = (await tx.positions.all(programId)).find(({ name }) => name === wanted.name);
      return made ? { kind: 'made', position: made } : { kind: 'name-taken' };
    }
    const id = await tx.positions.add({ programId, ...wanted });
    const position = id === null ? null : await tx.positions.byId(programId, id);
    if (!position) return { kind: 'name-taken' };
    await logPeople(ctx, tx, ctx.person.id, [
      { action: 'make-position', thing: 'position', thingId: position.id, before: null, after: wanted },
    ]);
    return { kind: 'made', position };
  });
}
