import { countEn } from '../../domain/day-words.js';
import type { Phrases } from '../../text/language.js';

/** Every phrase of asking, zh-CN and English side by side. Texts of people come in escaped. */
export const words = {
  title: {
    zh: (day: string, count: number) => `${day}，请报 ${count} 项`,
    en: (day: string, count: number) => `${day}: ${countEn(count, 'item')} to report`,
  },
  titleLeft: {
    zh: (day: string, count: number, left: number) => `${day}，请报 ${count} 项，还有 ${left} 项`,
    en: (day: string, count: number, left: number) => `${day}: ${countEn(count, 'item')} to report, ${left} left`,
  },
  titleDone: {
    zh: (day: string, count: number) => `${day}的 ${count} 项都已回复`,
    en: (day: string, count: number) =>
      count === 1 ? `${day}: the one item is answered` : `${day}: all ${count} items are answered`,
  },
  handedOver: {
    zh: '今天问您的已移交给别人，您不用再报。',
    en: 'What you were asked today was handed over; there is nothing for you to report.',
  },
  titleLapsed: { zh: '本单位没有回复的', en: 'Your unit: not answered' },
  late: { zh: '系统停运，晚发。', en: 'Sent late: the system was down.' },
  forOther: { zh: (name: string) => `代 ${name}`, en: (name: string) => `for ${name}` },
  overdue: {
    zh: (days: number) => `超期 ${days} 天`,
    en: (days: number) => `${countEn(days, 'day')} overdue`,
  },
  dueToday: { zh: '今天到期', en: 'due today' },
  dueIn: {
    zh: (day: string, days: number) => `${day}到期，还有 ${days} 天`,
    en: (day: string, days: number) => `due ${day}, in ${countEn(days, 'day')}`,
  },
  due: { zh: (day: string) => `${day}到期`, en: (day: string) => `due ${day}` },
  noDue: { zh: '未定期限', en: 'no date' },
  forecast: { zh: (day: string) => `预计 ${day}完成`, en: (day: string) => `expected ${day}` },
  known: {
    zh: (percent: number, day: string) => `上次 ${percent}%（${day}）`,
    en: (percent: number, day: string) => `last ${percent}% (${day})`,
  },
  knownNoPercent: { zh: (day: string) => `上次 ${day}报`, en: (day: string) => `last reported ${day}` },
  unknown: { zh: '还没有报过', en: 'not reported yet' },
  pace: { zh: (percent: number) => `序时 ${percent}%`, en: (percent: number) => `pace ${percent}%` },
  onPace: { zh: '正常', en: 'On pace' },
  number: { zh: '报进度', en: 'Percent' },
  done: { zh: '完成', en: 'Done' },
  isLate: { zh: '要晚', en: 'Late' },
  blocked: { zh: '卡住', en: 'Blocked' },
  flag: { zh: '提卡点', en: 'Flag an obstacle' },
  undo: { zh: '撤销', en: 'Undo' },
  answered: { zh: (what: string) => `已回复：${what}`, en: (what: string) => `Answered: ${what}` },
  answeredDone: { zh: (day: string) => `${day}完成`, en: (day: string) => `done ${day}` },
  answeredObstacle: {
    zh: (number: number) => `卡住，卡点 ${number} 号`,
    en: (number: number) => `blocked, obstacle ${number}`,
  },
  notePace: { zh: '按序时推进', en: 'on pace' },
  noteObstacle: {
    zh: (number: number) => `卡住，已有卡点 ${number} 号`,
    en: (number: number) => `blocked, see obstacle ${number}`,
  },
  saidDone: { zh: '完成', en: 'done' },
  more: {
    zh: (count: number) => `另有 ${count} 项没有列出`,
    en: (count: number) => `${count} more ${count === 1 ? 'is' : 'are'} not listed`,
  },
  openForm: { zh: '打开上报表单', en: 'Open the form' },
  how: {
    zh: '点一下即可；也可以直接回复，例如：P-017 主体封顶 80%',
    en: 'Press a button, or send me a line, such as: P-017 主体封顶 80%',
  },
  lapsedUnit: {
    zh: (unit: string, day: string) => `${unit} ${day}没有回复的`,
    en: (unit: string, day: string) => `${unit}: not answered on ${day}`,
  },
  andSo: { zh: (count: number) => `等 ${count} 项`, en: (count: number) => `, ${count} items in all` },
  lapsedNote: {
    zh: '今天已再次提醒本人；到第三个工作日仍不回复的，列入日报。',
    en: 'They were asked again today; who does not answer by the third working day is listed in the digest.',
  },
  moreOwners: {
    zh: (count: number) => `另有 ${count} 人`,
    en: (count: number) => `${count} more ${count === 1 ? 'person' : 'people'}`,
  },
  reminder: {
    zh: (count: number) => `今天到期或已超期的，还有 ${count} 项没有回复：`,
    en: (count: number) => `Due today or overdue, and not answered: ${countEn(count, 'item')}`,
  },
  reminderHow: { zh: '在上面这条里点一下即可。', en: 'Press a button in the message above.' },
  numberTitle: { zh: '报进度', en: 'Percent done' },
  lateTitle: { zh: '要晚', en: 'It will be late' },
  blockedTitle: { zh: '卡住', en: 'It is blocked' },
  submit: { zh: '上报', en: 'Report' },
  close: { zh: '取消', en: 'Cancel' },
  percentLabel: { zh: '完成百分比', en: 'Percent done' },
  percentHint: { zh: '0 到 100；填 100 即完成', en: '0 to 100; 100 is done' },
  dayLabel: { zh: '新的完成日期', en: 'New day of completion' },
  noteLabel: { zh: '说明', en: 'Note' },
  textLabel: { zh: '卡在哪里', en: 'What stops it' },
  textHint: {
    zh: '例如：土地指标未批，影响开工。作为卡点登记，逐级督办。',
    en: 'Such as: land quota not approved. It is flagged as an obstacle and climbs until it is cleared.',
  },
  faultPercent: { zh: '请填 0 到 100 的整数', en: 'Give a whole number from 0 to 100' },
  faultFalls: {
    zh: (from: number) => `上次报的是 ${from}%，不能低于它；上次报多了的，请发一句话更正`,
    en: (from: number) => `It was ${from}% and cannot fall; if that was too high, say so in a line`,
  },
  faultDay: { zh: '请填今天以后的日期', en: 'Give a day after today' },
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
  denied: {
    zh: (why: string) => ({ wrong: `没有记下：${why}。`, instead: '责任人有变动的，请告诉项目办。' }),
    en: (why: string) => ({ wrong: `Not noted: ${why}.`, instead: 'if the owner has changed, tell the coordinators.' }),
  },
} as const satisfies Phrases;
