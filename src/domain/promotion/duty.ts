import { addDays, dayOf, type LocalDay, monthEnd, monthStart } from '../day.js';
import { addWorkdays, type WorkCalendar, workdayFrom } from '../workday.js';

/** What a plan asks of its county leaders: so many activities a month, from the first day of a month on. */
export type Duty = {
  readonly perMonth: number;
  readonly since: LocalDay;
  readonly until: LocalDay;
  /** On how many of the month's last working days it is told what is wanting. */
  readonly tellWorkdays: number;
};

/** Whether a month, by its first day, asks for anything: only whole months of the plan do. */
export const asks = (month: LocalDay, duty: Duty): boolean =>
  duty.perMonth > 0 && month >= duty.since && monthEnd(month) <= duty.until;

/** What a leader did in a month, and what is wanting of it. `excused`: 本月不便, with its reason. */
export type LeaderMonth = {
  readonly leaderId: number;
  readonly month: LocalDay;
  readonly done: number;
  readonly missing: number;
  readonly excused: string | null;
};

/** An activity as far as duty looks at it. */
export type DutyActivity = { readonly leaderId: number; readonly on: LocalDay };

/**
 * A month of every leader, in the order given. An activity does the duty of the one who led it, in its own month: three in June do not
 * pay for July. Who said 本月不便 is missing nothing.
 */
export function leadersMonth(
  leaders: readonly number[],
  month: LocalDay,
  activities: readonly DutyActivity[],
  excuses: ReadonlyMap<number, string>,
  duty: Duty,
): readonly LeaderMonth[] {
  return leaders.map((leaderId) => {
    const done = activities.filter((each) => each.leaderId === leaderId && monthStart(each.on) === month).length;
    const excused = excuses.get(leaderId) ?? null;
    const missing = excused !== null || !asks(month, duty) ? 0 : Math.max(0, duty.perMonth - done);
    return { leaderId, month, done, missing, excused };
  });
}

/** The months in which a plan asks for activities, by their first days, up to that of `today`. */
export function dutyMonths(today: LocalDay, duty: Duty): readonly LocalDay[] {
  const months: LocalDay[] = [];
  for (let month = duty.since; month <= today && asks(month, duty); month = nextMonth(month)) months.push(month);
  return months;
}

/** The first day of the next month. */
export function nextMonth(month: LocalDay): LocalDay {
  const [year = 0, at = 1] = month.split('-').map(Number);
  const next = at === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, at + 1, 1);
  if (next === null) throw new Error(`no month after ${month}`);
  return next;
}

/** The first of the month's last working days on which it is told what is wanting. */
export function tellsFrom(month: LocalDay, calendar: WorkCalendar, { tellWorkdays }: Duty): LocalDay {
  return addWorkdays(nextMonth(month), -tellWorkdays, calendar);
}

/** Whether a day is one of the month's last working days on which it is told. */
export const tellsOn = (day: LocalDay, calendar: WorkCalendar, duty: Duty): boolean =>
  workdayFrom(day, calendar) === day && day >= tellsFrom(monthStart(day), calendar, duty);

/** The working days that a day's month still has, that day among them. */
export function workdaysLeft(day: LocalDay, calendar: WorkCalendar): readonly LocalDay[] {
  const days: LocalDay[] = [];
  for (let at = day; at <= monthEnd(day); at = addDays(at, 1)) if (calendar.isWorkday(at)) days.push(at);
  return days;
}
