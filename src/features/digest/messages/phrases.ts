import type { Cadence } from '../../../domain/cadence.js';
import type { Instant, LocalDay } from '../../../domain/day.js';
import { dayAt, timeAt } from '../../../domain/day.js';
import { countEn, dayWords } from '../../../domain/day-words.js';
import type { ChangedProject, Digest, LitProject } from '../../../domain/digest/compute.js';
import { goalWords } from '../../../domain/goal-words.js';
import type { Light, Words } from '../../../domain/plan.js';
import type { Program } from '../../../domain/program.js';
import { type Reason, reasonWords } from '../../../domain/reason.js';
import { clip, escapeText } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage, type Language } from '../../../text/language.js';
import { clipWidth } from './lines.js';

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
  daily: '今日',
  weekly: '本周',
  'half-monthly': '近半月',
  monthly: '本月',
};
const PERIODS_EN: Readonly<Record<Cadence, string>> = {
  daily: 'today',
  weekly: 'this week',
  'half-monthly': 'this half-month',
  monthly: 'this month',
};
const WEEKDAYS_ZH = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const WEEKDAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Phrases that several messages share. Numbers come formatted, names escaped. */
export const words = {
  weekday: {
    zh: (number: number) => WEEKDAYS_ZH[number - 1] ?? '',
    en: (number: number) => WEEKDAYS_EN[number - 1] ?? '',
  },
  wholePlan: { zh: '全部项目', en: 'whole plan' },
  projects: { zh: (count: number) => `${count} 个`, en: (count: number) => countEn(count, 'project') },
  asAt: { zh: (when: string) => `截至 ${when}`, en: (when: string) => `as at ${when}` },
  goals: { zh: '目标与关口', en: 'Goals and gates' },
  light: { zh: (light: Light) => LIGHT_ZH[light], en: (light: Light) => LIGHT_EN[light] },
  unlit: { zh: '暂停', en: 'Paused' },
  shortOverdue: {
    zh: (milestone: string, days: number) => `「${milestone}」超期 ${days} 天`,
    en: (milestone: string, days: number) => `"${milestone}" ${countEn(days, 'day')} overdue`,
  },
  shortBlocked: {
    zh: (milestone: string, obstacle: number, days: number) => `「${milestone}」卡点 ${obstacle} 号逾期 ${days} 天`,
    en: (milestone: string, obstacle: number, days: number) =>
      `"${milestone}" blocked, obstacle ${obstacle} is ${countEn(days, 'day')} late`,
  },
  shortBehind: {
    zh: (milestone: string, points: number) => `「${milestone}」落后 ${points} 个百分点`,
    en: (milestone: string, points: number) => `"${milestone}" ${countEn(points, 'point')} behind`,
  },
  shortStart: {
    zh: (days: number) => `应开工未开工，推迟 ${days} 天`,
    en: (days: number) => `start missed by ${countEn(days, 'day')}`,
  },
  noOwner: { zh: '责任人未定', en: 'no owner yet' },
  obstacles: { zh: '卡点', en: 'Obstacles' },
  unreported: { zh: '未上报', en: 'Unreported' },
  unreportedAbout: {
    zh: (count: number) => `${count} 人，连续三个工作日催报没有回应`,
    en: (count: number) =>
      `${count === 1 ? '1 person' : `${count} people`}, asked on three working days without an answer`,
  },
  standings: { zh: '晾晒榜', en: 'Standings' },
  standingsRule: {
    zh: (fewest: number) => `得分＝（绿灯数×100＋黄灯数×50）÷项目数；项目不足 ${fewest} 个的单位不排名`,
    en: (fewest: number) =>
      `Score = (green × 100 + amber × 50) ÷ projects; units with fewer than ${fewest} projects are not ranked`,
  },
  score: { zh: (score: string) => `${score} 分`, en: (score: string) => `${score} points` },
  changes: {
    zh: (cadence: Cadence) => `${PERIODS_ZH[cadence]}变化`,
    en: (cadence: Cadence) => `Changed ${PERIODS_EN[cadence]}`,
  },
  changesOn: { zh: '当日变化', en: 'Changed that day' },
  changesOf: { zh: (day: string) => `${day}变化`, en: (day: string) => `Changed on ${day}` },
  changesFrom: { zh: (day: string) => `${day}以来变化`, en: (day: string) => `Changed since ${day}` },
  changesCount: {
    zh: (changes: number, projects: number) => `${changes} 条，涉及 ${projects} 个项目`,
    en: (changes: number, projects: number) => `${countEn(changes, 'change')} on ${countEn(projects, 'project')}`,
  },
  noChanges: { zh: '没有新的上报', en: 'nothing was reported' },
  done: { zh: '已完成', en: 'done' },
  forecast: { zh: (day: string) => `预计 ${day}完成`, en: (day: string) => `expected ${day}` },
  lateReport: { zh: '补报', en: 'late report' },
  figures: {
    zh: (from: string, to: string) => `完成投资 ${from} → ${to}`,
    en: (from: string, to: string) => `investment done ${from} → ${to}`,
  },
  firstFigures: { zh: (to: string) => `完成投资 ${to}`, en: (to: string) => `investment done ${to}` },
  more: { zh: (count: number) => `另有 ${count} 项`, en: (count: number) => `${count} more` },
  openList: { zh: '名单', en: 'List' },
} as const satisfies Catalogue;

/** Speaks of a digest's parts in one language, a line each; everything that people typed is escaped here. */
export function phrasesOf(program: Program, language: Language) {
  const shared = inLanguage(words, language);
  const zh = language === 'zh';
  const day = (of: LocalDay): string => dayWords(of, language, program.year);
  const list = (parts: readonly string[]): string => parts.join(zh ? '，' : ', ');
  const bracket = (text: string): string => (zh ? `（${text}）` : ` (${text})`);
  const colon = zh ? '：' : ': ';
  /** An English name takes twice the letters of the same in Chinese. */
  const name = (of: Words | null, most = zh ? 20 : 40): string | null =>
    of === null ? null : escapeText(clip(of[language], most));
  /** `width` in Chinese characters: the ledger's names are the same in both languages. */
  const projectName = (project: { code: string; name: string }, width: number): string =>
    escapeText(`${project.code} ${clipWidth(project.name, width)}`);

  /** `6 月 17 日 18:00`, the day left out where it is `on`. */
  function moment(instant: Instant, on: LocalDay | null): string {
    const its = dayAt(instant, program.timeZone);
    const time = timeAt(instant, program.timeZone);
    return its === on ? time : `${day(its)} ${time}`;
  }

  /** What is news to a digest: `今日变化`, `本周变化`, `6 月 15 日以来变化`; read on a later day, `6 月 17 日变化`. */
  function changesWord(
    { cadence, since, day: of }: Pick<Digest, 'cadence' | 'since' | 'day'>,
    past: boolean,
    today = of,
  ): string {
    if (since !== null) return shared.changesFrom(day(since));
    if (today > of && cadence === 'daily') return shared.changesOf(day(of));
    return past && cadence === 'daily' ? shared.changesOn : shared.changes(cadence);
  }

  /** `东阿县 2020 年项目攻坚行动 · 全部项目（80 个）`. */
  function about(digest: Digest): string {
    const most = zh ? 20 : 40;
    const scope = digest.scopeName === null ? shared.wholePlan : digest.scopeName[language];
    const { red, amber, green, unlit } = digest;
    const count = shared.projects(red.length + amber.length + green.length + unlit.length);
    return `${escapeText(clip(program.name[language], most))} · ${escapeText(clip(scope, most))}${bracket(count)}`;
  }

  const { quantity, yuan, value: goalValue, gate, line: goalLine } = goalWords(language, program.year);

  /** The most serious reason of a light, in so few words that a project takes one line of a phone. */
  function shortReason({ lit }: LitProject): string {
    const [reason] = lit.reasons;
    if (reason === undefined) return '';
    const milestone = 'milestone' in reason && reason.milestone !== null ? escapeText(clip(reason.milestone, 8)) : '';
    switch (reason.kind) {
      case 'overdue':
        return shared.shortOverdue(milestone, reason.days);
      case 'blocked':
        return shared.shortBlocked(milestone, reason.obstacle, reason.days);
      case 'behind':
        return shared.shortBehind(milestone, Math.floor(reason.points));
      case 'start-missed':
        return shared.shortStart(reason.days);
      default:
        return escapeText(reasonWords(reason, language, program.year));
    }
  }

  /** Why a project's light is what it is, the most serious reason first. */
  function reasons({ lit }: LitProject, most: number): string {
    return lit.reasons
      .slice(0, most)
      .map((reason) => escapeText(reasonWords(shortNames(reason), language, program.year)))
      .join(zh ? '；' : '; ');
  }

  function changeOf(change: ChangedProject['changes'][number], today: LocalDay, noteLength: number): string {
    const done = change.percent === 100;
    const doneOn = change.doneOn !== null && change.doneOn !== today ? bracket(day(change.doneOn)) : '';
    const to = change.percent === null ? '' : done ? `${shared.done}${doneOn}` : `${change.percent}%`;
    const moved = change.before !== change.percent && change.before !== null && to !== '' ? `${change.before}% → ` : '';
    const parts = [
      `${escapeText(clip(change.milestone, 30))} ${moved}${to}`.trimEnd(),
      ...(!done && change.forecast !== null && change.forecast !== change.forecastBefore
        ? [shared.forecast(day(change.forecast))]
        : []),
      ...(change.late ? [shared.lateReport] : []),
      ...(change.note === '' ? [] : [escapeText(clip(change.note.replace(/\s+/g, ' '), noteLength))]),
    ];
    return list(parts);
  }

  function figuresOf(figures: NonNullable<ChangedProject['figures']>): string {
    const to = yuan(figures.doneInvestment);
    return figures.before === null ? shared.firstFigures(to) : shared.figures(yuan(figures.before), to);
  }

  /** One project's changes, a line each. */
  const changeLines = ({ changes, figures }: ChangedProject, today: LocalDay, noteLength: number): string[] => [
    ...changes.map((change) => changeOf(change, today, noteLength)),
    ...(figures === null ? [] : [figuresOf(figures)]),
  ];

  return {
    shared,
    language,
    zh,
    day,
    list,
    bracket,
    colon,
    name,
    projectName,
    moment,
    about,
    changesWord,
    quantity,
    yuan,
    goalLine,
    goalValue,
    gate,
    shortReason,
    reasons,
    changeLines,
  };
}

export type Phrases = ReturnType<typeof phrasesOf>;

/** A ledger's milestone can be called by 200 characters; nobody reads further than this. */
function shortNames(reason: Reason): Reason {
  return 'milestone' in reason && reason.milestone !== null
    ? { ...reason, milestone: clip(reason.milestone, 30) }
    : reason;
}
