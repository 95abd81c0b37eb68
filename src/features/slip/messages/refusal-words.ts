import type { SlipRefusal } from '../../../domain/slip.js';
import type { Phrases } from '../../../text/language.js';

/** What was wrong, and what to do instead. */
export type Said = { readonly wrong: string; readonly instead: string };

const exampleZh = (code: string) => `/slip ${code} 加快进场 6月30日；只打 /slip 看清单`;
const exampleEn = (code: string) => `/slip ${code} 加快进场 30 June; /slip alone lists them`;

const refusedZh: Readonly<Record<SlipRefusal, (due: string) => Said>> = {
  ended: () => ({ wrong: '这张督办单已经了结', instead: '要再督办，另发一张' }),
  waiting: () => ({ wrong: '这张还在排队，没有发到单位', instead: '单位办结一张后自动发出' }),
  answered: () => ({ wrong: '已经答复，等督查室定', instead: '退回后可以再答复' }),
  'not-answered': () => ({ wrong: '还没有答复，没有可定的', instead: '等单位答复或上报' }),
  'not-asked': () => ({ wrong: '没有待定的延时申请', instead: '点督办单看现在的时限' }),
  'asked-before': () => ({ wrong: '已经申请过延时，还没有定', instead: '定了以后可以再申请' }),
  'asked-late': (due) => ({ wrong: `事后申请：没有受理，${due}已过`, instead: '报进度或答复，写明哪天办完' }),
  'not-later': (due) => ({ wrong: '新的日期不比现在晚', instead: `选${due}以后的日子` }),
  'day-off': () => ({ wrong: '那天不上班', instead: '选工作日' }),
  'not-overdue': (due) => ({ wrong: '还没有超期，不能转红', instead: `${due}过后再转` }),
  'not-drafted': () => ({ wrong: '没有待签发的转红', instead: '点督办单看现在怎样' }),
  red: () => ({ wrong: '已经是红色', instead: '点督办单看现在怎样' }),
  'text-missing': () => ({ wrong: '没有写内容', instead: '写一句话' }),
};

const refusedEn: Readonly<Record<SlipRefusal, (due: string) => Said>> = {
  ended: () => ({ wrong: 'This slip is at its end', instead: 'issue another one' }),
  waiting: () => ({
    wrong: 'It waits and is not with its unit yet',
    instead: 'it goes out once the unit has closed one',
  }),
  answered: () => ({ wrong: 'It is answered, and the office decides', instead: 'once returned, answer again' }),
  'not-answered': () => ({ wrong: 'There is no answer to decide on yet', instead: 'wait for an answer or a report' }),
  'not-asked': () => ({ wrong: 'No more time is being asked for', instead: 'open the slip to see its day' }),
  'asked-before': () => ({ wrong: 'More time is asked for already', instead: 'ask again once that is decided' }),
  'asked-late': (due) => ({
    wrong: `Asked afterwards: refused, ${due} has passed`,
    instead: 'report, or answer by when it is done',
  }),
  'not-later': (due) => ({ wrong: 'That is no later day', instead: `choose a day after ${due}` }),
  'day-off': () => ({ wrong: 'That is a day off', instead: 'choose a working day' }),
  'not-overdue': (due) => ({ wrong: 'It is not overdue and stays as it is', instead: `make it red after ${due}` }),
  'not-drafted': () => ({ wrong: 'Nothing waits to be made red', instead: 'open the slip to see how it stands' }),
  red: () => ({ wrong: 'It is red already', instead: 'open the slip to see how it stands' }),
  'text-missing': () => ({ wrong: 'Nothing is written', instead: 'write a sentence' }),
};

export const words = {
  unknown: {
    zh: { wrong: '没有这张督办单，或者不在您可以查看的范围内', instead: '/slip 看在办的督办单' },
    en: { wrong: 'There is no such slip, or it is outside of what you may see', instead: '/slip lists the open ones' },
  },
  denied: {
    zh: (why: string): Said => ({ wrong: `没有办：${why}`, instead: '/slip 看在办的督办单' }),
    en: (why: string): Said => ({ wrong: `Not done: ${why}`, instead: '/slip lists the open ones' }),
  },
  refused: {
    zh: (because: SlipRefusal, due: string): Said => refusedZh[because](due),
    en: (because: SlipRefusal, due: string): Said => refusedEn[because](due),
  },
  unit: {
    zh: (code: string): Said => ({ wrong: '没有看出发给哪个单位', instead: exampleZh(code) }),
    en: (code: string): Said => ({ wrong: 'To which unit was not understood', instead: exampleEn(code) }),
  },
  units: {
    zh: (code: string): Said => ({ wrong: '写了几个单位，一张督办单只发一个', instead: exampleZh(code) }),
    en: (code: string): Said => ({ wrong: 'Several units are named; a slip goes to one', instead: exampleEn(code) }),
  },
  day: {
    zh: (code: string): Said => ({ wrong: '没有看出时限是哪一天', instead: exampleZh(code) }),
    en: (code: string): Said => ({ wrong: 'By which one day was not understood', instead: exampleEn(code) }),
  },
  past: {
    zh: (code: string): Said => ({ wrong: '时限已经过去', instead: exampleZh(code) }),
    en: (code: string): Said => ({ wrong: 'Its day has passed', instead: exampleEn(code) }),
  },
  text: {
    zh: (code: string): Said => ({ wrong: '没有写督办什么', instead: exampleZh(code) }),
    en: (code: string): Said => ({ wrong: 'What is wanted is missing', instead: exampleEn(code) }),
  },
  tooLong: {
    zh: (most: number): Said => ({ wrong: `太长，最多${most}字`, instead: '写要点，材料另附' }),
    en: (most: number): Said => ({ wrong: `Too long: ${most} characters at most`, instead: 'write the point of it' }),
  },
  noProject: {
    zh: (typed: string, code: string): Said => ({ wrong: `没有${typed}这个项目`, instead: exampleZh(code) }),
    en: (typed: string, code: string): Said => ({ wrong: `There is no project ${typed}`, instead: exampleEn(code) }),
  },
  noObstacle: {
    zh: (typed: string): Said => ({ wrong: `没有卡点${typed}号`, instead: '/obstacle 列表 看编号' }),
    en: (typed: string): Said => ({
      wrong: `There is no obstacle ${typed}`,
      instead: '/obstacle list shows the numbers',
    }),
  },
  issuePast: {
    zh: (day: string, offer: string): Said => ({ wrong: `${day}已经过去`, instead: `从${offer}起选` }),
    en: (day: string, offer: string): Said => ({ wrong: `${day} has passed`, instead: `choose ${offer} or later` }),
  },
  issueDayOff: {
    zh: (day: string, offer: string): Said => ({ wrong: `${day}不上班`, instead: `改为${offer}` }),
    en: (day: string, offer: string): Said => ({ wrong: `${day} is a day off`, instead: `make it ${offer}` }),
  },
  nobody: {
    zh: { wrong: '这个单位没有负责人，没有人能答复', instead: '先用 /people 定负责人' },
    en: { wrong: 'The unit has no head: nobody could answer', instead: 'name one with /people first' },
  },
  done: {
    zh: { wrong: '这个节点已报完成，不用督办', instead: '写还没完成的节点，或不写节点名' },
    en: { wrong: 'This milestone is reported done', instead: 'name one that is open, or none' },
  },
  same: {
    zh: { wrong: '这个节点已有在办的督办单，一事一单', instead: '/slip 找到它，催办或转红' },
    en: { wrong: 'This milestone has an open slip: one matter, one slip', instead: '/slip finds it' },
  },
  faultUnit: { zh: '请选单位', en: 'Choose the unit' },
  faultText: { zh: '请写一句话', en: 'Write a sentence' },
  faultLong: { zh: (most: number) => `最多${most}字`, en: (most: number) => `${most} characters at most` },
  faultDue: { zh: '请选日期', en: 'Choose the day' },
  notLater: { zh: '不比现在的时限晚', en: 'No later than now' },
  dayOff: { zh: '那天不上班，请选工作日', en: 'A day off: choose a working day' },
  meanwhile: {
    zh: (title: string) => `${title}刚有变化，没有办`,
    en: (title: string) => `${title} changed: nothing done`,
  },
  look: { zh: '看一眼再定', en: 'Look at it again, then decide' },
  typed: { zh: '您写的：', en: 'You wrote: ' },
  open: { zh: '看督办单', en: 'Open the slip' },
} as const satisfies Phrases;
