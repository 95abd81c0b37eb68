import { type Outcome, refuse } from '../../../feature.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  denied: {
    zh: (why: string) => ({ wrong: `没有改动：${why}。`, instead: '请找统筹人员办理。' }),
    en: (why: string) => ({ wrong: `Nothing was changed: ${why}.`, instead: 'Ask a coordinator.' }),
  },
  unread: {
    zh: { wrong: '没有看懂。', instead: '/program 看全部；/program 新建；/program 启用 2021；/program 归档 2019。' },
    en: {
      wrong: 'This was not understood.',
      instead: '/program; /program new; /program switch 2021; /program archive 2019.',
    },
  },
  unknown: {
    zh: { wrong: '没有这个攻坚行动，或说得不够明确。', instead: '写年份，例如 /program 启用 2021；/program 看全部。' },
    en: {
      wrong: 'There is no such program, or several.',
      instead: 'Give its year: /program switch 2021. /program lists all.',
    },
  },
} as const satisfies Phrases;

/** Nothing was changed, and why. */
export const deniedRefusal = (why: string, language: Language): Outcome =>
  refuse(inLanguage(words, language).denied(why));

export const unreadRefusal = (language: Language): Outcome => refuse(inLanguage(words, language).unread);

/** No program is called so, or several are. */
export const unknownRefusal = (language: Language): Outcome => refuse(inLanguage(words, language).unknown);
