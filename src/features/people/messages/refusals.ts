import { type Outcome, refuse } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { plain } from '../../../slack/blocks.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import type { Denied } from '../model.js';
import { phrases } from './phrases.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  denied: {
    zh: (why: string) => ({ wrong: `没有办：${why}。`, instead: '请找项目办。' }),
    en: (why: string) => ({ wrong: `Not done: ${why}.`, instead: 'ask the coordinators.' }),
  },
  unknown: {
    zh: (what: string) => ({ wrong: `名册里没有找到“${what}”。`, instead: '写姓名或单位全称；/people 看名册。' }),
    en: (what: string) => ({
      wrong: `Nobody on the list is called “${what}”.`,
      instead: 'the full name of a person or unit; /people shows the list.',
    }),
  },
  chooseOne: phrases.chooseOne,
  gone: phrases.gone,
  stale: {
    zh: '预览之后又有改动，没有移交。请重新看一遍。',
    en: 'Something changed since the preview: nothing was handed over. Please look again.',
  },
} as const satisfies Phrases;

/** A refusal that has no reading of what was typed. */
/** Not done, and why. */
export const deniedRefusal = ({ why }: Pick<Denied, 'why'>, language: Language): Outcome =>
  refuse(inLanguage(words, language).denied(why));

/** Nobody, and no unit, is called so. */
export const unknownRefusal = (called: string, language: Language): Outcome =>
  refuse(inLanguage(words, language).unknown(escapeText(called)));

/** At a menu of a form in which nothing was chosen. */
export const chooseOne = (field: string, language: Language): Outcome => ({
  kind: 'errors',
  errors: { [field]: inLanguage(words, language).chooseOne },
});

/** Who was pressed is not on the list any more. */
export const goneMessage = (language: Language): Message => plain(inLanguage(words, language).gone);

/** Something changed between the preview and the press. */
export const staleMessage = (language: Language): Message => plain(inLanguage(words, language).stale);
