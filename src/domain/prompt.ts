import { daysBetween, type LocalDay } from './day.js';
import { impliedDoneBy, isDone, type MilestoneState } from './milestone.js';
import { milestonePace } from './pace.js';
import type { LightPolicy, Stage } from './plan.js';
import type { ProjectStanding } from './project.js';
import { atLeast } from './stage.js';

/** What a person chose for themselves: to be asked about all that is under way, or only about what is due or overdue. */
export const ASKED = ['all', 'due'] as const;
export type Asked = (typeof ASKED)[number];

/** A milestone as the question whether to ask about it needs it. */
export type AskedMilestone = MilestoneState & {
  /** The day on which it was last reported, by any way: when it was said, not what day it was about. */
  readonly heardOn: LocalDay | null;
  /** The day on which its newest obstacle that is still open was flagged. */
  readonly obstacleOn: LocalDay | null;
};

export type AskedProject = {
  readonly standing: ProjectStanding;
  readonly pauseReason: string | null;
  readonly pausedUntil: LocalDay | null;
  readonly stage: Stage;
  readonly start: LocalDay | null;
  readonly milestones: readonly AskedMilestone[];
};

/** The morning on which it is decided. */
export type Morning = {
  readonly today: LocalDay;
  readonly previousWorkday: LocalDay;
  readonly nextWorkday: LocalDay;
  readonly programFrom: LocalDay;
  /** The day of the program's first report: see impliedDoneBy. */
  readonly reportingSince: LocalDay;
  readonly policy: LightPolicy;
};

/** Why a milestone is asked about. `days`: overdue by, due in, unheard for (null: never heard). */
export type Reason =
  | { readonly kind: 'overdue'; readonly days: number }
  | { readonly kind: 'due'; readonly days: number }
  | { readonly kind: 'unreported'; readonly days: number | null };

/**
 * Why an open milestone is not asked about. `proved`: later work shows that it is done. `earlier`: a step before it is open,
 * and that is what to ask about. `blocked`: its obstacle is on its
 * way and was spoken of this week. `absent`, `unowned`, `unreachable`: there is nobody to ask.
 */
export const SPARED = [
  'reported',
  'not-begun',
  'proved',
  'earlier',
  'paused',
  'blocked',
  'chosen',
  'absent',
  'unowned',
  'unreachable',
] as const;
export type Spared = (typeof SPARED)[number];

/** Counts of a morning: milestones asked about, those not asked about by why, and people who got a message. */
export type Counts = {
  readonly people: number;
  readonly asked: number;
  readonly spared: Readonly<Partial<Record<Spared, number>>>;
};

export type Decision = { readonly ask: Reason } | { readonly spare: Spared } | { readonly done: true };

/**
 * Whether a morning's prompt asks about a milestone (product.md, Ask). Due within `dueSoonDays`, overdue, or unheard for
 * `unreportedDays`; never what is done or proved done, paused with a reason and an end, or said already:
 * - a report stands for the week; of what is due today or overdue, until the working day after it;
 * - a new date that was announced counts as the due day: who said when is not asked until then;
 * - an obstacle that was flagged is a report, and while it is open, work that waits for it is asked about once a week;
 * - of a roadmap only the first open step is asked about: nobody is asked for the completion of what has not started;
 * - silence about what has not begun (no pace yet, nothing done) is no silence.
 */
export function decidePrompt(
  milestone: AskedMilestone,
  project: AskedProject,
  morning: Morning,
  asked: Asked,
): Decision {
  if (isDone(milestone)) return { done: true };
  const { today, policy } = morning;
  if (isPaused(project, today)) return { spare: 'paused' };
  if (isProved(milestone, project, morning)) return { spare: 'proved' };
  if (waitsForEarlier(milestone, project, morning)) return { spare: 'earlier' };
  const heard = later(milestone.heardOn, milestone.obstacleOn);
  if (heard !== null && heard >= today) return { spare: 'reported' };
  const thisWeek = heard !== null && daysBetween(heard, today) < policy.unreportedDays;
  const waits = milestone.obstacleOn !== null && thisWeek;
  const expected = expectedOn(milestone);
  const days = expected === null ? null : daysBetween(today, expected);
  if (days !== null && days <= 0) {
    if (waits) return { spare: 'blocked' };
    if (heard !== null && heard >= morning.previousWorkday) return { spare: 'reported' };
    return { ask: days < 0 ? { kind: 'overdue', days: -days } : { kind: 'due', days: 0 } };
  }
  if (thisWeek) return { spare: waits ? 'blocked' : 'reported' };
  if (days !== null && days <= policy.dueSoonDays) return { ask: { kind: 'due', days } };
  if (!hasBegun(milestone, project, morning)) return { spare: 'not-begun' };
  if (asked === 'due') return { spare: 'chosen' };
  return { ask: { kind: 'unreported', days: heard === null ? null : daysBetween(heard, today) } };
}

/** When it is expected: the day that its owner announced, where that is later than the day it is due. */
export function expectedOn({ due, forecast }: Pick<MilestoneState, 'due' | 'forecast'>): LocalDay | null {
  return due !== null && forecast !== null && forecast > due ? forecast : due;
}

/** Most urgent first: the longest overdue, what is due next, the longest unheard. For sorting. */
export function byUrgency(one: Reason, other: Reason): number {
  return urgency(one) - urgency(other);
}

function urgency(reason: Reason): number {
  switch (reason.kind) {
    case 'overdue':
      return -reason.days;
    case 'due':
      return reason.days;
    case 'unreported':
      return 1_000_000 - (reason.days ?? 100_000);
  }
}

/**
 * Whether *on pace* says too little by itself: what was reported last is so far behind pace that it would be amber, so
 * the new percent is asked for. Percent 0-100.
 */
export function needsPercent(percent: number, pace: number | null, policy: LightPolicy): boolean {
  return pace !== null && pace - percent >= policy.amberBehindPoints;
}

function isPaused({ standing, pauseReason, pausedUntil }: AskedProject, today: LocalDay): boolean {
  return standing === 'paused' && pauseReason !== null && pausedUntil !== null && pausedUntil >= today;
}

/** The same two proofs that turn its light green. */
export function isProved(
  milestone: MilestoneState,
  project: { readonly stage: Stage; readonly milestones: readonly MilestoneState[] },
  morning: Pick<Morning, 'reportingSince'>,
): boolean {
  if (milestone.stage === 'started' && atLeast(project.stage, 'started')) return true;
  return impliedDoneBy(milestone, project.milestones, morning.reportingSince) !== null;
}

function waitsForEarlier(milestone: AskedMilestone, project: AskedProject, morning: Morning): boolean {
  return project.milestones.some(
    (other) => other.ordinal < milestone.ordinal && !isDone(other) && !isProved(other, project, morning),
  );
}

function hasBegun(milestone: AskedMilestone, project: AskedProject, morning: Morning): boolean {
  if (milestone.percent > 0) return true;
  const pace = milestonePace(milestone, project, morning.today, morning.programFrom);
  if (pace !== null) return pace > 0;
  // Without a due day it has begun once all that comes before it is done.
  return project.milestones.every((other) => other.ordinal >= milestone.ordinal || isDone(other));
}

function later(one: LocalDay | null, other: LocalDay | null): LocalDay | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

/** The counts of several pages together. */
export function totalCounts(pages: readonly Counts[]): Counts {
  const spared: Partial<Record<Spared, number>> = {};
  for (const page of pages)
    for (const why of SPARED) if (page.spared[why]) spared[why] = (spared[why] ?? 0) + page.spared[why];
  return {
    people: pages.reduce((sum, page) => sum + page.people, 0),
    asked: pages.reduce((sum, page) => sum + page.asked, 0),
    spared,
  };
}

/** How many milestones were not asked about, whatever the reason. */
export const sparedIn = ({ spared }: Counts): number => SPARED.reduce((sum, why) => sum + (spared[why] ?? 0), 0);
