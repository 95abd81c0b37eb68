import type { Ctx, Outcome } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { Position } from '../../store/positions.js';
import { whyNot } from './denied.js';
import { positionsMessage } from './messages/positions.js';
import { deniedRefusal } from './messages/refusals.js';
import type { SeenPosition } from './model.js';

export async function listPositions(ctx: Ctx): Promise<Outcome> {
  const denied = whyNot(ctx, 'change-positions');
  if (denied) return deniedRefusal(denied, ctx.language);
  const seen: SeenPosition[] = [];
  for (const position of await ctx.store.positions.all(ctx.program.id))
    seen.push(await seenOf(ctx.store, ctx, position));
  return { kind: 'say', message: positionsMessage(seen, ctx.language) };
}

export async function seenOf(
  store: Pick<Transaction, 'responsibilities' | 'positions'>,
  ctx: Ctx,
  position: Position,
): Promise<SeenPosition> {
  const work = await store.responsibilities.ofPosition(ctx.program.id, position.id, position.holderId);
  return { position, work, duties: (await store.positions.duties(position.id)).length };
}

/** A position with what it brings; null where there is none, or it is not theirs to see. */
export async function seePosition(ctx: Ctx, id: number): Promise<SeenPosition | null> {
  if (whyNot(ctx, 'change-positions')) return null;
  const position = await ctx.store.positions.byId(ctx.program.id, id);
  return position ? seenOf(ctx.store, ctx, position) : null;
}
