import type { Step } from '../../../domain/obstacle.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import type { PhrasesOf } from './parts.js';

/** All that is said of a comment (留言) and of an instruction (批示). */
export const words = {
  commented: { zh: '已留言。', en: 'Comment added.' },
  commentedBy: {
    zh: (who: string, text: string) => `${who}留言：${text}`,
    en: (who: string, text: string) => `${who}: ${text}`,
  },
  comment: { zh: '留言', en: 'Comment' },
  instructed: { zh: '批示已记上卡片', en: 'The instruction stands on the card' },
  instructedBy: {
    zh: (who: string, text: string) => `${who}批示：${text}`,
    en: (who: string, text: string) => `Instruction of ${who}: ${text}`,
  },
  instruction: { zh: '批示', en: 'Instruction' },
} as const satisfies Phrases;

export const commented = (phrases: PhrasesOf): string => inLanguage(words, phrases.language).commented;
export const instructed = (phrases: PhrasesOf): string => inLanguage(words, phrases.language).instructed;

export const commentedStep = (phrases: PhrasesOf, by: string, { text }: Extract<Step, { kind: 'commented' }>): string =>
  inLanguage(words, phrases.language).commentedBy(by, phrases.typed(text));

export const instructedStep = (
  phrases: PhrasesOf,
  by: string,
  { text }: Extract<Step, { kind: 'instructed' }>,
): string => inLanguage(words, phrases.language).instructedBy(by, phrases.typed(text));
