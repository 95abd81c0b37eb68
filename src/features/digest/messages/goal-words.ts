import type { LocalDay } from '../../../domain/day.js';
import { countEn } from '../../../domain/day-words.js';
import { type Judgement, judgementWords } from '../../../domain/judgement.js';
import type { Stage } from '../../../domain/plan.js';
import type { Phrases as Catalogue } from '../../../text/language.js';

/** A goal and its gates, in rows. */
export const words = {
  judgement: { zh: (of: Judgement) => judgementWords(of, 'zh'), en: (of: Judgement) => judgementWords(of, 'en') },
  tooFew: { zh: '数据太少，不预测', en: 'too few records' },
  wants: {
    zh: (day: string, needed: string) => `${day}要${needed}`,
    en: (day: string, needed: string) => `${day} ${needed}`,
  },
  toGo: { zh: (missing: string) => `还差${missing}`, en: (missing: string) => `${missing} to go` },
  enough: { zh: '已够', en: 'enough now' },
  forecast: { zh: (value: string) => `推算${value}`, en: (value: string) => `forecast ${value}` },
  others: { zh: (count: number) => `其余${count}项`, en: (count: number) => `${countEn(count, 'other goal')}` },
  noData: { zh: (count: number) => `${count}项缺数据`, en: (count: number) => `${count} no data` },
  allWithout: { zh: '缺数据', en: ': no data' },
  countdown: {
    zh: (days: number, workdays: readonly LocalDay[], dates: string) =>
      workdays.length === 0
        ? `离关口${days}天，没有工作日`
        : `离关口${days}天，${workdays.length}个工作日${dates === '' ? '' : `（${dates}）`}`,
    en: (days: number, workdays: readonly LocalDay[], dates: string) =>
      `Gate in ${countEn(days, 'day')}: ${workdays.length === 0 ? 'none is a workday' : dates === '' ? countEn(workdays.length, 'workday') : `work on ${dates}`}`,
  },
  noneToSpare: { zh: '没有余量', en: 'none to spare' },
  today: {
    zh: (name: string, needed: string) => `今天是关口：${name}要${needed}`,
    en: (name: string, needed: string) => `Gate today: ${name} ${needed}`,
  },
  now: { zh: '现在', en: 'Now' },
  lateCounts: {
    zh: (what: string, until: string) => `${what}、${until}前补报也算`,
    en: (what: string, until: string) => `${what}, told by ${until}: counts`,
  },
  happened: {
    zh: (stage: Stage | null) => HAPPENED_ZH[stage ?? 'lead'],
    en: (stage: Stage | null) => HAPPENED_EN[stage ?? 'lead'],
  },
  missed: {
    zh: (day: string, name: string, have: string, needed: string) => `：${day}${name}${have}，要${needed}`,
    en: (day: string, name: string, have: string, needed: string) =>
      `: ${`${day} ${name}`.trim()} ${have} of ${needed}`,
  },
  /** From the second day on it says which. */
  missedLead: {
    zh: (days: number) => (days < 2 ? '未过关' : `未过关第${days}天`),
    en: (days: number) => (days < 2 ? 'Gate missed' : `Missed, day ${days}`),
  },
  short: { zh: (missing: string) => `差${missing}`, en: (missing: string) => `${missing} short` },
  lateUntil: { zh: (until: string) => `补报收到${until}`, en: (until: string) => `late reports to ${until}` },
  passedLead: { zh: '已过关', en: 'Gate passed' },
  passed: {
    zh: (day: string, name: string, have: string) => `：${day}${name}${have}`,
    en: (day: string, name: string, have: string) => `: ${day === '' ? '' : `${day}, `}${name} ${have}`,
  },
  toldOn: { zh: (day: string) => `补报${day}`, en: (day: string) => `told ${day}` },
  metLead: {
    zh: (day: string, _late: number) => `${day}补过关`,
    en: (_day: string, late: number) => `Gate met ${countEn(late, 'day')} late`,
  },
  met: {
    zh: (name: string, have: string, late: number) => `：${name}${have}，晚${late}天`,
    en: (name: string, have: string, _late: number) => `: ${`${name} ${have}`.trim()}`,
  },
  nearest: { zh: '最近', en: 'Nearest' },
  next: { zh: '其次', en: 'Next' },
  at: {
    zh: (step: string, percent: number) => `${step}${percent}%`,
    en: (step: string, percent: number) => `${step} at ${percent}%`,
  },
  bare: {
    zh: (name: string, percent: number) => `${name}${percent}%`,
    en: (name: string, percent: number) => `${name} at ${percent}%`,
  },
  expected: { zh: (day: string) => `，预计${day}`, en: (day: string) => `, expected ${day}` },
  ready: { zh: (step: string) => `${step}已办`, en: (step: string) => `${step} done` },
  nextGate: {
    zh: (day: string, needed: string, outcome: string) => `下一关${day}${needed}，${outcome}`,
    en: (day: string, needed: string, outcome: string) => `Next gate ${day} ${needed}: ${outcome}`,
  },
  unchanged: { zh: (of: string) => `${of}未增`, en: (of: string) => `none ${of}` },
} as const satisfies Catalogue;

const HAPPENED_ZH: Readonly<Record<Stage, string>> = {
  lead: '今天的事',
  signed: '今天签约',
  landed: '今天落地',
  started: '今天开工',
  completed: '今天竣工',
  operating: '今天投产',
};
const HAPPENED_EN: Readonly<Record<Stage, string>> = {
  lead: 'Done today',
  signed: 'Signed today',
  landed: 'Landed today',
  started: 'Started today',
  completed: 'Completed today',
  operating: 'Opened today',
};
