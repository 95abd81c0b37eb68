import { countEn } from '../../domain/day-words.js';
import type { Spared } from '../../domain/prompt.js';
import type { Phrases } from '../../text/language.js';

/** What the home tab says. */
export const homeWords = {
  title: {
    zh: (name: string, day: string) => `${name} · ${day}`,
    en: (name: string, day: string) => `${name} · ${day}`,
  },
  weekday: {
    zh: (weekday: number) => `星期${'一二三四五六日'.charAt(weekday - 1)}`,
    en: (weekday: number) =>
      ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][weekday - 1] ?? '',
  },
  calm: { zh: '现在没有到期的，也没有等您办的。', en: 'Nothing is due, and nothing waits on you.' },

  changed: { zh: '*上次看过之后*', en: '*Since you last looked*' },
  moreChanges: { zh: '还有更早的，见各项目的卡片', en: 'what was before is on the projects’ cards' },

  waiting: {
    zh: (count: string) => `等您办的卡点 ${count} 个`,
    en: (count: string) => `Obstacles that wait on you: ${count}`,
  },
  moreWaiting: { zh: '其余发 /obstacle list 等我 查看', en: 'the others: /obstacle list waiting' },
  claim: { zh: '认领', en: 'Claim' },
  resolve: { zh: '办结', en: 'Resolve' },
  raise: { zh: '提级', en: 'Raise' },
  verify: { zh: '核实销号', en: 'Verify and close' },
  giveBack: { zh: '退回', en: 'Return' },
  details: { zh: '看详情', en: 'Details' },

  mine: { zh: '我的节点', en: 'My milestones' },
  late: {
    zh: (late: number, due: number) => `超期 ${late} 个，七天内到期 ${due} 个`,
    en: (late: number, due: number) => `${late} overdue, ${due} due within seven days`,
  },
  none: { zh: '您名下没有在办的节点。', en: 'You own no open milestone.' },
  more: { zh: (count: number) => `另有 ${count} 个，见上报表单`, en: (count: number) => `${count} more in the form` },
  report: { zh: '上报', en: 'Report' },
  due: { zh: (day: string) => `${day}到期`, en: (day: string) => `due ${day}` },
  overdue: { zh: (days: number) => `超期 ${days} 天`, en: (days: number) => `${countEn(days, 'day')} overdue` },
  noDue: { zh: '未定期限', en: 'no date' },
  reported: {
    zh: (percent: number, day: string) => `${percent}%，${day}报`,
    en: (percent: number, day: string) => `${percent}%, reported ${day}`,
  },
  unreported: { zh: '还没有上报', en: 'not reported yet' },

  raised: { zh: '我的卡点', en: 'My obstacles' },
  moreRaised: { zh: '其余发 /obstacle list 我的 查看', en: 'the others: /obstacle list mine' },

  unit: { zh: '本单位的项目', en: 'The projects of your unit' },
  sponsored: { zh: '您包保的项目', en: 'The projects that you sponsor' },
  plan: { zh: '全部项目', en: 'The whole plan' },
  unlit: { zh: '不亮灯', en: 'no light' },
  card: { zh: '看卡片', en: 'Card' },
  moreReds: {
    zh: (count: number) => `另有 ${count} 个，按下面的按钮看`,
    en: (count: number) => `${count} more: press below`,
  },
  silent: {
    zh: (owners: string) => `三天没有答复催报的：${owners}`,
    en: (owners: string) => `Did not answer for three days: ${owners}`,
  },
  noSilent: { zh: '没有连续三天不答复催报的。', en: 'Everybody answered within three days.' },
  owner: {
    zh: (name: string, count: number) => `${name}（${count} 个节点）`,
    en: (name: string, count: number) => `${name} (${countEn(count, 'milestone')})`,
  },

  goals: { zh: '目标与关口', en: 'Goals and gates' },
  openGoals: { zh: '看目标', en: 'Goals' },
  rungs: { zh: (parts: string) => `未销号的卡点：${parts}`, en: (parts: string) => `Open obstacles: ${parts}` },
  noObstacles: { zh: '没有未销号的卡点。', en: 'No open obstacles.' },

  health: { zh: '运行情况', en: 'How it runs' },
  healthy: { zh: '账号、催报、日报、导入都正常。', en: 'Accounts, questions, digests and imports are in order.' },
  untied: {
    zh: (count: number) => `没有关联账号的 ${count} 人，发 /people 处理`,
    en: (count: number) => `${count === 1 ? '1 person has' : `${count} people have`} no account: /people`,
  },
  requests: {
    zh: (count: number) => `申请加入的 ${count} 人，发 /people 处理`,
    en: (count: number) => `${count === 1 ? '1 person asks' : `${count} people ask`} to be let in: /people`,
  },
  lateSlots: {
    zh: (count: number) => `近 7 天没有按时完成的催报、日报 ${count} 次`,
    en: (count: number) => `${countEn(count, 'round')} of questions or digests late within 7 days`,
  },
  refused: {
    zh: (count: number) => `近 7 天发不出去的消息 ${count} 条`,
    en: (count: number) => `${countEn(count, 'message')} could not be posted within 7 days`,
  },
  imports: {
    zh: (count: number) => `预览后没有确认的表格 ${count} 份`,
    en: (count: number) => `${countEn(count, 'spreadsheet')} previewed and not confirmed`,
  },

  how: {
    zh: (code: string, milestone: string) =>
      `上报只要一句话：\`${code} ${milestone} 80%\`，发给我，或在项目的讨论串里回复 \`${milestone} 80%\`。其他用法发 \`/gongjian\`。`,
    en: (code: string, milestone: string) =>
      `A line is enough to report: \`${code} ${milestone} 80%\`, sent to me, or \`${milestone} 80%\` as a reply in the project’s thread. For the rest: \`/gongjian\`.`,
  },
  look: {
    zh: '看进展发 `/digest`，目标发 `/goals`，其他用法发 `/gongjian`。',
    en: '`/digest` shows where it stands, `/goals` the goals, `/gongjian` the rest.',
  },
  askedAll: {
    zh: '*早上的催报*：到期、超期的，和一周没有上报的，都问您。',
    en: '*Morning questions*: about what is due or overdue, and what was not reported for a week.',
  },
  askedDue: {
    zh: '*早上的催报*：只问您七天内到期和已超期的。',
    en: '*Morning questions*: only about what is due within seven days or overdue.',
  },
  askLess: { zh: '只问到期和超期的', en: 'Only ask what is due or overdue' },
  askAll: { zh: '恢复全部催报', en: 'Ask about all again' },
  counts: {
    zh: (day: string, people: number, asked: number, spared: number) =>
      `*${day}催报*：问了 ${people} 人 ${asked} 项，免问 ${spared} 项`,
    en: (day: string, people: number, asked: number, spared: number) =>
      `*Questions of ${day}*: ${asked} to ${people} ${people === 1 ? 'person' : 'people'}, ${spared} spared`,
  },
  sparedFor: {
    zh: (why: string, count: number) => `${why} ${count}`,
    en: (why: string, count: number) => `${why} ${count}`,
  },
} as const satisfies Phrases;

/** Why milestones were not asked about, for the coordinators. */
export const sparedWords: Readonly<Record<Spared, { readonly zh: string; readonly en: string }>> = {
  reported: { zh: '已报', en: 'reported' },
  'not-begun': { zh: '未到时候', en: 'not begun' },
  proved: { zh: '后续节点已证明完成', en: 'proved done' },
  paused: { zh: '暂停', en: 'paused' },
  blocked: { zh: '卡点办理中', en: 'waiting for an obstacle' },
  chosen: { zh: '本人选择少问', en: 'chosen not to be asked' },
  absent: { zh: '请假无人代理', en: 'on leave without a delegate' },
  unowned: { zh: '没有责任人', en: 'no owner' },
  unreachable: { zh: '没有账号', en: 'no account' },
};
