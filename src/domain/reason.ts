import type { LocalDay } from './day.js';
import { countEn, dayWords } from './day-words.js';
import { tenthsDown, tenthsUp } from './exact.js';
import { milestoneName } from './milestone-name.js';
import type { Light, Words } from './plan.js';

/** Why a light is what it is. Percents 0-100 and points are unrounded; the words round them. */
export type Reason = { readonly light: Light | null } & (
  | { readonly kind: 'overdue'; readonly milestone: string; readonly due: LocalDay; readonly days: number }
  | {
      readonly kind: 'blocked';
      readonly milestone: string;
      readonly obstacle: number;
      readonly deadline: LocalDay;
      readonly days: number;
    }
  | {
      readonly kind: 'behind';
      readonly milestone: string;
      readonly percent: number;
      readonly pace: number;
      readonly points: number;
    }
  | {
      readonly kind: 'start-missed';
      /** null: the project's planned start, where no milestone brings it. */
      readonly milestone: string | null;
      readonly due: LocalDay;
      readonly days: number;
      /** Set once the months that turn it red have passed. */
      readonly months: number | null;
    }
  | {
      readonly kind: 'due-unreported';
      readonly milestone: string;
      readonly due: LocalDay;
      readonly days: number;
      readonly lastReportOn: LocalDay | null;
    }
  | { readonly kind: 'on-pace'; readonly milestone: string; readonly percent: number; readonly pace: number }
  | { readonly kind: 'done'; readonly milestone: string; readonly doneOn: LocalDay | null }
  | { readonly kind: 'implied-done'; readonly milestone: string; readonly by: string }
  /** The start was not reported, but the project's stage shows it. */
  | { readonly kind: 'start-shown'; readonly milestone: string }
  | { readonly kind: 'no-date'; readonly milestone: string }
  | { readonly kind: 'all-done' | 'no-milestones' | 'paused' | 'withdrawn' }
);

/**
 * A reason as people read it, a clause that stands alone. Days outside of `year` (the reader's own) carry theirs.
 */
export function reasonWords(reason: Reason, language: keyof Words, year?: number): string {
  return WORDS[language](named(reason, language), (day) => dayWords(day, language, year));
}

/** With the milestone as its reader knows it. */
function named(reason: Reason, language: keyof Words): Reason {
  if (!('milestone' in reason) || reason.milestone === null) return reason;
  const name = milestoneName(reason.milestone, language);
  return reason.kind === 'implied-done'
    ? { ...reason, milestone: name, by: milestoneName(reason.by, language) }
    : { ...reason, milestone: name };
}

type Wording = (reason: Reason, day: (day: LocalDay) => string) => string;

const WORDS: { readonly [L in keyof Words]: Wording } = {
  zh: (reason, day) => {
    switch (reason.kind) {
      case 'overdue':
        return `${reason.milestone}应于${day(reason.due)}完成，已超期${reason.days}天`;
      case 'blocked':
        return `${reason.milestone}受阻，卡点${reason.obstacle}号应于${day(reason.deadline)}办结，已超期${reason.days}天`;
      case 'behind':
        return `${reason.milestone}完成${tenthsDown(reason.percent)}%，序时应达${tenthsUp(reason.pace)}%，落后${behindWords(reason)}个百分点`;
      case 'start-missed': {
        const late = reason.months === null ? `已推迟${reason.days}天` : `已超过${reason.months}个月`;
        return `计划${day(reason.due)}开工，尚未开工，${late}`;
      }
      case 'due-unreported': {
        const when = reason.days === 0 ? '今天到期' : `${reason.days}天后到期（${day(reason.due)}）`;
        const last = reason.lastReportOn === null ? '从未上报' : `上次上报是${day(reason.lastReportOn)}`;
        return `${reason.milestone}${when}，${last}`;
      }
      case 'on-pace':
        return `${reason.milestone}完成${tenthsDown(reason.percent)}%，序时应达${tenthsUp(reason.pace)}%`;
      case 'done':
        return reason.doneOn === null
          ? `${reason.milestone}已完成`
          : `${reason.milestone}已于${day(reason.doneOn)}完成`;
      case 'implied-done':
        return `${reason.milestone}在开始上报之前到期，后续节点${reason.by}已完成，视为完成`;
      case 'start-shown':
        return `${reason.milestone}未单独上报，后续工作表明项目已开工`;
      case 'no-date':
        return `${reason.milestone}没有计划完成时间`;
      case 'all-done':
        return '全部节点已完成';
      case 'no-milestones':
        return '没有列出节点';
      case 'paused':
        return '项目已暂停，不亮灯';
      case 'withdrawn':
        return '项目已退出，不亮灯';
    }
  },
  en: (reason, day) => {
    switch (reason.kind) {
      case 'overdue':
        return `"${reason.milestone}" was due ${day(reason.due)}, ${countEn(reason.days, 'day')} overdue`;
      case 'blocked':
        return `"${reason.milestone}" is blocked: obstacle ${reason.obstacle} was to be cleared by ${day(reason.deadline)}, ${countEn(reason.days, 'day')} ago`;
      case 'behind':
        return `"${reason.milestone}" is at ${tenthsDown(reason.percent)}%, pace is ${tenthsUp(reason.pace)}%: ${countEn(behindWords(reason), 'point')} behind`;
      case 'start-missed': {
        const late =
          reason.months === null ? countEn(reason.days, 'day') : `more than ${countEn(reason.months, 'month')}`;
        return `Start was planned for ${day(reason.due)}, missed by ${late}`;
      }
      case 'due-unreported': {
        const when =
          reason.days === 0 ? 'is due today' : `is due in ${countEn(reason.days, 'day')} (${day(reason.due)})`;
        const last = reason.lastReportOn === null ? 'never reported' : `last reported ${day(reason.lastReportOn)}`;
        return `"${reason.milestone}" ${when}, ${last}`;
      }
      case 'on-pace':
        return `"${reason.milestone}" is at ${tenthsDown(reason.percent)}%, pace is ${tenthsUp(reason.pace)}%`;
      case 'done':
        return reason.doneOn === null
          ? `"${reason.milestone}" is done`
          : `"${reason.milestone}" was done ${day(reason.doneOn)}`;
      case 'implied-done':
        return `"${reason.milestone}" fell due before reporting began and "${reason.by}" after it is done: taken as done`;
      case 'start-shown':
        return `"${reason.milestone}" was not reported, but later work shows that the project has started`;
      case 'no-date':
        return `"${reason.milestone}" has no due date`;
      case 'all-done':
        return 'All milestones are done';
      case 'no-milestones':
        return 'No milestones are listed';
      case 'paused':
        return 'Paused: no light';
      case 'withdrawn':
        return 'Withdrawn: no light';
    }
  },
};

/** How far behind, as shown: what pace asks, rounded up, less what is done, rounded down, so that the three agree. */
export function behindWords({ pace, percent }: { readonly pace: number; readonly percent: number }): number {
  return Math.round((tenthsUp(pace) - tenthsDown(percent)) * 10) / 10;
}
