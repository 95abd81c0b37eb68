import type { Burden, BurdenRule, PostKind } from '../../../domain/burden.js';
import { addDays, monthStart } from '../../../domain/day.js';
import { countEn, monthWords } from '../../../domain/day-words.js';
import { SPARED } from '../../../domain/prompt.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, header, section } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { sparedWords } from '../../prompt/door.js';
import { ids } from '../ids.js';

export const words = {
  title: {
    zh: (month: string) => `${month} · 攻坚发了什么、省了什么`,
    en: (month: string) => `${month} · what Gongjian sent and spared`,
  },
  questions: {
    zh: (asked: string, spared: string) => `问${asked}项，免问${spared}项（已知道的）`,
    en: (asked: string, spared: string) => `Asked ${asked}; ${spared} known, not asked`,
  },
  noQuestions: { zh: '这个月没有催报', en: 'Nobody was asked this month' },
  meetings: {
    zh: (count: number) => `会议不开${count}次（没有要定的事）`,
    en: (count: number) => `${countEn(count, 'review')} spared, nothing to decide`,
  },
  attendances: {
    zh: (count: number, attendances: string) => `少开会${count}次，${attendances}人次`,
    en: (count: number, attendances: string) => `${countEn(count, 'review')} spared, ${attendances} attendances`,
  },
  once: { zh: '每人每天最多1条：没有超过', en: 'At most 1 message a person a day: kept' },
  crowded: {
    zh: (days: string) => `每人每天最多1条：超过${days}次`,
    en: (days: string) => `1 message a person a day: broken ${days} times`,
  },
  kept: {
    zh: (count: number) => `减负规定${count}条：逐条对照，都符合`,
    en: (count: number) => `${count} rules on burdens: all met, one by one`,
  },
  broken: {
    zh: (count: number, broken: number) => `减负规定${count}条：${broken}条不符合`,
    en: (count: number, broken: number) => `${count} rules on burdens: ${broken} not met`,
  },
  sent: { zh: '发了', en: 'Sent' },
  spared: { zh: '免问', en: 'Not asked' },
  rules: { zh: '逐条', en: 'Rules' },
  paper: { zh: '存档页', en: 'Page to file' },
  before: { zh: '上月', en: 'Earlier' },
  kind: { zh: (kind: PostKind) => KINDS_ZH[kind], en: (kind: PostKind) => KINDS_EN[kind] },
} as const satisfies Phrases;

const KINDS_ZH: Readonly<Record<PostKind, string>> = {
  questions: '催报',
  obstacles: '卡点',
  slips: '督办单',
  reviews: '会议',
  threads: '讨论串',
  digests: '日报',
  answers: '答复',
  people: '人员',
};
const KINDS_EN: Readonly<Record<PostKind, string>> = {
  questions: 'questions',
  obstacles: 'obstacles',
  slips: 'slips',
  reviews: 'reviews',
  threads: 'threads',
  digests: 'digests',
  answers: 'answers',
  people: 'people',
};

/** What the bot sent and spared in a month, and whether it kept the rules. */
export function monthMessage(ctx: Ctx, burden: Burden, rules: readonly BurdenRule[]): Message {
  const { language, program } = ctx;
  const say = inLanguage(words, language);
  const zh = language === 'zh';
  const counted = (count: number) => (zh ? String(count) : count.toLocaleString('en-US'));
  const each = (what: string, count: number) => `${what}${zh ? '' : ' '}${counted(count)}`;
  const { asked, sparedInAll, meetings, attendances, crowdedDays, sent, spared } = burden;
  const broken = rules.filter(({ kept }) => !kept).length;
  const title = say.title(monthWords(burden.month, language, program.year));
  const rows = [
    asked + sparedInAll === 0 ? say.noQuestions : say.questions(counted(asked), counted(sparedInAll)),
    ...(meetings === 0
      ? []
      : [attendances === null ? say.meetings(meetings) : say.attendances(meetings, counted(attendances))]),
    crowdedDays === 0 ? say.once : say.crowded(counted(crowdedDays)),
    broken === 0 ? say.kept(rules.length) : say.broken(rules.length, broken),
  ];
  const why = SPARED.filter((reason) => spared[reason]).map((reason) =>
    each(sparedWords[reason][language], spared[reason] ?? 0),
  );
  const between = zh ? '，' : ', ';
  const colon = zh ? '：' : ': ';
  const details = [
    ...(sent.length === 0
      ? []
      : [`${say.sent}${colon}${sent.map(({ kind, count }) => each(say.kind(kind), count)).join(between)}`]),
    ...(why.length === 0 ? [] : [`${say.spared}${colon}${why.join(between)}`]),
  ];
  const earlier = addDays(burden.month, -1);
  const before = earlier < program.from ? [] : [button(ids.turn, { month: monthStart(earlier) }, say.before)];
  return {
    text: [title, ...rows].join(zh ? '；' : '; '),
    blocks: [
      header(title),
      section(rows.join('\n')),
      ...details.map((row) => context(row)),
      actions(
        button(ids.rules, { month: burden.month }, say.rules),
        button(ids.paper, { month: burden.month }, say.paper),
        ...before,
      ),
    ],
  };
}
