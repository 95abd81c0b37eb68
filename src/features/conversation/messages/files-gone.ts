import type { Refusal } from '../../../feature.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';

export const words = {
  gone: {
    zh: { wrong: '附件已不在 Slack 里，打不开', instead: '请向发附件的人要一份' },
    en: { wrong: 'The attachments are no longer in Slack', instead: 'ask whoever sent them' },
  },
} as const satisfies Phrases;

/** What came with something said was taken out of Slack. */
export const filesGoneRefusal = (language: Language): Refusal => ({
  ...inLanguage(words, language).gone,
  understood: null,
});
