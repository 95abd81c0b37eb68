import type { Cadence } from '../../../domain/cadence.js';
import type { Instant, LocalDay } from '../../../domain/day.js';
import { dayAt, timeAt } from '../../../domain/day.js';
import { countEn, dayWords } from '../../../domain/day-words.js';
import type { Digest, LitProject } from '../../../domain/digest/compute.js';
import { goalWords } from '../../../domain/goal-words.js';
import type { GoalMeasure, Light, PlanGoal, Words } from '../../../domain/plan.js';
import type { Program } from '../../../domain/program.js';
import { behindWords, type Reason, reasonWords } from '../../../domain/reason.js';
import { clip } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage, type Language } from '../../../text/language.js';
import { stepName } from './rows.js';

export const DIGESTS_ZH: Readonly<Record<Cadence, string>> = {
  daily: '日报',
  weekly: '周报',
  'half-monthly': '半月报',
  monthly: '月报',
};
export const DIGESTS_EN: Readonly<Record<Cadence, string>> = {
  daily: 'Daily digest',
  weekly: 'Weekly digest',
  'half-monthly': 'Half-monthly digest',
  monthly: 'Monthly digest',
};
const LIGHT_ZH: Readonly<Record<Light, string>> = { red: '红灯', amber: '黄灯', green: '绿灯' };
const LIGHT_EN: Readonly<Record<Light, string>> = { red: 'Red', amber: 'Amber', green: 'Green' };
const PERIODS_ZH: Readonly<Record<Cadence, string>> = {
  daily: '今天',
  weekly: '本周',
  'half-monthly': '半月来',
  monthly: '本月',
};
const PERIODS_EN: Readonly<Record<Cadence, string>> = {
  daily: 'today',
  weekly: 'this week',
  'half-monthly': 'this half-month',
  monthly: 'this month',
};
const WEEKDAYS_ZH = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const WEEKDAYS_EN = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Phrases that several messages share. Numbers come formatted, names escaped where they are sent. */
export const words = {
  weekday: {
    zh: (number: number) => WEEKDAYS_ZH[number - 1] ?? '',
    en: (number: number) => WEEKDAYS_EN[number - 1] ?? '',
  },
  wholePlan: {
    zh: (count: number) => `全部${count}个项目`,
    en: (count: number) => `All ${countEn(count, 'project')}`,
  },
  part: {
    zh: (name: string, count: number) => `${name}${count}个项目`,
    en: (name: string, count: number) => `${name}: ${countEn(count, 'project')}`,
  },
  asAt: { zh: (when: string) => `截至${when}`, en: (when: string) => `as at ${when}` },
  goals: { zh: '目标', en: 'Goals' },
  gates: { zh: '关口', en: 'Gates' },
  light: { zh: (light: Light) => LIGHT_ZH[light], en: (light: Light) => LIGHT_EN[light] },
  unlit: { zh: '暂停', en: 'Paused' },
  overdue: {
    zh: (milestone: string, days: number) => `${milestone}超期${days}天`,
    en: (milestone: string, days: number) => `${milestone} ${countEn(days, 'day')} overdue`,
  },
  blocked: {
    zh: (obstacle: number, days: number) => `卡点${obstacle}号超期${days}天`,
    en: (obstacle: number, days: number) => `obstacle ${obstacle} ${countEn(days, 'day')} over`,
  },
  blockedToday: {
    zh: (obstacle: number) => `卡点${obstacle}号到期未办结`,
    en: (obstacle: number) => `obstacle ${obstacle} past its limit`,
  },
  behind: {
    zh: (milestone: string, points: string) => `${milestone}落后${points}个百分点`,
    en: (milestone: string, points: string) => `${milestone} ${points} pts behind`,
  },
  startMissed: {
    zh: (days: number) => `开工超期${days}天`,
    en: (days: number) => `start ${countEn(days, 'day')} overdue`,
  },
  dueSoon: {
    zh: (milestone: string, days: number) => (days === 0 ? `${milestone}今天到期` : `${milestone}${days}天后到期`),
    en: (milestone: string, days: number) =>
      days === 0 ? `${milestone} due today` : `${milestone} due in ${countEn(days, 'day')}`,
  },
  reported: {
    zh: (percent: number, day: string) => `${percent}%（${day}报）`,
    en: (percent: number, day: string) => `${percent}% (${day})`,
  },
  neverReported: { zh: '没有报过', en: 'never reported' },
  otherReasons: {
    zh: (count: number) => `另有${count}项原因`,
    en: (count: number) => `${countEn(count, 'other reason')}`,
  },
  noOwner: { zh: '责任人未定', en: 'no owner yet' },
  obstacles: { zh: '卡点', en: 'Obstacles' },
  slips: { zh: '督办单', en: 'Slips' },
  items: {
    zh: { all: '会上定的', overdue: '交办超期', running: '交办未到期', done: '交办办结' },
    en: { all: 'Decided', overdue: 'Items overdue', running: 'Items not due', done: 'Items done' },
  },
  factors: { zh: '要素', en: 'Factors' },
  unreported: { zh: '未上报', en: 'Unreported' },
  events: { zh: '变化', en: 'Changes' },
  reports: { zh: '上报', en: 'Reports' },
  units: { zh: '各单位完成情况', en: 'What each unit had due and did' },
  done: { zh: '完成', en: 'done' },
  forecast: { zh: (day: string) => `预计${day}完成`, en: (day: string) => `expected ${day}` },
  lateReport: { zh: '补报', en: 'late report' },
  figures: { zh: '完成投资', en: 'invested' },
  more: { zh: (count: number) => `另有${count}项`, en: (count: number) => `${count} more` },
  openList: { zh: '名单', en: 'List' },
} as const satisfies Catalogue;

/** Speaks of a digest's parts in one language; what people typed is escaped where it is sent. */
export function phrasesOf(program: Program, language: Language, cadence: Cadence = 'daily') {
  const shared = inLanguage(words, language);
  const zh = language === 'zh';
  /** In Chinese the ledger's way: no blanks between figures and words. */
  const close = (text: string): string => (zh ? text.replaceAll(' ', '') : text);
  const day = (of: LocalDay): string => close(dayWords(of, language, program.year));
  const list = (parts: readonly string[]): string => parts.join(zh ? '，' : ', ');
  const bracket = (text: string): string => (zh ? `（${text}）` : ` (${text})`);
  const colon = zh ? '：' : ': ';
  /** An English name takes twice the letters of the same in Chinese. */
  const name = (of: Words | null, most = zh ? 20 : 40): string | null =>
    of === null ? null : clip(of[language], most);

  /** `6月17日18:00`, the day left out where it is `on`. */
  function moment(instant: Instant, on: LocalDay | null): string {
    const its = dayAt(instant, program.timeZone);
    const time = timeAt(instant, program.timeZone);
    return its === on ? time : `${day(its)}${zh ? '' : ', '}${time}`;
  }

  /** `28、29、30日`, and of a month after that `7月1、2日`. */
  function dates(days: readonly LocalDay[]): string {
    const months = new Map<string, string[]>();
    for (const each of days)
      months.set(each.slice(0, 7), [...(months.get(each.slice(0, 7)) ?? []), String(Number(each.slice(8)))]);
    const said = [...months].map(([month, numbers], index) => {
      if (!zh) return `${numbers.join(', ')} ${monthOf(month)}`;
      return `${index === 0 ? '' : `${Number(month.slice(5))}月`}${numbers.join('、')}日`;
    });
    return said.join(zh ? '，' : ', ');
  }

  const monthOf = (of: string): string =>
    dayWords(`${of.slice(0, 7)}-01` as LocalDay, 'en', undefined).split(' ')[1] ?? '';

  /** A day beside another of the same month: `25日`; in English a first of two, `25`. */
  function dayBeside(of: LocalDay, other: LocalDay, first = false): string {
    if (of.slice(0, 7) !== other.slice(0, 7)) return day(of);
    const date = String(Number(of.slice(8)));
    return zh ? `${date}日` : first && of !== other ? date : day(of);
  }

  /** The evening of a day, to which what is told still counts. */
  const untilEvening = (of: LocalDay): string => (zh ? `${day(of)}${program.policy.prompts.digest}` : day(of));

  /** `全部80个项目`, `经济开发区9个项目`. */
  function about({ scopeName, red, amber, green, unlit }: Digest, short = false): string {
    const count = red.length + amber.length + green.length + unlit.length;
    if (scopeName === null) return shared.wholePlan(count);
    return shared.part(clip(scopeName[language], short ? (zh ? 6 : 12) : zh ? 10 : 20), count);
  }

  const say = goalWords(language, program.year);
  /** What is reached is rounded down, what is demanded or missing up. */
  const quantity = (measure: GoalMeasure, number: number, way: 'down' | 'up' = 'down'): string =>
    close(say.quantity(measure, number, way));

  /** A value of what is wanted of it: `29/36`, `2/40亿元`; in a period with what it was: `28→30/36`. */
  function against(
    { rule, measure }: Pick<PlanGoal, 'rule' | 'measure'>,
    value: number,
    target: number,
    before: number | null,
    whole: boolean,
  ): string {
    const was = before === null || before === value ? '' : before;
    const added = rule.by === 'figures' || rule.by === 'recorded';
    if (measure === 'projects' || measure === 'activities') {
      const change = was === '' ? String(value) : `${was}→${value}`;
      return `${change}${zh || was === '' ? '/' : ' of '}${target}`;
    }
    const now = added && !whole ? quantity(measure, value) : close(say.against(measure, value, target));
    return was === '' ? now : `${quantity(measure, was)}→${now}`;
  }

  /** A reason in so few words that a project takes one row. */
  function reasonText(reason: Reason): string {
    const milestone = 'milestone' in reason && reason.milestone !== null ? stepName(reason.milestone, language) : '';
    switch (reason.kind) {
      case 'overdue':
        return shared.overdue(milestone, reason.days);
      case 'blocked':
        return reason.days === 0 ? shared.blockedToday(reason.obstacle) : shared.blocked(reason.obstacle, reason.days);
      case 'behind':
        return shared.behind(milestone, String(behindWords(reason)));
      case 'start-missed':
        return shared.startMissed(reason.days);
      case 'due-unreported':
        return shared.dueSoon(milestone, reason.days);
      default:
        return reasonWords(reason, language, program.year);
    }
  }

  /** The most serious reason of a light. */
  const shortReason = ({ lit }: LitProject): string => (lit.reasons[0] === undefined ? '' : reasonText(lit.reasons[0]));

  /** The most serious reason with where its milestone stands, and how many others there are. */
  function reasonLines({ lit, project }: LitProject): string[] {
    const [reason, ...others] = lit.reasons;
    if (reason === undefined) return [];
    const milestone =
      'milestone' in reason ? project.milestones.find((each) => each.name === reason.milestone) : undefined;
    const reportedOn = milestone === undefined ? null : milestone.lastReportOn;
    const stands =
      milestone === undefined
        ? []
        : [reportedOn === null ? shared.neverReported : shared.reported(milestone.percent, day(reportedOn))];
    return [
      list([reasonText(reason), ...stands]),
      ...(others.length === 0 || lit.light === 'green' ? [] : [shared.otherReasons(others.length)]),
    ];
  }

  return {
    shared,
    language,
    zh,
    periodic: cadence !== 'daily',
    day,
    dates,
    dayBeside,
    month: (of: LocalDay): string => monthOf(of),
    weekday: shared.weekday,
    period: (of: Cadence): string => (zh ? PERIODS_ZH[of] : PERIODS_EN[of]),
    untilEvening,
    list,
    bracket,
    colon,
    name,
    moment,
    about,
    quantity,
    against,
    yuan: (amount: number): string => close(say.yuan(amount)),
    shortReason,
    reasonLines,
  };
}

export type Phrases = ReturnType<typeof phrasesOf>;
