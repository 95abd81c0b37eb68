import { type LocalDay, monthStart } from '../day.js';
import type { Program } from '../program.js';
import { type Duty, nextMonth } from './duty.js';
import { LEAD_CLOCKS, type LeadClocks } from './lead.js';
import { TRIP_LIMITS, type TripLimits } from './trips.js';

/** Ours: on so many of the month's last working days it is told what is wanting of it. */
const TELL_WORKDAYS = 5;

/** How a program promotes investment; see domain/plan.ts, every default filled in. */
export type Promotion = {
  /** Keys of units. */
  readonly office: string;
  readonly finance: string | null;
  readonly duty: Duty;
  readonly clocks: LeadClocks;
  /** What a signed lead becomes in the ledger; null: the plan does not say. */
  readonly project: { readonly category: string; readonly focusArea: string } | null;
};

type Planned = Pick<Program, 'policy' | 'from' | 'to'>;

/** null: the plan names no office, and promotion is not in use. */
export function promotionOf({ policy, from, to }: Planned): Promotion | null {
  const { office, finance, since, ...numbers } = policy.mechanisms.promotion;
  if (office === undefined) return null;
  const duty: Duty = {
    perMonth: numbers.activitiesPerLeaderPerMonth,
    since: firstWhole(since ?? from),
    until: to,
    tellWorkdays: numbers.tellWorkdays ?? TELL_WORKDAYS,
  };
  const clocks: LeadClocks = {
    judgeWorkdays: numbers.judgeWorkdays ?? LEAD_CLOCKS.judgeWorkdays,
    answerDays: numbers.answerDays ?? LEAD_CLOCKS.answerDays,
    againDays: numbers.againDays ?? LEAD_CLOCKS.againDays,
  };
  return { office, finance: finance ?? null, duty, clocks, project: numbers.project ?? null };
}

/** Which milestones end an approval, and how many trips are the limit. */
export type TripRule = TripLimits & { readonly procedures: readonly string[]; readonly most: number };

/** null: nobody is asked about trips. */
export function tripRuleOf({ policy }: Pick<Program, 'policy'>): TripRule | null {
  const { trips, tripsPerApproval: most } = policy.mechanisms;
  if (trips === undefined) return null;
  return {
    procedures: trips.procedures,
    most,
    leastAnswers: trips.leastAnswers ?? TRIP_LIMITS.leastAnswers,
    shackleAnswers: trips.shackleAnswers ?? TRIP_LIMITS.shackleAnswers,
  };
}

/** The first month that begins on or after a day. */
function firstWhole(day: LocalDay): LocalDay {
  const month = monthStart(day);
  return month === day ? month : nextMonth(month);
}
