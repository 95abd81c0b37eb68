import type { PromotionRows, RowFault } from '../../domain/promotion/sheet/types.js';
import type { Ctx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { Names } from '../../store/names.js';
import type { ImportPlan, Planned } from './model.js';
import { planActivities } from './plan-activities.js';
import { planLeads } from './plan-leads.js';
import { planMoney } from './plan-money.js';

/** `names`: the projects' as they are called. */
export type Planning = Pick<Ctx, 'program' | 'person' | 'today'> & { readonly names: Names };

/** With what a plan is made; read before its transaction. */
export const planning = async (ctx: Ctx): Promise<Planning> => ({ ...ctx, names: await ctx.store.names(ctx.program) });

/** What the rows of a file would record now: what is new, what is there already, what cannot be taken and why. */
export async function planImport(ctx: Planning, tx: Transaction, rows: PromotionRows): Promise<ImportPlan> {
  const activities = await planActivities(ctx, tx, rows.activities);
  const leads = await planLeads(ctx, tx, rows.leads);
  const money = await planMoney(ctx, tx, rows.funds);
  const faults = [...rows.faults, ...activities.faults, ...leads.faults, ...money.faults];
  return {
    activities: without(activities),
    leads: without(leads),
    money: without(money),
    faults: inOrder(faults),
    skipped: rows.skipped,
  };
}

const without = <Row>({ fresh, there }: Planned<Row>) => ({ fresh, there });

/** Sheet by sheet as the faults name them first, row by row. */
function inOrder(faults: readonly RowFault[]): readonly RowFault[] {
  const sheets = [...new Set(faults.map(({ sheet }) => sheet))];
  return [...faults].sort(
    (one, other) => sheets.indexOf(one.sheet) - sheets.indexOf(other.sheet) || one.row - other.row,
  );
}

/** A plan as text: two that record the same have the same. */
export const planText = ({ activities, leads, money }: ImportPlan): string =>
  JSON.stringify([
    activities.fresh.map(({ sheet, row, leaderId }) => [sheet, row, leaderId]),
    leads.fresh.map(({ sheet, row, investorKey }) => [sheet, row, investorKey]),
    money.fresh.map(({ sheet, row, voucher, amount, projectId }) => [sheet, row, voucher, amount, projectId]),
  ]);
