import { countEn } from '../../../domain/day-words.js';
import type { Phrases } from '../../../text/language.js';

/** Phrases that several messages share, zh-CN and English side by side. Texts of people come in escaped. */
export const phrases = {
  late: { zh: '系统停运，晚发。', en: 'Sent late: the system was down.' },
  overdue: {
    zh: (days: number) => `超期${days}天`,
    en: (days: number) => `${countEn(days, 'day')} overdue`,
  },
  forecast: { zh: (day: string) => `预计${day}完成`, en: (day: string) => `expected ${day}` },
  number: { zh: '报进度', en: 'Percent' },
  blocked: { zh: '卡住', en: 'Blocked' },
  answered: { zh: (what: string) => `已回复：${what}`, en: (what: string) => `Answered: ${what}` },
  notePace: { zh: '按序时推进', en: 'on pace' },
  noteObstacle: {
    zh: (number: number) => `卡住，已有卡点${number}号`,
    en: (number: number) => `blocked, see obstacle ${number}`,
  },
  noteOnPlan: { zh: '按计划', en: 'on plan' },
  saidOnPlan: {
    zh: (count: number, items: string) => `已记${count}项，按计划：${items}`,
    en: (count: number, items: string) => `Recorded ${count}, on plan: ${items}`,
  },
  saidDone: { zh: '完成', en: 'done' },
  how: {
    zh: (example: string) => `点一下即可；也可以直接回复：${example}`,
    en: (example: string) => `Press a button, or send me a line: ${example}`,
  },
  faultPercent: { zh: '请填 0 到 100 的整数', en: 'Give a whole number from 0 to 100' },
  faultFalls: {
    zh: (from: number) => `比上次${from}%低，在“说明”里写明原因`,
    en: (from: number) => `Lower than ${from}% last time: say why in the note`,
  },
  faultDay: { zh: '请填今天以后的日期', en: 'Give a day after today' },
  faultItemReason: {
    zh: (number: number) => `交办${number}号也要改期，请写明为什么晚`,
    en: (number: number) => `Item ${number} moves with it: say why it is late`,
  },
  faultText: { zh: '请写明卡在哪里', en: 'Say what stops it' },
  already: {
    zh: (item: string, what: string) => `${item} 已有回复：${what}。没有重复记。`,
    en: (item: string, what: string) => `${item} was answered already: ${what}. Nothing was added.`,
  },
  gone: {
    zh: { wrong: '这一项已不在您名下，没有记下。', instead: '用 /progress 看您现在的节点。' },
    en: {
      wrong: 'This item is not yours any more, so nothing was noted.',
      instead: 'see your milestones with /progress.',
    },
  },
  noneOnPlan: {
    zh: { wrong: '没有记下：没有可以一起答的了。', instead: '落后序时的，报现在的百分比。' },
    en: {
      wrong: 'Nothing was noted: no rows are left to answer together.',
      instead: 'where it is behind pace, give the percent.',
    },
  },
  undo: { zh: '撤销', en: 'Undo' },
  denied: {
    zh: (why: string) => ({ wrong: `没有记下：${why}。`, instead: '责任人有变动的，请告诉项目办。' }),
    en: (why: string) => ({ wrong: `Not noted: ${why}.`, instead: 'if the owner has changed, tell the coordinators.' }),
  },
} as const satisfies Phrases;
