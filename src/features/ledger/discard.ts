import type { Ctx, Outcome } from '../../feature.js';
import { discardedMessage } from './messages/decided.js';
import { alreadyDecided, goneRefused, refuse } from './messages/refusals.js';
import type { Decided, OfImport, Refused } from './model.js';
import { mayNotEdit } from './rights.js';

export async function discard(ctx: Ctx, { import: id }: OfImport): Promise<Outcome> {
  const settled = await discardImport(ctx, id);
  if ('refused' in settled) return refuse(settled);
  if (settled.standing !== 'discarded') return alreadyDecided(ctx, settled.standing);
  return { kind: 'replace', message: discardedMessage(settled, ctx) };
}

/** Puts a preview away. */
export async function discardImport(ctx: Ctx, id: number): Promise<Decided | Refused> {
  const denied = mayNotEdit(ctx);
  if (denied !== null) return denied;
  const outcome = await ctx.store.transaction(async (tx): Promise<Decided | null> => {
    const locked = await tx.ledgerImports.lock(ctx.program.id, id);
    if (locked === null) return null;
    const { kept } = locked;
    if (kept.standing === 'previewed')
      await tx.ledgerImports.finish(id, 'discarded', ctx.now, kept.understood as object);
    return { kind: 'decided', kept, standing: kept.standing === 'previewed' ? 'discarded' : kept.standing };
  });
  return outcome ?? goneRefused(ctx);
}
