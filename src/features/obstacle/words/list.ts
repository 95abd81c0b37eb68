import type { Phrases } from '../../../text/language.js';

/** The list of open obstacles. */
export const listWords = {
  listTitle: {
    zh: (name: string, total: number) => `卡点 · ${name} · ${total} 个`,
    en: (name: string, total: number) => `Obstacles · ${name} · ${total}`,
  },
  listEmpty: { zh: (name: string) => `卡点 · ${name}：没有。`, en: (name: string) => `Obstacles · ${name}: none.` },
  listHint: {
    zh: '例：/obstacle list 等我、/obstacle list 超期、/obstacle list 土地；看一个：/obstacle 12；经验：/obstacle lessons',
    en: 'Such as: /obstacle list waiting, /obstacle list overdue, /obstacle list land; one of them: /obstacle 12; lessons: /obstacle lessons',
  },
  listUnread: {
    zh: (typed: string) => ({
      wrong: `没有「${typed}」这种筛选。`,
      instead:
        '可写：我的、等我、本单位、超期，或事项（土地、资金……），或层级（责任单位、职能部门、包保领导、一线总指挥）。',
    }),
    en: (typed: string) => ({
      wrong: `There is no filter "${typed}".`,
      instead:
        'use mine, waiting, my unit, overdue, a matter (land, funds …) or a rung (unit, department, sponsor, commander).',
    }),
  },
  filterLabel: { zh: '换个筛选', en: 'Filter' },
  all: { zh: '全部', en: 'all' },
  mine: { zh: '我的', en: 'mine' },
  waiting: { zh: '等我办', en: 'waiting on me' },
  unit: { zh: '本单位', en: 'my unit' },
  overdue: { zh: '超期', en: 'past the deadline' },
  waited: { zh: (days: string) => `已等 ${days}`, en: (days: string) => `waiting for ${days}` },
  lessonsTitle: {
    zh: (cleared: number) => `卡点经验 · 已销号 ${cleared} 个`,
    en: (cleared: number) => `Lessons · ${cleared} obstacle${cleared === 1 ? '' : 's'} cleared`,
  },
  lessonsNone: { zh: '还没有销号的卡点。', en: 'No obstacle was cleared yet.' },
  lessonsMedian: { zh: '各级办理天数（工作日，中位数）', en: 'Working days at each rung (median)' },
  lessonRung: {
    zh: (rung: string, days: string, cases: number) => `${rung} ${days} 天（${cases} 件）`,
    en: (rung: string, days: string, cases: number) => `${rung} ${days} (${cases} case${cases === 1 ? '' : 's'})`,
  },
  lessonsReturns: { zh: '办结后被退回最多的单位', en: 'Resolved and returned most often' },
  lessonReturn: {
    zh: (unit: string, returned: number, resolved: number) => `${unit}：办结 ${resolved} 次，退回 ${returned} 次`,
    en: (unit: string, returned: number, resolved: number) => `${unit}: resolved ${resolved}, returned ${returned}`,
  },
  justFlagged: { zh: '刚提出', en: 'just flagged' },
  next: { zh: '下一页', en: 'Next page' },
  back: { zh: '上一页', en: 'Previous page' },
  urgentShares: { zh: (parts: string) => `加急占比：${parts}`, en: (parts: string) => `Share of urgent: ${parts}` },
} as const satisfies Phrases;
