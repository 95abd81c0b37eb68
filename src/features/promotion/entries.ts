import { may } from '../../domain/permission.js';
import { dutyMonths, leadersMonth } from '../../domain/promotion/duty.js';
import type { Ctx } from '../../feature.js';
import { promotingIn } from './context.js';
import { leadThing } from './lead-see.js';
import type { ExportedPromotion } from './model.js';

/** Activities, what each month asks of the county leaders, leads and vouchers, each as the same person sees it elsewhere; null: there is none. */
export async function promotionEntries(ctx: Ctx, most: number): Promise<ExportedPromotion | null> {
  const { store, program, person } = ctx;
  const promoting = await promotingIn(ctx);
  if (promoting === null) return null;
  const { thing, duty } = promoting;
  const sees = may(person, 'see-promotion', thing).allowed;
  const activities = sees ? await store.promotion.all(program.id, most) : [];
  const funds = sees ? await store.promotionMoney.all(program.id, most) : [];
  const leads = (await store.promotionLeads.all(program.id)).filter(
    (lead) => may(person, 'see-lead', leadThing(promoting, lead)).allowed,
  );
  const duties = may(person, 'see-duty', thing).allowed ? await allDuties() : [];
  return activities.length + funds.length + leads.length + duties.length === 0
    ? null
    : { activities, duties, leads, funds };

  async function allDuties(): Promise<ExportedPromotion['duties']> {
    const leaders = (await store.promotion.leaders(program.id)).map(({ id }) => id);
    const excuses = await store.promotion.allExcuses(program.id);
    const standing = activities.filter(({ undoneAt }) => undoneAt === null);
    return dutyMonths(ctx.today, duty).flatMap((month) =>
      leadersMonth(leaders, month, standing, excuses.get(month) ?? new Map(), duty).map((each) => ({
        ...each,
        asked: duty.perMonth,
      })),
    );
  }
}
