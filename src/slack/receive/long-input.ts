import type { Refusal } from '../../feature.js';
import { clip } from '../../text/escape.js';
import type { Language } from '../../text/language.js';
import { surfaceWords } from '../words.js';

/** No line or field that people mean for us is longer; what is longer reaches no parser. */
export const MOST_TYPED = 2_000;

/** So much of it is shown again, for its author to know it by. */
const ECHOED = 60;

/** What refuses a text that is too long, with its beginning; null where it is not. Nothing is cut and recorded. */
export function longRefusal(
  text: string | null,
  language: Language,
): { readonly refusal: Refusal; readonly echoed: string } | null {
  if (text === null || text.length <= MOST_TYPED) return null;
  const { wrong, instead } = surfaceWords(language).tooLong(
    text.length.toLocaleString('en'),
    MOST_TYPED.toLocaleString('en'),
  );
  return { refusal: { wrong, instead, understood: null }, echoed: clip(text.slice(0, 2 * ECHOED), ECHOED) };
}

/** The same for each field of a form that is too long, by its name. */
export function longFields(
  fields: Readonly<Record<string, string | readonly string[] | null>>,
  language: Language,
): Readonly<Record<string, string>> | null {
  const long = Object.entries(fields).flatMap(([name, value]) => {
    const refused = longRefusal(typeof value === 'string' ? value : null, language)?.refusal;
    return refused ? [[name, `${refused.wrong}${language === 'zh' ? '。' : '. '}${refused.instead}`]] : [];
  });
  return long.length === 0 ? null : Object.fromEntries(long);
}
