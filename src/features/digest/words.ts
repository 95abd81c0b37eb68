import type { Cadence } from '../../domain/cadence.js';
import { countEn } from '../../domain/day-words.js';
import type { Light } from '../../domain/plan.js';
import { askingWords, DIGESTS_EN, DIGESTS_ZH } from './words-asking.js';

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

/** Every phrase that the digest says. Numbers come formatted, names escaped. */
export const digestWords = {
  weekday: {
    zh: (number: number) => WEEKDAYS_ZH[number - 1] ?? '',
    en: (number: number) => WEEKDAYS_EN[number - 1] ?? '',
  },
  title: {
    zh: (day: string, weekday: string, cadence: Cadence) => `${day} ${weekday} · 项目攻坚${DIGESTS_ZH[cadence]}`,
    en: (day: string, weekday: string, cadence: Cadence) => `${weekday} ${day} · ${DIGESTS_EN[cadence]}`,
  },
  wholePlan: { zh: '全部项目', en: 'whole plan' },
  projects: { zh: (count: number) => `${count} 个`, en: (count: number) => countEn(count, 'project') },
  asAt: { zh: (when: string) => `截至 ${when}`, en: (when: string) => `as at ${when}` },
  late: { zh: '补发', en: 'sent late' },
  corrected: { zh: '更正', en: 'Corrected' },
  correctedMore: { zh: (count: number) => `另有 ${count} 处`, en: (count: number) => `${count} more` },
  withdrawnReport: {
    zh: (code: string, milestone: string, percent: string) => `${code}「${milestone}」${percent} 已撤回`,
    en: (code: string, milestone: string, percent: string) => `${code} "${milestone}" ${percent} taken back`,
  },
  addedReport: {
    zh: (code: string, milestone: string, percent: string) => `${code}「${milestone}」补记 ${percent}`,
    en: (code: string, milestone: string, percent: string) => `${code} "${milestone}" ${percent} added`,
  },
  changedReport: {
    zh: (code: string, milestone: string, from: string, to: string) => `${code}「${milestone}」${from} → ${to}`,
    en: (code: string, milestone: string, from: string, to: string) => `${code} "${milestone}" ${from} → ${to}`,
  },
  otherChange: {
    zh: (code: string, milestone: string) => `${code}「${milestone}」说明有改动`,
    en: (code: string, milestone: string) => `${code} "${milestone}": details changed`,
  },
  changedFigures: {
    zh: (code: string, from: string, to: string) => `${code} 完成投资 ${from} → ${to}`,
    en: (code: string, from: string, to: string) => `${code} investment done ${from} → ${to}`,
  },
  changedCount: {
    zh: (name: string, from: string, to: string) => `${name} ${from} → ${to}`,
    en: (name: string, from: string, to: string) => `${name} ${from} → ${to}`,
  },
  correctedElsewhere: {
    zh: '早前的上报有更正，红黄绿灯的原因随之更新',
    en: 'an earlier report was corrected; reasons follow',
  },
  nothing: { zh: '无', en: 'none' },

  goals: { zh: '目标与关口', en: 'Goals and gates' },
  goalsMore: {
    zh: (count: number, behind: number) => `其余 ${count} 项目标${behind > 0 ? `（${behind} 项落后）` : ''}见下方回复`,
    en: (count: number, behind: number) =>
      `${countEn(count, 'more goal')}${behind > 0 ? ` (${behind} behind)` : ''} in the thread`,
  },
  goalsMorePrivate: {
    zh: (count: number, behind: number) => `其余 ${count} 项目标${behind > 0 ? `（${behind} 项落后）` : ''}见目标清单`,
    en: (count: number, behind: number) =>
      `${countEn(count, 'more goal')}${behind > 0 ? ` (${behind} behind)` : ''} under Goals`,
  },
  chartTitle: { zh: (day: string) => `目标与关口 · ${day}`, en: (day: string) => `Goals and gates · ${day}` },
  chartLegend: {
    zh: '右端是目标，竖线是关口，粗线是最近的关口',
    en: 'Right end: the target. Lines: gates; the thick one is next',
  },
  counts: { zh: '计入', en: 'Counts' },
  countsNot: { zh: '未计入', en: 'Does not count' },
  recordedGoal: {
    zh: '按登记的数值计算，不由项目汇总',
    en: 'Taken from what was recorded, not added up from projects',
  },
  countedOf: {
    zh: (counted: number, not: number) => `计入 ${counted} 个，未计入 ${not} 个`,
    en: (counted: number, not: number) => `${counted} count, ${not} do not`,
  },

  lights: { zh: '红黄绿灯', en: 'Lights' },
  light: { zh: (light: Light) => LIGHT_ZH[light], en: (light: Light) => LIGHT_EN[light] },
  unlit: { zh: '暂停', en: 'Paused' },
  reds: { zh: '红灯项目', en: 'Red projects' },
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
  owner: { zh: (name: string) => `责任人 ${name}`, en: (name: string) => `owner ${name}` },
  noOwner: { zh: '责任人未定', en: 'no owner yet' },
  sponsor: { zh: (name: string) => `包保 ${name}`, en: (name: string) => `sponsor ${name}` },

  obstacles: { zh: '卡点', en: 'Obstacles' },
  atRung: {
    zh: (rung: string, count: number, days: number) => `${rung} ${count}${days === 0 ? '' : `（最长 ${days} 天）`}`,
    en: (rung: string, count: number, days: number) =>
      `${rung} ${count}${days === 0 ? '' : ` (longest ${countEn(days, 'day')})`}`,
  },
  waits: {
    zh: (who: string, count: number) => `等${who}处理 ${count} 个`,
    en: (who: string, count: number) => `Waiting on ${who}: ${count}`,
  },
  leaders: { zh: '领导', en: 'the leaders' },
  obstacleNumber: { zh: (number: number) => `${number} 号`, en: (number: number) => `No. ${number}` },
  longest: { zh: (days: number) => `最长 ${days} 天`, en: (days: number) => `longest ${countEn(days, 'day')}` },
  waitingDays: {
    zh: (days: number) => (days === 0 ? '今天提出' : `已 ${days} 天`),
    en: (days: number) => (days === 0 ? 'flagged today' : countEn(days, 'day')),
  },
  overdueObstacle: { zh: '逾期', en: 'overdue' },
  urgent: { zh: '紧急', en: 'urgent' },
  promised: { zh: (day: string) => `承诺 ${day}办结`, en: (day: string) => `promised for ${day}` },
  toVerify: { zh: '已办结，待核实', en: 'resolved, to be verified' },
  openObstacle: { zh: '办理', en: 'Open' },
  unreported: { zh: '未上报', en: 'Unreported' },
  unreportedAbout: {
    zh: (count: number) => `${count} 人，连续三个工作日催报没有回应`,
    en: (count: number) =>
      `${count === 1 ? '1 person' : `${count} people`}, asked on three working days without an answer`,
  },
  askedSince: { zh: (day: string) => `${day}起催报`, en: (day: string) => `asked since ${day}` },
  standings: { zh: '晾晒榜', en: 'Standings' },
  standingsRule: {
    zh: (fewest: number) => `得分＝（绿灯数×100＋黄灯数×50）÷项目数；项目不足 ${fewest} 个的单位不排名`,
    en: (fewest: number) =>
      `Score = (green × 100 + amber × 50) ÷ projects; units with fewer than ${fewest} projects are not ranked`,
  },
  best: { zh: '本周最好', en: 'Best of the week' },
  improved: { zh: '进步最大', en: 'Most improved' },
  score: { zh: (score: string) => `${score} 分`, en: (score: string) => `${score} points` },
  lightsOf: {
    zh: (green: number, amber: number, red: number) => `绿灯 ${green}、黄灯 ${amber}、红灯 ${red}`,
    en: (green: number, amber: number, red: number) => `green ${green}, amber ${amber}, red ${red}`,
  },
  turns: {
    zh: (count: number) => `目标分母变动：${count} 个项目`,
    en: (count: number) => `What goals count has changed: ${count} project${count === 1 ? '' : 's'}`,
  },
  turnAdded: { zh: '新列入台账', en: 'new in the ledger' },
  turnWithdrawn: { zh: '已撤销，不再计入', en: 'withdrawn, not counted any more' },
  turnRestored: { zh: '恢复，重新计入', en: 'back again, counted' },
  turnRecategorised: {
    zh: (from: string, to: string) => `${from} → ${to}`,
    en: (from: string, to: string) => `${from} → ${to}`,
  },
  lessons: { zh: '本月卡点经验', en: 'Lessons of the month' },
  lessonsCleared: {
    zh: (cleared: number) => `已销号 ${cleared} 个`,
    en: (cleared: number) => `${countEn(cleared, 'obstacle')} cleared`,
  },
  lessonsMedian: { zh: '各级办理天数（工作日，中位数）', en: 'Working days at each rung (median)' },
  lessonRung: {
    zh: (rung: string, days: string, cases: number) => `${rung} ${days} 天（${cases} 件）`,
    en: (rung: string, days: string, cases: number) => `${rung} ${days} (${countEn(cases, 'case')})`,
  },
  lessonsReturns: { zh: '办结后被退回最多', en: 'Resolved and returned most often' },
  lessonReturn: {
    zh: (resolved: number, returned: number) => `办结 ${resolved} 次，退回 ${returned} 次`,
    en: (resolved: number, returned: number) => `resolved ${resolved}, returned ${returned}`,
  },
  later: {
    zh: (count: number) => `之后又报了 ${count} 条，不计入以上数字`,
    en: (count: number) => `Reported later, not in the numbers above: ${count}`,
  },
  laterLine: {
    zh: (milestone: string, percent: string, day: string) => `${milestone}${percent}（${day}上报）`,
    en: (milestone: string, percent: string, day: string) => `${milestone}${percent} (reported on ${day})`,
  },
  changes: {
    zh: (cadence: Cadence) => `${PERIODS_ZH[cadence]}变化`,
    en: (cadence: Cadence) => `Changed ${PERIODS_EN[cadence]}`,
  },
  changesOn: { zh: '当日变化', en: 'Changed that day' },
  changesOf: { zh: (day: string) => `${day}变化`, en: (day: string) => `Changed on ${day}` },
  changesFrom: { zh: (day: string) => `${day}以来变化`, en: (day: string) => `Changed since ${day}` },
  covers: {
    zh: (from: string, to: string) => `涵盖 ${from}至 ${to}`,
    en: (from: string, to: string) => `covers ${from} to ${to}`,
  },
  changesSince: { zh: (when: string) => `自 ${when} 起`, en: (when: string) => `since ${when}` },
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
  openGoals: { zh: '目标清单', en: 'Goals' },
  openList: { zh: '名单', en: 'List' },
  refresh: { zh: '刷新', en: 'Refresh' },
  close: { zh: '关闭', en: 'Close' },
  previous: { zh: '上一页', en: 'Previous' },
  next: { zh: '下一页', en: 'Next' },
  back: { zh: '返回目标清单', en: 'Back to goals' },
  page: {
    zh: (page: number, pages: number) => `第 ${page}/${pages} 页`,
    en: (page: number, pages: number) => `page ${page} of ${pages}`,
  },
  emptyList: { zh: '没有项目。', en: 'No projects.' },

  ...askingWords,
} as const;
