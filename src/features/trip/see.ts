import { addDays, type LocalDay, monthStart } from '../../domain/day.js';
import { may } from '../../domain/permission.js';
import { tripRuleOf } from '../../domain/promotion/policy.js';
import { proposedShackles, tripsByProcedure } from '../../domain/promotion/trips.js';
import type { Ctx, Outcome } from '../../feature.js';
import { tripsMessage } from './messages/list.js';
import { offRefusal } from './messages/refusals.js';
import type { SeenProposal } from './model.js';

/** Trips by procedure, in the plan's order, to everybody of the program: no clerk and nobody who answered is in it. */
export async function showTrips(ctx: Ctx): Promise<Outcome> {
  const rule = tripRuleOf(ctx.program);
  if (rule === null) return offRefusal(ctx);
  const answers = await ctx.store.trips.answers(ctx.program.id);
  const procedures = tripsByProcedure(rule.procedures, answers, rule.most, rule);
  return { kind: 'say', message: tripsMessage(ctx, procedures, rule.most) };
}

/** Shackles that this month's answers, or the last one's, propose and nobody decided yet; of who decides. */
export async function tripProposals(ctx: Ctx): Promise<readonly SeenProposal[]> {
  const rule = tripRuleOf(ctx.program);
  if (rule === null || !may(ctx.person, 'judge-trips', { programId: ctx.program.id }).allowed) return [];
  const { store, program, today } = ctx;
  const answers = await store.trips.answers(program.id);
  const decided = await store.trips.decided(program.id);
  return [today, lastMonth(today)].flatMap((day) => {
    const month = monthStart(day);
    return proposedShackles(rule.procedures, answers, day, rule)
      .filter(({ procedure }) => !decided.has(`${month} ${procedure}`))
      .map((each) => ({ ...each, month }));
  });
}

/** The last day of the month before. */
const lastMonth = (day: LocalDay): LocalDay => addDays(monthStart(day), -1);
