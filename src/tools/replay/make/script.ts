import { addDays, daysBetween, type LocalDay, localDay, monthEnd } from '../../../domain/day.js';
import { paceFrom } from '../../../domain/pace.js';
import type { Plan, PlanMilestone, PlanProject } from '../../../domain/plan.js';
import { nextWorkday, previousWorkday, type WorkCalendar, workdayFrom } from '../../../domain/workday.js';
import { between, share } from '../../demo/chance.js';
import type { Step } from '../../demo/script.js';

/** What a year is made of: its plan, its working days, and the seed that chance depends on. */
export type Setting = { readonly plan: Plan; readonly calendar: WorkCalendar; readonly seed: string };

/** How a milestone of the year goes: when it is due, and when it is finished (after the year where that is later). */
export type MilestoneScript = {
  readonly project: PlanProject;
  readonly milestone: PlanMilestone;
  readonly due: LocalDay;
  readonly from: LocalDay;
  readonly done: LocalDay;
  /** So many days late: what is far behind has its reasons, and its obstacles. */
  readonly late: number;
};

/** Building stood still between these days of 2020. */
const STILL_FROM = localDay('2020-01-24');
const STILL_TO = localDay('2020-03-01');

const NOTES = [
  '施工队已进场',
  '材料已备齐',
  '设计图纸已定稿',
  '专家评审已通过',
  '已与施工方签订合同',
  '塔吊已安装到位',
  '正在组织验收资料',
  '夜间加班赶工',
  '分包单位已确定',
  '设备已到货',
] as const;

const later = (one: LocalDay, other: LocalDay): LocalDay => (one > other ? one : other);

/** The year of every milestone that is due in it or that it begins. */
export function scriptsOf({ plan, calendar, seed }: Setting): readonly MilestoneScript[] {
  return plan.projects.flatMap((project) => {
    const temper = share(seed, project.code, 'temper');
    const roadmap = {
      start: project.start,
      milestones: project.milestones.map((each, ordinal) => ({ ...each, ordinal })),
    };
    let last = plan.from;
    return roadmap.milestones.flatMap((milestone): MilestoneScript[] => {
      const { due, name } = milestone;
      if (milestone.doneOn !== null || due === null) return [];
      const delay = delayOf(temper, seed, project.code, name);
      let done = addDays(due, delay);
      if (done >= STILL_FROM && done <= STILL_TO)
        done = addDays(STILL_TO, between(2, 24, seed, project.code, name, 'still'));
      done = workdayFrom(later(done, nextWorkday(addDays(last, 2), calendar)), calendar);
      const from = later(paceFrom(milestone, roadmap, plan.from) ?? plan.from, last);
      last = done;
      return [{ project, milestone, due, from, done, late: daysBetween(due, done) }];
    });
  });
}

/** Days that a milestone is finished after its day: most about it, some late, a few very late. */
function delayOf(temper: number, seed: string, code: string, name: string): number {
  const luck = share(seed, code, name, 'slip');
  if (temper < 0.6) return luck < 0.85 ? -between(0, 6, seed, code, name) : between(1, 8, seed, code, name);
  if (temper < 0.87) return luck < 0.5 ? -between(0, 3, seed, code, name) : between(2, 28, seed, code, name);
  return luck < 0.3 ? between(0, 6, seed, code, name) : between(12, 80, seed, code, name);
}

/** All that is reported of the scripts, and the figures at the ends of months; by day. */
export function stepsOf(scripts: readonly MilestoneScript[], setting: Setting): readonly Step[] {
  const { plan } = setting;
  const steps = [
    ...plan.projects.flatMap((project) => [...knownSteps(project, setting), ...figureSteps(project, setting)]),
    ...scripts.flatMap((script) => milestoneSteps(script, setting)),
  ];
  return steps.filter(({ on }) => on > plan.from && on <= plan.to).sort(byDay);
}

const byDay = (one: Step, other: Step): number => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0);

/** What was finished before the year is said in its first days, a late report each. */
function knownSteps(project: PlanProject, { plan, calendar, seed }: Setting): Step[] {
  return project.milestones.flatMap((milestone) => {
    if (milestone.doneOn === null) return [];
    const on = workdayFrom(addDays(plan.from, between(2, 9, seed, project.code, 'known')), calendar);
    return [stepOf(project, on, milestone.name, 100, { doneOn: milestone.doneOn })];
  });
}

function milestoneSteps(script: MilestoneScript, { plan, calendar, seed }: Setting): Step[] {
  const { project, milestone, from, done } = script;
  const { code } = project;
  const { name } = milestone;
  const steps: Step[] = [];
  const span = Math.max(1, daysBetween(from, done));
  let said = 0;
  for (let day = from, turn = 0; turn < 20; turn += 1) {
    day = addDays(day, between(13, 27, seed, code, name, turn));
    const on = workdayFrom(day, calendar);
    if (on >= done || on > plan.to) break;
    if (on >= STILL_FROM && on <= STILL_TO) continue;
    const percent = Math.min(95, Math.max(5, Math.round((daysBetween(from, on) / span) * 19) * 5));
    if (percent <= said) continue;
    said = percent;
    const note =
      share(seed, code, name, on, 'note') < 0.25 ? (NOTES[between(0, NOTES.length - 1, code, on)] ?? '') : '';
    steps.push(stepOf(project, on, name, percent, { note }));
  }
  // One in eight is reported some days after it was done.
  const lag = share(seed, code, name, 'lag') < 0.12 ? between(2, 5, seed, code, name) : 0;
  const on = workdayFrom(addDays(done, lag), calendar);
  steps.push(stepOf(project, on, name, 100, { doneOn: on > done ? done : null }));
  return steps;
}

/** Investment done this year, cumulative, at the ends of months once the works have begun. */
function figureSteps(project: PlanProject, { plan, calendar, seed }: Setting): Step[] {
  const { code, yearPlan, start } = project;
  if (yearPlan === null) return [];
  const zeal = 0.75 + share(seed, code, 'zeal') * 0.4;
  const from = start !== null && start > plan.from ? start : plan.from;
  const steps: Step[] = [];
  let said = 0;
  for (let month = monthEnd(from); month <= plan.to; month = monthEnd(addDays(month, 1))) {
    const on = previousWorkday(addDays(month, between(-2, 1, seed, code, month)), calendar);
    if (on <= from || (on >= STILL_FROM && on <= STILL_TO) || share(seed, code, month, 'figures') < 0.2) continue;
    const part = daysBetween(from, on) / Math.max(1, daysBetween(from, plan.to));
    const investment = Math.floor((yearPlan * part * zeal) / 50) * 50;
    if (investment <= said) continue;
    said = investment;
    steps.push({ ...stepOf(project, on, null, null, {}), investment });
  }
  return steps;
}

const stepOf = (
  project: PlanProject,
  on: LocalDay,
  milestone: string | null,
  percent: number | null,
  rest: Partial<Step>,
): Step => ({ code: project.code, on, milestone, percent, doneOn: null, investment: null, note: '', ...rest });
