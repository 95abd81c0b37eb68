import type { Step } from '../../../domain/obstacle.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import type { PhrasesOf } from './parts.js';

/** All that is said where more was asked of who raised a case (退回补充), and where they added it. */
export const words = {
  queried: { zh: '已退回补充，期限停1个工作日', en: 'Queried; the clock stops one workday' },
  queriedBy: {
    zh: (who: string, text: string) => `${who}退回补充，要：${text}`,
    en: (who: string, text: string) => `${who} asks for: ${text}`,
  },
  missing: { zh: '缺什么', en: 'What is missing' },
  missingHint: { zh: '期限停1个工作日，只有一次', en: 'The clock stops one workday, once' },
  supplemented: { zh: '已补充', en: 'Added' },
  supplementedBy: {
    zh: (who: string, text: string) => `${who}补充：${text}`,
    en: (who: string, text: string) => `${who} added: ${text}`,
  },
  added: { zh: '补充什么', en: 'What you add' },
} as const satisfies Phrases;

export const queried = (phrases: PhrasesOf): string => inLanguage(words, phrases.language).queried;
export const supplemented = (phrases: PhrasesOf): string => inLanguage(words, phrases.language).supplemented;

export const queriedStep = (phrases: PhrasesOf, by: string, { text }: Extract<Step, { kind: 'queried' }>): string =>
  inLanguage(words, phrases.language).queriedBy(by, phrases.typed(text));

export const supplementedStep = (
  phrases: PhrasesOf,
  by: string,
  { text }: Extract<Step, { kind: 'supplemented' }>,
): string => inLanguage(words, phrases.language).supplementedBy(by, phrases.typed(text));
