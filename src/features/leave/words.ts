import type { Phrases } from '../../text/language.js';

/** Every phrase about leave, zh-CN and English side by side. */
export const words = {
  days: {
    zh: (from: string, to: string) => (from === to ? from : `${from}至 ${to}`),
    en: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
  },
  entered: {
    zh: (who: string, days: string) => `已登记：${who}，${days}请假`,
    en: (who: string, days: string) => `Entered: ${who} is on leave, ${days}`,
  },
  delegate: { zh: (who: string) => `由${who}代理`, en: (who: string) => `${who} stands in` },
  chain: {
    zh: (who: string) => `代理人那天也请假，顺延由${who}办理`,
    en: (who: string) => `the delegate is away, too: ${who} acts`,
  },
  nobody: {
    zh: '没有人代理，期间落到名下的卡点直接到上一级',
    en: 'nobody stands in: obstacles that fall to them in these days go to the next rung at once',
  },
  held: {
    zh: (count: number) => `名下有 ${count} 个在办卡点`,
    en: (count: number) => `${count} open obstacle${count === 1 ? ' waits' : 's wait'} on them`,
  },
  end: { zh: '销假', en: 'End it' },
  ended: {
    zh: (who: string, days: string) => `已销假：${who}，${days}`,
    en: (who: string, days: string) => `Ended: the leave of ${who}, ${days}`,
  },
  gone: { zh: '这条请假已经销了。', en: 'This leave was ended before.' },
  toDelegate: {
    zh: (who: string, days: string) => `${who} ${days}请假，由您代理。`,
    en: (who: string, days: string) => `${who} is on leave, ${days}; you stand in.`,
  },
  toDelegateHint: {
    zh: (count: number) =>
      `期间落到其名下的卡点会发给您，您可以认领、办结、提级。现有 ${count} 个在办：/obstacle list 等我。`,
    en: (count: number) =>
      `What falls to them in these days comes to you: claim, resolve or raise it. ${count} open now: /obstacle list waiting.`,
  },
  none: {
    zh: '没有登记的请假。登记：/leave 5月6日-9日 代理 韩振国',
    en: 'No leave is entered. To enter one: /leave 5月6日-9日 代理 韩振国',
  },
  title: { zh: '请假', en: 'Leave' },
  formTitle: { zh: '登记请假', en: 'Enter leave' },
  submit: { zh: '登记', en: 'Enter' },
  close: { zh: '取消', en: 'Cancel' },
  from: { zh: '从哪天', en: 'From' },
  to: { zh: '到哪天（含）', en: 'To (included)' },
  delegateLabel: { zh: '代理人', en: 'Delegate' },
  delegateHint: { zh: '不选则无人代理，卡点直接到上一级', en: 'With none, obstacles go to the next rung at once' },
  person: { zh: '谁请假', en: 'Who is on leave' },
  personHint: { zh: '不选就是您本人', en: 'Yourself where nobody is chosen' },
  faultDays: { zh: '请选日期', en: 'Choose the days' },
  faultOrder: { zh: '结束日期早于开始日期', en: 'It ends before it begins' },
  faultPast: { zh: '这几天已经过去', en: 'These days are over' },
  faultSelf: { zh: '不能由本人代理本人', en: 'Nobody stands in for themselves' },
  faultStranger: { zh: '名册里没有这个人', en: 'This person is not on the list of the program' },
  unread: {
    zh: {
      wrong: '没有看懂请假的日期或代理人，没有登记。',
      instead: '例如：/leave 5月6日-9日 代理 韩振国；只打 /leave 打开表单。',
    },
    en: {
      wrong: 'The days or the delegate were not understood, so nothing was entered.',
      instead: 'such as: /leave 5月6日-9日 代理 韩振国; /leave alone opens a form.',
    },
  },
  refused: {
    zh: (why: string) => ({ wrong: `没有登记：${why}。`, instead: '例如：/leave 5月6日-9日 代理 韩振国。' }),
    en: (why: string) => ({ wrong: `Not entered: ${why}.`, instead: 'such as: /leave 5月6日-9日 代理 韩振国.' }),
  },
} as const satisfies Phrases;
