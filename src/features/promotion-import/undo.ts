import { UNDO_HOURS } from '../../domain/permission.js';
import { type Ctx, inItsPlace, type Outcome } from '../../feature.js';
import type { Act } from '../../store/activity.js';
import { importAct } from './import-act.js';
import { importRefusal } from './messages/refusals.js';
import { undoneBeforeMessage, undoneMessage } from './messages/undone.js';
import type { UndoneImport } from './model.js';
import { mayNotImport } from './rights.js';

/**
 * Takes an import back, within a day. Activities stand in the table and count no more; leads and vouchers of which nobody did
 * anything go. What the second person confirmed, or somebody judged or joined, stays, and is said.
 */
export async function undoImport(ctx: Ctx, { import: id }: { readonly import: number }): Promise<Outcome> {
  const denied = await mayNotImport(ctx);
  if (denied !== null) return denied;
  const { program, now } = ctx;
  const undone = await ctx.store.transaction(async (tx): Promise<UndoneImport | 'gone' | 'late' | 'not-yet'> => {
    const kept = await tx.promotionImports.lock(program.id, id);
    if (kept === null) return 'gone';
    if (kept.standing === 'undone') return { kept, back: NOTHING, left: await tx.promotionImports.imported(id) };
    if (kept.confirmedAt === null) return 'not-yet';
    if (now - kept.confirmedAt > UNDO_HOURS * 3_600_000) return 'late';
    const before = await tx.promotionImports.imported(id);
    const back = await tx.promotionImports.takeBack(id, now);
    await tx.promotionImports.decide(id, 'undone', now);
    const acts = (thing: string, action: string, ids: readonly number[]): Act[] =>
      ids.map((thingId) => ({
        ...importAct(ctx, kept, 'promotion-import-undone', before),
        thing,
        action,
        thingId,
        after: {},
      }));
    await tx.activity.add([
      importAct(ctx, kept, 'promotion-import-undone', before),
      ...acts('promotion-activity', 'activity-undone', back.activityIds),
      ...acts('promotion-lead', 'lead-removed', back.leadIds),
      ...acts('promotion-money', 'money-removed', back.moneyIds),
    ]);
    await ctx.announce(tx, 'report-changed', { programId: program.id, countedAt: kept.confirmedAt });
    return { kept, back, left: await tx.promotionImports.imported(id) };
  });
  if (typeof undone === 'string') return importRefusal(ctx, undone);
  const message = undone.back === NOTHING ? undoneBeforeMessage(ctx, undone.kept) : undoneMessage(ctx, undone);
  return inItsPlace({ kind: 'say', message });
}

const NOTHING = { activityIds: [], leadIds: [], moneyIds: [] };
