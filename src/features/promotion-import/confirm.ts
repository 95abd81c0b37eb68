import type { RowPlace } from '../../domain/promotion/sheet/types.js';
import { type Ctx, inItsPlace, type Outcome } from '../../feature.js';
import type { Act } from '../../store/activity.js';
import type { Transaction } from '../../store/index.js';
import { activityAct, leadAct, moneyAct } from '../promotion/door.js';
import { importAct } from './import-act.js';
import { movedMessage, recordedMessage } from './messages/recorded.js';
import { importRefusal } from './messages/refusals.js';
import { undoneBeforeMessage } from './messages/undone.js';
import type { ConfirmedImport, ImportPlan } from './model.js';
import { planImport, planning, planText } from './plan.js';
import { projectsOf } from './plan-money.js';
import { mayNotImport } from './rights.js';

/** What activities, leads and vouchers of an import carry, a row each. */
export const causeOf = (id: number): string => `promotion-import:${id}`;

/**
 * Records what was previewed, all of it or nothing, and once. Where something was recorded meanwhile that makes it another plan,
 * that is shown first. Vouchers wait for the second person, as typed ones do.
 */
export async function confirmImport(ctx: Ctx, { import: id }: { readonly import: number }): Promise<Outcome> {
  const denied = await mayNotImport(ctx);
  if (denied !== null) return denied;
  const about = await planning(ctx);
  const confirmed = await ctx.store.transaction(async (tx): Promise<ConfirmedImport | null> => {
    const kept = await tx.promotionImports.lock(ctx.program.id, id);
    if (kept === null) return null;
    if (kept.standing !== 'previewed') {
      const kind = kept.standing === 'confirmed' ? 'recorded' : 'undone';
      return { kind, kept, imported: await tx.promotionImports.imported(id) };
    }
    await tx.promotionMoney.lockProjects(projectsOf(kept.rows.funds, about.names));
    const plan = await planImport(about, tx, kept.rows);
    const planned = planText(plan);
    if (planned !== kept.planned) {
      await tx.promotionImports.plan(id, planned);
      return { kind: 'moved', kept, plan };
    }
    const acts = await record(ctx, tx, id, plan);
    await tx.promotionImports.decide(id, 'confirmed', ctx.now);
    const imported = await tx.promotionImports.imported(id);
    await tx.activity.add([importAct(ctx, kept, 'promotion-imported', imported), ...acts]);
    return { kind: 'recorded', kept: { ...kept, standing: 'confirmed', confirmedAt: ctx.now }, imported };
  });
  if (confirmed === null) return importRefusal(ctx, 'gone');
  if (confirmed.kind === 'moved') return inItsPlace({ kind: 'say', message: movedMessage(ctx, confirmed) });
  const message =
    confirmed.kind === 'recorded' ? recordedMessage(ctx, confirmed) : undoneBeforeMessage(ctx, confirmed.kept);
  return inItsPlace({ kind: 'say', message });
}

async function record(ctx: Ctx, tx: Transaction, id: number, plan: ImportPlan): Promise<readonly Act[]> {
  const { program, person, now: at } = ctx;
  const { activities, leads, money } = plan;
  const rowOf = <Row extends RowPlace>(table: string, { sheet, row, ...rest }: Row) => ({
    ...rest,
    programId: program.id,
    at,
    importId: id,
    cause: `${causeOf(id)}:${table}:${sheet}:${row}`,
  });
  const kept = {
    activities: await tx.promotion.keepAll(
      activities.fresh.map((row) => ({ ...rowOf('activity', row), recordedById: person.id })),
    ),
    leads: await tx.promotionLeads.keepNew(
      program.id,
      leads.fresh.map((row) => rowOf('lead', row)),
    ),
    money: await tx.promotionMoney.enterAll(
      money.fresh.map((row) => ({ ...rowOf('money', row), enteredById: person.id, correctsId: null })),
    ),
  };
  // A voucher that is entered by a line this very moment is first: the press is tried again, and sees it.
  if (kept.activities.length < activities.fresh.length || kept.money.length < money.fresh.length)
    throw new Error(`what import ${id} records was recorded meanwhile`);
  return [
    ...kept.activities.map((activity) => activityAct(ctx, activity, 'activity-recorded')),
    ...kept.leads.map((lead) => {
      const { investor, field, wants, number } = lead;
      return leadAct(ctx, lead, 'lead-reported', { investor, field, wants, number });
    }),
    ...kept.money.map((each) => moneyAct(ctx, each, 'money-entered')),
  ];
}
