import { countEn } from '../../../domain/day-words.js';
import type { Phrases } from '../../../text/language.js';

/** What a project's card says. */
export const cardWords = {
  noLight: { zh: '不亮灯', en: 'no light' },
  stage: { zh: '阶段', en: 'Stage' },
  progress: {
    zh: (percent: number, pace: number | null) =>
      pace === null ? `进度 ${percent}%` : `进度 ${percent}%，序时应达 ${pace}%`,
    en: (percent: number, pace: number | null) =>
      pace === null ? `${percent}% done` : `${percent}% done, pace is ${pace}%`,
  },
  doneOf: {
    zh: (done: number, total: number) => `节点完成 ${done}/${total}`,
    en: (done: number, total: number) => `${done} of ${countEn(total, 'milestone')} done`,
  },
  paused: {
    zh: (until: string | null, reason: string | null) =>
      `已暂停${until === null ? '' : `至 ${until}`}${reason === null ? '' : `：${reason}`}`,
    en: (until: string | null, reason: string | null) =>
      `Paused${until === null ? '' : ` until ${until}`}${reason === null ? '' : `: ${reason}`}`,
  },
  investment: { zh: '投资', en: 'Investment' },
  doneThisYear: {
    zh: (amount: string, day: string | null) => `今年完成 ${amount}${day === null ? '' : `（${day}报）`}`,
    en: (amount: string, day: string | null) => `${amount} done this year${day === null ? '' : ` (reported ${day})`}`,
  },
  yearPlan: { zh: (amount: string) => `年度计划 ${amount}`, en: (amount: string) => `${amount} planned for the year` },
  total: { zh: (amount: string) => `总投资 ${amount}`, en: (amount: string) => `${amount} in all` },
  noFigures: { zh: '今年完成投资还没有上报', en: 'no investment was reported this year' },
  unit: { zh: '责任单位', en: 'Unit' },
  owner: { zh: '责任人', en: 'Owner' },
  coOwners: { zh: '共同责任人', en: 'With' },
  sponsor: { zh: '包保领导', en: 'Sponsor' },
  nobody: { zh: '未定', en: 'nobody yet' },
  category: { zh: '类别', en: 'Category' },
  site: { zh: '园区', en: 'Site' },
  content: { zh: '建设内容', en: 'What is built' },
  problem: { zh: '台账所记问题', en: 'Problem in the ledger' },
  next: { zh: '接下来的节点', en: 'Next milestones' },
  moreMilestones: {
    zh: (count: number) => `另有 ${count} 个未完成的节点，见路线图`,
    en: (count: number) => `${countEn(count, 'more open milestone')} in the roadmap`,
  },
  due: { zh: (day: string) => `${day}到期`, en: (day: string) => `due ${day}` },
  overdue: {
    zh: (days: number) => `超期 ${days} 天`,
    en: (days: number) => `${countEn(days, 'day')} overdue`,
  },
  noDue: { zh: '未定期限', en: 'no date' },
  forecast: { zh: (day: string) => `预计 ${day}完成`, en: (day: string) => `expected ${day}` },
  allDone: { zh: '全部节点已完成。', en: 'All milestones are done.' },
  noMilestones: { zh: '没有列出节点。', en: 'No milestones are listed.' },
  obstacles: {
    zh: (count: number) => `未销号的卡点 ${count} 个`,
    en: (count: number) => `${countEn(count, 'open obstacle')}`,
  },
  noObstacles: { zh: '没有未销号的卡点。', en: 'No open obstacles.' },
  obstacle: { zh: (number: number) => `卡点 ${number} 号`, en: (number: number) => `Obstacle ${number}` },
  urgent: { zh: '加急', en: 'urgent' },
  waited: { zh: (days: string) => `已等 ${days}`, en: (days: string) => `waiting for ${days}` },
  until: { zh: (moment: string) => `限 ${moment} 前`, en: (moment: string) => `until ${moment}` },
  promised: { zh: (day: string) => `承诺 ${day}办结`, en: (day: string) => `promised for ${day}` },
  overdueSince: { zh: (day: string) => `自 ${day}起逾期`, en: (day: string) => `past its deadline since ${day}` },
  moreObstacles: {
    zh: (count: number, code: string) => `另有 ${count} 个，发 /obstacle list 查看（${code}）`,
    en: (count: number, code: string) => `${count} more of ${code} in /obstacle list`,
  },
  details: { zh: '看详情', en: 'Details' },
  reports: { zh: '最近上报', en: 'Newest reports' },
  noReports: { zh: '还没有上报。', en: 'Nothing was reported yet.' },
  reportDone: { zh: '已完成', en: 'done' },
  reportDoneOn: { zh: (day: string) => `已于 ${day}完成`, en: (day: string) => `done ${day}` },
  reportInvestment: {
    zh: (amount: string) => `今年完成投资 ${amount}`,
    en: (amount: string) => `${amount} done this year`,
  },
  life: { zh: '经过', en: 'What happened' },
  report: { zh: '上报进度', en: 'Report progress' },
  flag: { zh: '提出卡点', en: 'Flag an obstacle' },
  edit: { zh: '修改', en: 'Edit' },
  otherMatches: {
    zh: (typed: string, count: number) => `另有 ${count} 个项目也符合「${typed}」`,
    en: (typed: string, count: number) =>
      `${countEn(count, 'other project')} also ${count === 1 ? 'fits' : 'fit'} "${typed}"`,
  },
  seeAll: { zh: '看全部', en: 'See all' },
} as const satisfies Phrases;

/** What the roadmap says, as a picture and to who cannot see it. */
export const roadmapWords = {
  title: { zh: (project: string) => `${project} 路线图`, en: (project: string) => `Roadmap of ${project}` },
  span: { zh: (from: string, to: string) => `${from}至 ${to}`, en: (from: string, to: string) => `${from} to ${to}` },
  today: { zh: (day: string) => `今天 ${day}`, en: (day: string) => `Today, ${day}` },
  doneOn: { zh: (day: string) => `${day}完成`, en: (day: string) => `done ${day}` },
  done: { zh: '已完成', en: 'done' },
  doneLegend: { zh: '完成', en: 'Done' },
  forecastLegend: { zh: '预计', en: 'Expected' },
  letterGreen: { zh: '绿', en: 'G' },
  letterAmber: { zh: '黄', en: 'A' },
  letterRed: { zh: '红', en: 'R' },
  stepsMore: {
    zh: (shown: number, total: number) => `图中为其中 ${shown} 个（共 ${total} 个节点）`,
    en: (shown: number, total: number) => `${shown} of ${total} milestones are shown`,
  },
} as const satisfies Phrases;

/** What search says. */
export const searchWords = {
  several: {
    zh: (typed: string, total: number) => `符合「${typed}」的项目 ${total} 个`,
    en: (typed: string, total: number) => `${countEn(total, 'project')} for "${typed}"`,
  },
  narrower: {
    zh: (total: number) => `共 ${total} 个，请再具体些。可以加上单位或责任人，例：/gongjian 开发区 产业园`,
    en: (total: number) =>
      `${total} in all; please be more precise. Add a unit or an owner, such as: /gongjian 开发区 产业园`,
  },
  open: { zh: '看卡片', en: 'Card' },
  none: {
    zh: (typed: string) => ({
      wrong: `没有找到「${typed}」，或者不在您可以查看的范围内。`,
      instead:
        '编号、名称的一部分、拼音首字母、单位或责任人，例：/gongjian P-017、/gongjian ajjkc。要看怎么用，发 /gongjian。',
    }),
    en: (typed: string) => ({
      wrong: `Nothing was found for "${typed}", or it is outside of what you may see.`,
      instead:
        'use a code, part of a name, its pinyin initials, a unit or an owner, such as: /gongjian P-017, /gongjian ajjkc. For help, send /gongjian.',
    }),
  },
  near: {
    zh: (typed: string) => `没有找到「${typed}」。是不是要找：`,
    en: (typed: string) => `Nothing was found for "${typed}". Did you mean:`,
  },
  gone: {
    zh: { wrong: '没有这个项目，或者不在您可以查看的范围内。', instead: '用 /gongjian 加名称再找一次。' },
    en: {
      wrong: 'There is no such project, or it is outside of what you may see.',
      instead: 'look for it again with /gongjian and its name.',
    },
  },
  find: { zh: '找项目：编号、名称、拼音首字母', en: 'Find a project: code, name, initials' },
  withdrawn: { zh: '已退出', en: 'withdrawn' },
  paused: { zh: '暂停', en: 'paused' },
} as const satisfies Phrases;
