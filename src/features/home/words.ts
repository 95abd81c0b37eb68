import type { Spared } from '../../domain/prompt.js';
import type { Phrases } from '../../text/language.js';

/** What the home tab says. */
export const words = {
  mine: { zh: '我的节点', en: 'My milestones' },
  none: { zh: '您名下没有在办的节点。', en: 'You own no open milestone.' },
  more: { zh: (count: number) => `另有 ${count} 个，见上报表单`, en: (count: number) => `${count} more in the form` },
  report: { zh: '上报进度', en: 'Report progress' },
  due: { zh: (day: string) => `${day}到期`, en: (day: string) => `due ${day}` },
  overdue: {
    zh: (days: number) => `超期 ${days} 天`,
    en: (days: number) => `${days} ${days === 1 ? 'day' : 'days'} overdue`,
  },
  noDue: { zh: '未定期限', en: 'no date' },
  reported: {
    zh: (percent: number, day: string) => `${percent}%，${day}报`,
    en: (percent: number, day: string) => `${percent}%, reported ${day}`,
  },
  unreported: { zh: '还没有上报', en: 'not reported yet' },
  digest: {
    zh: '看此刻的日报：在任何频道发 /digest，只有您能看到。',
    en: 'For the digest of this moment send /digest in any channel; you alone see it.',
  },
  how: {
    zh: '上报只要一句话：`P-017 主体封顶 80% 塔吊已到位`，发给我，或在项目的讨论串里回复 `主体封顶 80%`。',
    en: 'A line is enough to report: `P-017 主体封顶 80% crane on site`, sent to me, or `主体封顶 80%` as a reply in the project’s thread.',
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
      `*Questions of ${day}*: asked ${asked} of ${people} ${people === 1 ? 'person' : 'people'}, spared ${spared}`,
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
