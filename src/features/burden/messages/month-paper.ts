import type { Burden, BurdenRule } from '../../../domain/burden.js';
import { BURDEN_RULE } from '../../../domain/burden-ban.js';
import { monthEnd } from '../../../domain/day.js';
import { dayWords, monthWords } from '../../../domain/day-words.js';
import { SPARED } from '../../../domain/prompt.js';
import type { Ctx } from '../../../feature.js';
import type { Paper, PaperPart } from '../../../papers/paper.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { sparedWords } from '../../prompt/door.js';
import { words as monthly } from './month.js';

const words = {
  head: { zh: '负担情况', en: 'Burden' },
  month: {
    zh: (month: string, day: string) => `${month}。数的是发出去的消息，到${day}为止，不数人。`,
    en: (month: string, day: string) => `${month}. Counted from the messages sent, up to ${day}, and never by person.`,
  },
  inAll: { zh: '共问', en: 'Asked' },
  none: { zh: '这个月没有发。', en: 'Nothing was sent.' },
  items: { zh: (count: string) => `${count}项`, en: (count: string) => count },
  messages: { zh: (count: string) => `${count}条`, en: (count: string) => count },
  times: { zh: (count: string) => `${count}次`, en: (count: string) => count },
  sparedInAll: { zh: '共免问', en: 'Not asked' },
  meetings: { zh: '会议不开', en: 'Reviews not held' },
  attendances: { zh: '少开会人次', en: 'Attendances spared' },
  crowded: { zh: '一人一天超过1条', en: 'More than 1 message a day' },
  rules: {
    zh: (count: number, kept: number) => `减负规定${count}条，符合${kept}条`,
    en: (count: number, kept: number) => `${count} rules on burdens, ${kept} met`,
  },
  kept: { zh: (how: string) => `符合：${how}`, en: (how: string) => `Met: ${how}` },
  broken: { zh: (how: string) => `不符合：${how}`, en: (how: string) => `Not met: ${how}` },
  by: { zh: (rules: string) => `依据：${rules}。`, en: (rules: string) => `By ${rules}.` },
  file: { zh: (month: string) => `${month}负担情况`, en: (month: string) => `Burden ${month}` },
} as const satisfies Phrases;

type Setting = Pick<Ctx, 'program' | 'language' | 'today'>;

/** A month as a page to file: what was sent, what was spared, and the rules point by point. It names nobody. */
export function monthPaper({ program, language, today }: Setting, burden: Burden, rules: readonly BurdenRule[]): Paper {
  const say = inLanguage(words, language);
  const counted = (count: number) => (language === 'zh' ? String(count) : count.toLocaleString('en-US'));
  const row = (label: string, value: string) => ({ label, value });
  const { asked, spared, sparedInAll, meetings, attendances, crowdedDays, sent } = burden;
  const sending = [
    ...sent.map(({ kind, count }) => row(monthly.kind[language](kind), say.messages(counted(count)))),
    ...(asked === 0 ? [] : [row(say.inAll, say.items(counted(asked)))]),
    ...(crowdedDays === 0 ? [] : [row(say.crowded, say.times(counted(crowdedDays)))]),
  ];
  const sparing = [
    ...(sparedInAll === 0 ? [] : [row(say.sparedInAll, say.items(counted(sparedInAll)))]),
    ...SPARED.filter((reason) => spared[reason]).map((reason) =>
      row(sparedWords[reason][language], say.items(counted(spared[reason] ?? 0))),
    ),
    ...(meetings === 0 ? [] : [row(say.meetings, say.times(counted(meetings)))]),
    ...(meetings === 0 || attendances === null ? [] : [row(say.attendances, counted(attendances))]),
  ];
  const heading = (text: string): PaperPart => ({ kind: 'heading', text });
  const paragraph = (text: string): PaperPart => ({ kind: 'paragraph', text });
  const end = monthEnd(burden.month);
  const kept = rules.filter((rule) => rule.kept).length;
  return {
    head: say.head,
    line: { left: program.name[language], right: dayWords(today, language, 0) },
    parts: [
      paragraph(say.month(monthWords(burden.month, language, 0), dayWords(today < end ? today : end, language, 0))),
      heading(monthly.sent[language]),
      sending.length === 0 ? paragraph(say.none) : { kind: 'form', rows: sending },
      ...(sparing.length === 0 ? [] : [heading(monthly.spared[language]), { kind: 'form', rows: sparing } as const]),
      heading(say.rules(rules.length, kept)),
      {
        kind: 'form',
        rows: rules.map((rule) => row(rule.point[language], (rule.kept ? say.kept : say.broken)(rule.how[language]))),
      },
      paragraph(say.by(BURDEN_RULE[language])),
    ],
    signed: [],
    language,
  };
}

/** What its file is called. */
export const monthFile = ({ language }: Setting, { month }: Burden): string =>
  inLanguage(words, language).file(monthWords(month, language, 0));
