import type { Ctx } from '../../feature.js';
import type { Act } from '../../store/activity.js';
import type { Imported, PromotionImport } from '../../store/promotion-imports.js';

/** What was done about an import, for the log. */
export const importAct = (
  ctx: Ctx,
  { id, fileName }: PromotionImport,
  action: 'promotion-imported' | 'promotion-import-undone',
  { activities, leads, money }: Imported,
): Act => ({
  workspaceId: ctx.program.workspaceId,
  programId: ctx.program.id,
  at: ctx.now,
  personId: ctx.person.id,
  action,
  thing: 'promotion-import',
  thingId: id,
  after: { file: fileName, activities, leads, vouchers: money.reduce((all, { count }) => all + count, 0) },
  cause: ctx.cause,
});
