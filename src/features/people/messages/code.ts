import { CODE_DAYS, codeWords } from '../../../domain/link-code.js';
import type { Outcome } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, plain, section } from '../../../slack/blocks.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { MadeCode } from '../model.js';
import { whoWords } from './parts.js';
import { phrases } from './phrases.js';
import { deniedRefusal, goneMessage } from './refusals.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  codeTied: {
    zh: (who: string) => `${who}已有账号，不用口令。`,
    en: (who: string) => `${who} has an account and needs no code.`,
  },
  code: {
    zh: (who: string) => `${who}的关联口令`,
    en: (who: string) => `Code for ${who}`,
  },
  codeHow: {
    zh: (code: string, days: number) =>
      `请当面或用电话告诉本人，让其在 Slack 里发：\`/people 关联 ${code}\`。${days}天内有效，只能用一次；重新生成后旧的作废。`,
    en: (code: string, days: number) =>
      `Tell it to them in person or by phone; they send \`/people link ${code}\` in Slack. It holds for ${days} days and once; a new one voids it.`,
  },
  card: phrases.card,
} as const satisfies Phrases;

export function codeOutcome(made: MadeCode, language: Language): Outcome {
  const say = inLanguage(words, language);
  switch (made.kind) {
    case 'code':
      return { kind: 'say', message: codeMessage(made, language) };
    case 'tied':
      return { kind: 'say', message: plain(say.codeTied(whoWords(made.person, language))) };
    case 'denied':
      return deniedRefusal(made, language);
    case 'gone':
      return { kind: 'say', message: goneMessage(language) };
  }
}

/** The code, to the one who asked for it alone: they tell it in person. */
export function codeMessage({ person, code }: Extract<MadeCode, { kind: 'code' }>, language: Language): Message {
  const say = inLanguage(words, language);
  const title = say.code(whoWords(person, language));
  return {
    text: title,
    blocks: [
      section(`*${title}*\n\`${codeWords(code)}\``),
      context(say.codeHow(codeWords(code), CODE_DAYS)),
      actions(button(ids.card, { person: person.id }, inLanguage(words, language).card)),
    ],
  };
}
