import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, Refused } from '../../feature.js';
import type { PromotionImport } from '../../store/promotion-imports.js';
import { promotingIn } from '../promotion/door.js';
import { deniedRefusal, importRefusal } from './messages/refusals.js';

/** Why somebody imports nothing; null: they may. */
export async function mayNotImport(ctx: Ctx): Promise<Refused | null> {
  const promoting = await promotingIn(ctx);
  if (promoting === null) return importRefusal(ctx, 'off');
  const permission = may(ctx.person, 'import-promotion', promoting.thing);
  return permission.allowed ? null : deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
}

/** An import, for who may. */
export async function findImport(ctx: Ctx, id: number): Promise<PromotionImport | Refused> {
  const denied = await mayNotImport(ctx);
  if (denied !== null) return denied;
  return (await ctx.store.promotionImports.byId(ctx.program.id, id)) ?? importRefusal(ctx, 'gone');
}
