import type { LocalDay } from '../../../domain/day.js';
import { monthWords } from '../../../domain/day-words.js';
import { type Ctx, type Outcome, refuse } from '../../../feature.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';

type Said = { readonly wrong: string; readonly instead: string };

export const words = {
  denied: {
    zh: (why: string): Said => ({ wrong: `没有打开：${why}`, instead: '`/gongjian 设置` 可以少问' }),
    en: (why: string): Said => ({ wrong: `Not opened: ${why}`, instead: '`/gongjian settings` to be asked less' }),
  },
  noMonth: {
    zh: (month: string): Said => ({ wrong: '没有看出是本行动的哪个月', instead: `\`/gongjian 负担 ${month}\`` }),
    en: (month: string): Said => ({
      wrong: 'That is no month of this program',
      instead: `\`/gongjian burden ${month}\``,
    }),
  },
} as const satisfies Phrases;

export const deniedRefusal = ({ language }: Ctx, why: string): Outcome =>
  refuse(inLanguage(words, language).denied(why));

/** `month`: one that there is. */
export function monthRefusal({ language, program }: Ctx, typed: string, month: LocalDay): Outcome {
  const say = inLanguage(words, language);
  return refuse(say.noMonth(monthWords(month, language, program.year)), escapeText(clip(typed, 40)));
}
