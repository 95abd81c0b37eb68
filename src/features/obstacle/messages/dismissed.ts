import type { Step } from '../../../domain/obstacle.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import type { PhrasesOf } from './parts.js';

/** All that is said where a case is said to be none (不属卡点), and where that was accepted; taken up it is raised. */
export const words = {
  dismissed: { zh: '已记：不属卡点，已告诉提出人', en: 'Recorded as no obstacle; who raised it is told' },
  dismissedBy: {
    zh: (who: string, why: string) => `${who}：不属卡点，${why}`,
    en: (who: string, why: string) => `${who}: no obstacle, ${why}`,
  },
  why: { zh: '为什么不属卡点', en: 'Why it is no obstacle' },
  whyHint: { zh: '提出人可以提上一级一次', en: 'Who raised it may take it up once' },
} as const satisfies Phrases;

export const dismissed = (phrases: PhrasesOf): string => inLanguage(words, phrases.language).dismissed;

export const dismissedStep = (phrases: PhrasesOf, by: string, { what }: Extract<Step, { kind: 'resolved' }>): string =>
  inLanguage(words, phrases.language).dismissedBy(by, phrases.typed(what));
