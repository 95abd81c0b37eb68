import type { LocalDay } from '../../../domain/day.js';
import { monthWords } from '../../../domain/day-words.js';
import { type Indicator, type Revision, valueIn } from '../../../domain/indicators.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';

const words = {
  overYear: { zh: (percent: string) => `，同比${percent}%`, en: (percent: string) => `, ${percent}% over the year` },
  none: { zh: '没有数', en: 'no value' },
  revised: {
    zh: (month: string, now: string, was: string) => `更正：${month}${now}（原${was}）`,
    en: (month: string, now: string, was: string) => `Revised: ${month} ${now} (was ${was})`,
  },
} as const satisfies Phrases;

const signed = (percent: string): string =>
  /^[-0]/u.test(percent) && !/^0\.\d/u.test(percent) ? percent : `+${percent}`;

/** `12.3亿元，同比+5.2%`: an indicator's value of a month. */
export function valueWords(indicator: Indicator, month: LocalDay, language: Language): string {
  const say = inLanguage(words, language);
  const value = valueIn(indicator, month);
  if (value === null) return say.none;
  const space = language === 'en' && indicator.unit !== '' ? ' ' : '';
  const over = indicator.overYear === null ? '' : say.overYear(signed(indicator.overYear));
  return `${value}${space}${indicator.unit}${over}`;
}

/** What is said of a program's indicators; nothing in it is escaped. */
export function indicatorWords(year: number, language: Language) {
  const say = inLanguage(words, language);
  const month = (of: LocalDay): string => {
    const text = monthWords(of, language, year);
    return language === 'zh' ? text.replaceAll(' ', '') : text;
  };
  return {
    month,
    revised: ({ month: of, now, was }: Revision): string => say.revised(month(of), now ?? say.none, was ?? say.none),
  };
}
