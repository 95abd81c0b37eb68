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
} as const satisfies Phrases;
