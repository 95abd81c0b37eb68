import { type LocalDay, monthStart } from '../../domain/day.js';
import { asks, leadersMonth } from '../../domain/promotion/duty.js';
import { answerBy, judgeBy } from '../../domain/promotion/lead.js';
import type { PromotionTold } from '../../domain/review-agenda.js';
import type { JobCtx } from '../../feature.js';
import { promotingIn } from './context.js';

/**
 * What a promotion meeting (双招双引工作调度) of a day has before it: leads whose judging or answer is due by then, what the leaders'
 * month lacks. Counts alone: who is short, the month's list tells to whom it concerns.
 */
export async function promotionFor(
  ctx: Pick<JobCtx, 'store' | 'program' | 'now' | 'today' | 'calendar'>,
): Promise<(day: LocalDay) => PromotionTold> {
  const { store, program, now, today, calendar } = ctx;
  const promoting = await promotingIn(ctx);
  const month = monthStart(today);
  if (promoting === null) return () => ({ month, judge: 0, answer: 0, first: [], missing: 0 });
  const { clocks, duty } = promoting;
  const open = await store.promotionLeads.open(program.id);
  const { leaders, activities } = await store.facts.promotion(program.id, month, { moment: now, knownAt: now });
  const excuses = new Map(leaders.flatMap(({ id, excused }) => (excused === null ? [] : [[id, excused] as const])));
  const ids = leaders.map(({ id }) => id);
  const lacking = asks(month, duty) ? leadersMonth(ids, month, activities, excuses, duty) : [];
  const missing = lacking.reduce((sum, each) => sum + each.missing, 0);
  return (day) => {
    const due = (by: LocalDay | null) => by !== null && by <= day;
    const answers = open.filter((lead) => due(answerBy(lead, clocks)));
    return {
      month,
      judge: open.filter((lead) => due(judgeBy(lead, clocks, calendar))).length,
      answer: answers.length,
      first: [...new Set(answers.map(({ firstById }) => firstById))],
      missing,
    };
  };
}
