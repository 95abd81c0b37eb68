import { dayOf, daysBetween, type LocalDay, localDay, monthEnd } from './day.js';
import { byOrdinal, impliedDoneBy, isDone, type MilestoneState } from './milestone.js';
import { behindBy, paceShare } from './pace.js';
import { LIGHTS, type Light, type LightPolicy } from './plan.js';
import type { ProjectState } from './project.js';
import type { Reason } from './reason.js';
import { atLeast } from './stage.js';

/** product.md's defaults: what a plan file gets that says nothing about lights. */
export const DEFAULT_LIGHT_POLICY: LightPolicy = {
  amberBehindPoints: 10,
  redBehindPoints: 30,
  dueSoonDays: 7,
  unreportedDays: 7,
  startMissedRedMonths: 3,
};

/** What a light depends on beside the project itself. */
export type LightContext = {
  readonly today: LocalDay;
  readonly programFrom: LocalDay;
  /** The day of the program's first report, `today` where there is none: see impliedDoneBy. */
  readonly reportingSince: LocalDay;
  readonly policy: LightPolicy;
};

/** A light (红黄绿灯) and why, most serious reason first; there is always one. null: no light. */
export type Lit = { readonly light: Light | null; readonly reasons: readonly Reason[] };

/**
 * The light of one milestone of `project`. Done is green. Else red: past its due day, more than `redBehindPoints`
 * behind pace, or blocked by an obstacle past its deadline; amber: at least `amberBehindPoints` behind pace, or due
 * within `dueSoonDays` and not reported for `unreportedDays`.
 *
 * The milestone that brings the start has a rule of its own: missed is amber, missed by `startMissedRedMonths` months
 * red. Being behind on the way to it cannot be worse than missing it, so its pace turns it amber at most. Where later
 * work shows that the project has started, nobody is asked for the start again.
 */
export function milestoneLight(milestone: MilestoneState, project: ProjectState, context: LightContext): Lit {
  if (isDone(milestone))
    return lit([{ light: 'green', kind: 'done', milestone: milestone.name, doneOn: milestone.doneOn }]);
  const reasons = openReasons(milestone, project, context);
  if (reasons.some((reason) => reason.kind === 'blocked')) return lit(reasons);
  if (milestone.stage === 'started' && atLeast(project.stage, 'started')) {
    return lit([{ light: 'green', kind: 'start-shown', milestone: milestone.name }]);
  }
  const proof = impliedDoneBy(milestone, project.milestones, context.reportingSince);
  if (proof !== null) {
    return lit([{ light: 'green', kind: 'implied-done', milestone: milestone.name, by: proof.name }]);
  }
  return lit(reasons);
}

/**
 * The light of a project: its worst milestone's, all reasons that are not green together, most serious first. A
 * planned start that no milestone brings is watched by the project's own start day. Paused and withdrawn projects
 * have no light.
 */
export function projectLight(project: ProjectState, context: LightContext): Lit {
  if (project.standing !== 'open') return { light: null, reasons: [{ light: null, kind: project.standing }] };
  const ordered = [...project.milestones].sort(byOrdinal);
  const reasons = ordered.flatMap((milestone) => milestoneLight(milestone, project, context).reasons);
  const start = plannedStart(project, context);
  if (start !== null) reasons.push(start);
  const worries = reasons.filter((reason) => reason.light !== 'green');
  if (worries.length > 0) return lit(worries);
  if (ordered.length === 0) return { light: 'green', reasons: [{ light: 'green', kind: 'no-milestones' }] };
  const next = reasons.find((reason) => reason.kind === 'on-pace' || reason.kind === 'no-date');
  return { light: 'green', reasons: [next ?? { light: 'green', kind: 'all-done' }] };
}

/** The worse of two lights is the later one in LIGHTS. */
export function worse(one: Light, other: Light): Light {
  return LIGHTS.indexOf(one) >= LIGHTS.indexOf(other) ? one : other;
}

function openReasons(milestone: MilestoneState, project: ProjectState, context: LightContext): Reason[] {
  const { today, policy } = context;
  const { name, due, percent, lastReportOn } = milestone;
  const reasons: Reason[] = [];
  const blocked = milestone.blockedPastDeadline;
  if (blocked) {
    const { number: obstacle, deadline } = blocked;
    const days = Math.max(0, daysBetween(deadline, today));
    reasons.push({ light: 'red', kind: 'blocked', milestone: name, obstacle, deadline, days });
  }
  const isStart = milestone.stage === 'started';
  if (due === null) {
    reasons.push({ light: 'green', kind: 'no-date', milestone: name });
    return reasons;
  }
  if (today > due) {
    reasons.push(
      isStart
        ? startMissed(name, due, context)
        : { light: 'red', kind: 'overdue', milestone: name, due, days: daysBetween(due, today) },
    );
    return reasons;
  }
  const share = paceShare(milestone, project, today, context.programFrom) ?? { passed: 0, of: 1 };
  const pace = (share.passed * 100) / share.of;
  const past = behindBy(share, percent, policy.redBehindPoints) > 0;
  if (past || behindBy(share, percent, policy.amberBehindPoints) >= 0) {
    const light = past && !isStart ? 'red' : 'amber';
    // One division of whole numbers, so that 58 of 100 days with 28 % done are 30 points and not 29.999.
    const points = behindBy(share, percent, 0) / (share.of * 100);
    reasons.push({ light, kind: 'behind', milestone: name, percent, pace, points });
  }
  const days = daysBetween(today, due);
  const unreported = lastReportOn === null || daysBetween(lastReportOn, today) >= policy.unreportedDays;
  if (days <= policy.dueSoonDays && unreported) {
    reasons.push({ light: 'amber', kind: 'due-unreported', milestone: name, due, days, lastReportOn });
  }
  if (reasons.length === 0) reasons.push({ light: 'green', kind: 'on-pace', milestone: name, percent, pace });
  return reasons;
}

function plannedStart(project: ProjectState, context: LightContext): Reason | null {
  const { start, stage, milestones } = project;
  if (start === null || context.today <= start || atLeast(stage, 'started')) return null;
  if (milestones.some((milestone) => milestone.stage === 'started')) return null;
  return startMissed(null, start, context);
}

function startMissed(milestone: string | null, due: LocalDay, { today, policy }: LightContext): Reason {
  const months = policy.startMissedRedMonths;
  const red = today > monthsAfter(due, months);
  return {
    light: red ? 'red' : 'amber',
    kind: 'start-missed',
    milestone,
    due,
    days: daysBetween(due, today),
    months: red ? months : null,
  };
}

/** The same date `months` later, or that month's last day where there is no such date. */
function monthsAfter(day: LocalDay, months: number): LocalDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const first = localDay(
    `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`,
  );
  return dayOf(Math.floor(index / 12), (index % 12) + 1, date) ?? monthEnd(first);
}

/** What stops a project comes before what is late, a leader reads from the top. */
const SERIOUSNESS: readonly Reason['kind'][] = ['blocked', 'overdue', 'start-missed', 'behind', 'due-unreported'];

function lit(reasons: readonly Reason[]): Lit {
  const sorted = [...reasons].sort((one, other) => rank(other.light) - rank(one.light) || bySeriousness(one, other));
  return { light: sorted[0]?.light ?? null, reasons: sorted };
}

function rank(light: Light | null): number {
  return light === null ? -1 : LIGHTS.indexOf(light);
}

/** Orders reasons: the most serious first, of one kind the longest. */
export function bySeriousness(one: Reason, other: Reason): number {
  return seriousness(one) - seriousness(other) || days(other) - days(one);
}

function seriousness(reason: Reason): number {
  const at = SERIOUSNESS.indexOf(reason.kind);
  return at === -1 ? SERIOUSNESS.length : at;
}

function days(reason: Reason): number {
  if (reason.kind === 'behind') return reason.points;
  return 'days' in reason ? (reason.kind === 'due-unreported' ? -reason.days : reason.days) : 0;
}
