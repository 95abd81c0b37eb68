import { type LocalDay, weekday } from '../../../domain/day.js';
import { dayWords } from '../../../domain/day-words.js';
import type { Ctx, Refusal } from '../../../feature.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language } from '../../../text/language.js';
import type { DigestRequest } from '../input.js';
import { digestWords } from '../words.js';

/** Why there is no digest of a day, or null where there is one. */
export function dayRefusal(
  day: LocalDay,
  { today, program, language }: Pick<Ctx, 'today' | 'program' | 'language'>,
): Refusal | null {
  if (day <= today && day >= program.from) return null;
  const words = inLanguage(digestWords, language);
  const said = (of: LocalDay) => dayWords(of, language, program.year);
  return {
    wrong: day > today ? words.futureDay(said(day)) : words.beforeProgram(said(day)),
    understood: `${said(day)} ${words.weekday(weekday(day))}`,
    instead: words.dayInstead(said(program.from), said(today)),
  };
}

export function unreadRefusal(request: Extract<DigestRequest, { readonly said: string }>, language: Language): Refusal {
  const words = inLanguage(digestWords, language);
  const said = escapeText(clip(request.said, 40));
  return {
    wrong: request.ask === 'vague-day' ? words.vagueDay(said) : words.unknownWords(said),
    understood: null,
    instead: words.usage,
  };
}
