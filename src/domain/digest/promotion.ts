import type { Cadence } from '../cadence.js';
import type { LocalDay } from '../day.js';
import type { DigestScope, Words } from '../plan.js';
import type { Program } from '../program.js';
import { asks, type LeaderMonth, leadersMonth, tellsOn } from '../promotion/duty.js';
import { promotionOf } from '../promotion/policy.js';
import type { WorkCalendar } from '../workday.js';
import type { FactPromotion } from './facts.js';

/** A month of the county leaders' activities; the whole plan has it. */
export type DigestPromotion = {
  readonly month: LocalDay;
  readonly leaders: readonly (LeaderMonth & { readonly name: Words })[];
  /** Of the month, by their ids. */
  readonly activities: readonly number[];
  readonly missing: number;
  /** Whether what is wanting is told: on the last working days of the month, and by the monthly digest. */
  readonly told: boolean;
};

export function digestPromotion(
  promotion: FactPromotion | null,
  scope: DigestScope,
  {
    program,
    day,
    calendar,
    cadence,
  }: {
    readonly program: Program;
    readonly day: LocalDay;
    readonly calendar: WorkCalendar;
    readonly cadence: Cadence;
  },
): DigestPromotion | null {
  const duty = promotionOf(program)?.duty;
  if (duty === undefined || promotion === null || scope.of !== 'plan' || !asks(promotion.month, duty)) return null;
  const names = new Map(promotion.leaders.map(({ id, name }) => [id, name]));
  const excuses = promotion.leaders.flatMap(({ id, excused }) => (excused === null ? [] : [[id, excused] as const]));
  const leaders = leadersMonth([...names.keys()], promotion.month, promotion.activities, new Map(excuses), duty);
  return {
    month: promotion.month,
    leaders: leaders.map((each) => ({ ...each, name: names.get(each.leaderId) ?? { zh: '', en: '' } })),
    activities: promotion.activities.map(({ id }) => id),
    missing: leaders.reduce((sum, { missing }) => sum + missing, 0),
    told: cadence === 'monthly' || tellsOn(day, calendar, duty),
  };
}
