import { escapeText } from '../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../text/language.js';
import type { NeedsTold } from './visit.js';

const words = {
  all: {
    zh: (all: number, done: number) => `上次提${all}件：办结${done}`,
    en: (all: number, done: number) => `Of its ${all} needs: ${done} met`,
  },
  together: {
    zh: (left: number, at: string) => `，${left}件在${at}`,
    en: (left: number, at: string) => `, ${left} with ${at}`,
  },
  left: { zh: (left: number) => `，${left}件在办`, en: (left: number) => `, ${left} open` },
  unanswered: {
    zh: (count: number) => `，超期未答${count}`,
    en: (count: number) => `, ${count} unanswered`,
  },
} as const satisfies Phrases;

/** What became of what a firm needed last: `上次提2件：办结1，1件在财政局`. */
export function needsWords({ all, done, unanswered, at }: NeedsTold, language: Language): string {
  const say = inLanguage(words, language);
  const left = all - done;
  const rest = left === 0 ? '' : at === null ? say.left(left) : say.together(left, escapeText(at[language]));
  return `${say.all(all, done)}${rest}${unanswered === 0 ? '' : say.unanswered(unanswered)}`;
}
