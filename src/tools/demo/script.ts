import { addDays, daysBetween, type LocalDay, localDay, monthEnd } from '../../domain/day.js';
import { milestonePace, paceFrom } from '../../domain/pace.js';
import type { Plan, PlanMilestone, PlanProject } from '../../domain/plan.js';
import { nextWorkday, previousWorkday, type WorkCalendar, workdayFrom } from '../../domain/workday.js';
import { between, share } from './chance.js';
import { TROUBLES, type Trouble } from './trouble.js';

/** What one report states. Percent 0-100, investment cumulative in 10k yuan; `on` is the day on which it is reported. */
export type Step = {
  readonly on: LocalDay;
  readonly code: string;
  readonly milestone: string | null;
  readonly percent: number | null;
  /** The day of completion where it is named in the report: a late report (补报). */
  readonly doneOn: LocalDay | null;
  readonly investment: number | null;
  readonly note: string;
};

/** The plan, how far the story goes (its last day included), and which days are worked. */
export type Setting = { readonly plan: Plan; readonly until: LocalDay; readonly calendar: WorkCalendar };

/** Building stood still: nothing starts between these days, and the first weeks after them speak of it. */
const EPIDEMIC_FROM = localDay('2020-01-24');
const EPIDEMIC_TO = localDay('2020-03-01');

/** Reports are thinner than the calendar: so many days lie between two of one milestone, at least. */
const REPORT_EVERY_DAYS = 24;

/** All that is reported of one project up to the setting's last day, in order. */
export function scriptOf(project: PlanProject, setting: Setting): readonly Step[] {
  const trouble = TROUBLES[project.code] ?? {};
  const steps = [...milestoneSteps(project, trouble, setting)];
  return withFigures(project, withLedgerWords(project, steps, setting), setting).sort(byDay);
}

const laterDay = (one: LocalDay, other: LocalDay): LocalDay => {
  if (one > other) return one;
  return other;
};

const byDay = (one: Step, other: Step): number => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0);

function milestoneSteps(project: PlanProject, trouble: Trouble, setting: Setting): Step[] {
  const { plan, until, calendar } = setting;
  const roadmap = {
    start: project.start,
    milestones: project.milestones.map((each, ordinal) => ({ ...each, ordinal })),
  };
  const steps: Step[] = [];
  let last = plan.from;
  let held = false;
  const known = project.milestones.filter((each) => each.doneOn !== null).at(-1);
  if (known) {
    last = workdayFrom(addDays(plan.from, between(2, 8, project.code, 'known')), calendar);
    steps.push(step(project, last, { milestone: known.name, percent: 100, doneOn: known.doneOn }));
  }
  for (const milestone of roadmap.milestones) {
    const { name, due } = milestone;
    if (milestone.doneOn !== null || due === null) continue;
    if (trouble.waits && (shows(milestone, plan) || (held && name !== '环评'))) {
      if (trouble.stuck?.milestone === name)
        steps.push(...partial(project, milestone, trouble.stuck.at, last, setting));
      held = true;
      continue;
    }
    if (trouble.stuck?.milestone === name) {
      steps.push(...partial(project, milestone, trouble.stuck.at, last, setting));
      held = true;
      continue;
    }
    if (due <= until) {
      const finished = finish(project, milestone, last, setting);
      const began = paceFrom(milestone, roadmap, plan.from);
      if (began) steps.push(...onTheWay(project, name, laterDay(began, last), finished.on, setting));
      steps.push(finished);
      last = finished.on;
      continue;
    }
    const pace = milestonePace(milestone, roadmap, until, plan.from) ?? 0;
    if (pace < 8) continue;
    const aim = trouble.behind ? pace - trouble.behind : pace + between(-5, 7, project.code, name);
    steps.push(...partial(project, milestone, nearFive(aim, pace - (trouble.behind ? 30 : 7)), last, setting));
  }
  return steps;
}

/** Whether any report of it would show that the works have started. */
const shows = (milestone: PlanMilestone, plan: Plan): boolean =>
  milestone.stage === 'started' || plan.stages.underway[milestone.name] !== undefined;

type Stated = Pick<Step, 'milestone' | 'percent'> & Partial<Step>;

const step = (project: PlanProject, on: LocalDay, stated: Stated): Step => ({
  code: project.code,
  doneOn: null,
  investment: null,
  note: '',
  ...stated,
  on,
});

/** The report that a milestone is finished: about its due day, later where building stood still. */
function finish(project: PlanProject, milestone: PlanMilestone, after: LocalDay, setting: Setting): Step {
  const { until, calendar } = setting;
  const due = milestone.due ?? until;
  const slack = share(project.code, milestone.name, 'slack');
  let done = addDays(
    due,
    slack < 0.7 ? -between(0, 6, project.code, milestone.name) : between(1, 5, project.code, due),
  );
  let note = '';
  if (done >= EPIDEMIC_FROM && done <= EPIDEMIC_TO) {
    const outside = milestone.stage === 'started';
    done = addDays(EPIDEMIC_TO, between(outside ? 3 : 1, outside ? 15 : 9, project.code, milestone.name, 'epidemic'));
    note = outside ? '受疫情影响推迟，现已复工' : '疫情期间网上办理';
  }
  done = workdayFrom(done, calendar);
  if (done <= after) done = nextWorkday(after, calendar);
  const latest = previousWorkday(until, calendar);
  if (done > latest) done = latest;
  const late = share(project.code, milestone.name, 'late') < 0.14 && note === '';
  const on = late ? workdayFrom(addDays(done, between(2, 4, milestone.name, project.code)), calendar) : done;
  const named = on > done && on <= latest;
  return step(project, named ? on : done, {
    milestone: milestone.name,
    percent: 100,
    doneOn: named ? done : null,
    note,
  });
}

/** What is reported between the beginning of a long milestone and its end. */
function onTheWay(project: PlanProject, milestone: string, from: LocalDay, to: LocalDay, setting: Setting): Step[] {
  const days = daysBetween(from, to);
  if (days < 30 || share(project.code, milestone, 'way') < 0.35) return [];
  const on = workdayFrom(addDays(from, Math.round(days * 0.6)), setting.calendar);
  if (on >= to || (on >= EPIDEMIC_FROM && on <= EPIDEMIC_TO)) return [];
  return [step(project, on, { milestone, percent: nearFive(60 + between(-10, 15, project.code, milestone), 30) })];
}

/** The reports of a milestone that is not finished by the last day, the newest of them at `aim` percent. */
function partial(
  project: PlanProject,
  milestone: PlanMilestone & { readonly ordinal?: number },
  aim: number,
  after: LocalDay,
  { plan, until, calendar }: Setting,
): Step[] {
  if (aim <= 0) return [];
  const newest = previousWorkday(addDays(until, -between(0, 12, project.code, milestone.name, 'newest')), calendar);
  const days = [newest];
  for (let day = newest; ; ) {
    const end = monthEnd(addDays(day, -REPORT_EVERY_DAYS - 8));
    day = previousWorkday(addDays(end, between(-2, 1, project.code, end)), calendar);
    const early = paceFrom(
      { ...milestone, ordinal: milestone.ordinal ?? 99 },
      { ...project, milestones: [] },
      plan.from,
    );
    if (day <= after || (early !== null && day <= early && days.length > 1) || days.length === 4) break;
    if (day < EPIDEMIC_FROM || day > EPIDEMIC_TO) days.unshift(day);
  }
  const from = after < plan.from ? plan.from : after;
  const span = Math.max(1, daysBetween(from, newest));
  let reached = 0;
  return days.flatMap((on, place) => {
    const even = place === days.length - 1 ? aim : nearFive((aim * daysBetween(from, on)) / span, 5);
    const percent = Math.min(aim, Math.max(even, reached));
    if (percent === reached && place < days.length - 1) return [];
    reached = percent;
    return [step(project, on, { milestone: milestone.name, percent })];
  });
}

/** People say 45 and 60, not 47: the nearest five, but not below `least`; 5 to 95. */
function nearFive(percent: number, least: number): number {
  const near = Math.round(percent / 5) * 5;
  return Math.min(95, Math.max(5, near < least ? near + 5 : near));
}

/** What the ledger says of progress and problems is said in the reports of those weeks. */
function withLedgerWords(project: PlanProject, steps: readonly Step[], { until }: Setting): Step[] {
  const { ledger, problem } = project;
  if (!ledger) return [...steps];
  const newest = steps.filter((each) => each.note === '' && each.on >= addDays(ledger.on, -40)).map((each) => each.on);
  const told = newest.filter((on) => on <= addDays(ledger.on, 6)).at(-1) ?? newest[0];
  const worried = newest.filter((on) => on <= until).at(-1);
  return steps.map((each) => {
    if (problem !== null && each.on === worried) return { ...each, note: problem };
    if (ledger.progress !== null && each.on === told) return { ...each, note: ledger.progress };
    return each;
  });
}

/** Investment done, at the ends of months and up to the ledger's figure in June; with a milestone where one is due. */
function withFigures(project: PlanProject, steps: readonly Step[], { until, calendar, plan }: Setting): Step[] {
  const total = project.ledger?.doneInvestment ?? 0;
  if (total <= 0 || !project.ledger) return [...steps];
  const first = steps.find((each) => each.on > EPIDEMIC_TO)?.on ?? addDays(EPIDEMIC_TO, 30);
  const began = project.stage === 'started' ? plan.from : first;
  const last = workdayFrom(addDays(project.ledger.on, between(8, 15, project.code, 'figures')), calendar);
  const out = [...steps];
  let said = 0;
  for (let month = monthEnd(plan.from); month < until; month = monthEnd(addDays(month, 1))) {
    const ending = previousWorkday(addDays(month, between(-1, 2, project.code, month)), calendar);
    const final = month >= localDay('2020-05-31');
    const on = final ? last : ending;
    if (on <= began || on > until || (on >= EPIDEMIC_FROM && on <= EPIDEMIC_TO)) continue;
    const part = final ? 1 : (daysBetween(began, on) / Math.max(1, daysBetween(began, last))) ** 1.2;
    const investment = final ? total : Math.floor((total * part) / 50) * 50;
    if (investment <= said) continue;
    said = investment;
    const beside = out.findIndex(
      (each) => Math.abs(daysBetween(each.on, on)) <= 2 && each.doneOn === null && each.note === '',
    );
    const other = out[beside];
    if (other && share(project.code, month, 'beside') < 0.6) out[beside] = { ...other, investment };
    else out.push(step(project, on, { milestone: null, percent: null, investment }));
  }
  return out;
}
