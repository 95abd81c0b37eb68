import type { Phrases } from '../../../text/language.js';

/** The list of open obstacles. */
export const listWords = {
  listTitle: {
    zh: (name: string, total: number) => `卡点 · ${name} · ${total} 个`,
    en: (name: string, total: number) => `Obstacles · ${name} · ${total}`,
  },
  listEmpty: { zh: (name: string) => `卡点 · ${name}：没有。`, en: (name: string) => `Obstacles · ${name}: none.` },
  listHint: {
    zh: '例：/obstacle list 等我、/obstacle list 超期、/obstacle list 土地；看一个：/obstacle 12',
    en: 'Such as: /obstacle list waiting, /obstacle list overdue, /obstacle list land; one of them: /obstacle 12',
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
  justFlagged: { zh: '刚提出', en: 'just flagged' },
  next: { zh: '下一页', en: 'Next page' },
  back: { zh: '上一页', en: 'Previous page' },
  urgentShares: { zh: (parts: string) => `加急占比：${parts}`, en: (parts: string) => `Share of urgent: ${parts}` },
} as const satisfies Phrases;
