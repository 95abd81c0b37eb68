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
    for (const projectId of projectsOf(await planImport(about, tx, kept.rows)))
      await tx.promotionMoney.lockProject(projectId);
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

/** In their order, so that two imports do not wait for each other. */
const projectsOf = ({ money }: ImportPlan): readonly number[] =>
  [...new Set(money.fresh.map(({ projectId }) => projectId))].sort((one, other) => one - other);

async function record(ctx: Ctx, tx: Transaction, id: number, plan: ImportPlan): Promise<readonly Act[]> {
  const { program, person, now: at } = ctx;
  const by = (table: string, { sheet, row }: { readonly sheet: string; readonly row: number }) => ({
    programId: program.id,
    at,
    importId: id,
    cause: `${causeOf(id)}:${table}:${sheet}:${row}`,
  });
  const acts: Act[] = [];
  for (const { sheet, row, ...activity } of plan.activities.fresh) {
    const made = await tx.promotion.keep({ ...activity, ...by('activity', { sheet, row }), recordedById: person.id });
    if (made === null) throw new Error(`an activity of import ${id} was not kept under its lock`);
    acts.push(activityAct(ctx, made, 'activity-recorded'));
  }
  for (const { sheet, row, joinedIds, ...lead } of plan.leads.fresh) {
    const { lead: made, again } = await tx.promotionLeads.keep({ ...lead, ...by('lead', { sheet, row }) });
    if (again) throw new Error(`a lead of import ${id} was not kept under its lock`);
    for (const joinedId of joinedIds) await tx.promotionLeads.join(made.id, joinedId, at, '');
    const { investor, field, wants } = lead;
    acts.push(leadAct(ctx, made, 'lead-reported', { investor, field, wants, number: made.number }));
  }
  for (const { sheet, row, ...money } of plan.money.fresh) {
    const entered = { ...money, ...by('money', { sheet, row }), enteredById: person.id, correctsId: null };
    const made = await tx.promotionMoney.enter(entered);
    // Of a voucher that is entered by a line this very moment the line is first: the press is tried again, and sees it.
    if (made === null) throw new Error(`a voucher of import ${id} was entered meanwhile`);
    acts.push(moneyAct(ctx, made, 'money-entered'));
  }
  return acts;
}
