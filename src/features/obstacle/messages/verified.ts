import type { Step } from '../../../domain/obstacle.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import type { PhrasesOf } from './parts.js';

/** All that is said where a resolution was verified (核实销号) or returned (退回). */
export const words = {
  verified: { zh: '已核实销号。', en: 'Verified and closed.' },
  verifiedBy: { zh: (who: string) => `${who}核实，已销号`, en: (who: string) => `${who} verified it: closed` },
  returned: { zh: '已退回，重新计期。', en: 'Returned; its time begins anew.' },
  returnedBy: {
    zh: (who: string, count: number, reason: string) => `${who}退回（第${count}次）：${reason}`,
    en: (who: string, count: number, reason: string) => `Returned by ${who} (${ordinal(count)}): ${reason}`,
  },
} as const satisfies Phrases;

const ordinal = (count: number): string => `${count}${['th', 'st', 'nd', 'rd'][count] ?? 'th'}`;

export const verified = (phrases: PhrasesOf): string => inLanguage(words, phrases.language).verified;
export const returned = (phrases: PhrasesOf): string => inLanguage(words, phrases.language).returned;

export const verifiedStep = (phrases: PhrasesOf, by: string): string =>
  inLanguage(words, phrases.language).verifiedBy(by);

export const returnedStep = (
  phrases: PhrasesOf,
  by: string,
  { count, reason }: Extract<Step, { kind: 'returned' }>,
): string => inLanguage(words, phrases.language).returnedBy(by, count, phrases.typed(reason));
