import { dayWords } from '../../../domain/day-words.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import type { Entered } from '../model.js';

const words = {
  days: {
    zh: (from: string, to: string) => (from === to ? from : `${from}至${to}`),
    en: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
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
} as const satisfies Phrases;

/** What every message of a leave says: who is away, which days, who stands in. */
export function partsOf({ leave, people, actingId }: Entered, language: Language, year: number) {
  const say = inLanguage(words, language);
  const name = (id: number | null) => {
    const found = id === null ? undefined : people.get(id);
    return found ? escapeText(language === 'zh' ? found.name : found.nameEn) : '';
  };
  const day = (of: typeof leave.from) => dayWords(of, language, year);
  const who = name(leave.personId);
  const days = say.days(day(leave.from), day(leave.to));
  const chained = leave.delegateId !== null && actingId !== null && actingId !== leave.delegateId;
  const stands =
    actingId === null || leave.delegateId === null
      ? say.nobody
      : `${say.delegate(name(leave.delegateId))}${chained ? (language === 'zh' ? '；' : '; ') + say.chain(name(actingId)) : ''}`;
  return { who, days, stands };
}
