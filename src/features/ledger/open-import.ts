import type { Ctx } from '../../feature.js';
import { decidedRefused, goneRefused } from './messages/refusals.js';
import type { OpenImport, Refused } from './model.js';
import { mayNotEdit } from './rights.js';
import { readUnderstood } from './understood-shape.js';

/** An import that is still to be confirmed, for a form about it. */
export async function openImport(ctx: Ctx, id: number): Promise<OpenImport | Refused> {
  const denied = mayNotEdit(ctx);
  if (denied !== null) return denied;
  const kept = await ctx.store.ledgerImports.byId(ctx.program.id, id);
  if (kept === null) return goneRefused(ctx);
  if (kept.standing !== 'previewed') return decidedRefused(kept.standing, ctx);
  const understood = readUnderstood(kept.understood);
  return understood === null ? goneRefused(ctx) : { kept, understood };
}
