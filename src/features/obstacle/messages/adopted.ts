import { inLanguage, type Phrases } from '../../../text/language.js';
import type { PhrasesOf } from './parts.js';

/** All that is said where a case was taken over to the deadlines in force now. */
export const words = {
  adopted: { zh: '已改按现行期限，重新计期。', en: 'The present deadlines apply; its time begins anew.' },
  adoptedBy: {
    zh: (who: string) => `${who}改按现行期限`,
    en: (who: string) => `${who} took it over to the deadlines in force now`,
  },
} as const satisfies Phrases;

export const adopted = (phrases: PhrasesOf): string => inLanguage(words, phrases.language).adopted;

export const adoptedStep = (phrases: PhrasesOf, by: string): string =>
  inLanguage(words, phrases.language).adoptedBy(by);
