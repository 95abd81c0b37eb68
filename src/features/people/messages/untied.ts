import type { Outcome } from '../../../feature.js';
import { plain } from '../../../slack/blocks.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import type { Untied } from '../model.js';
import { whoWords } from './parts.js';
import { deniedRefusal, goneMessage } from './refusals.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  untied: {
    zh: (who: string) => `已解除${who}的账号。本人再用时，需要新的口令或申请。`,
    en: (who: string) => `The account of ${who} is untied. They need a new code, or ask, to get in again.`,
  },
  wasUntied: { zh: (who: string) => `${who}没有关联账号。`, en: (who: string) => `${who} has no account.` },
} as const satisfies Phrases;

export function untiedOutcome(untied: Untied, language: Language): Outcome {
  const say = inLanguage(words, language);
  switch (untied.kind) {
    case 'untied':
      return { kind: 'say', message: plain(say.untied(whoWords(untied.person, language))) };
    case 'was-untied':
      return { kind: 'say', message: plain(say.wasUntied(whoWords(untied.person, language))) };
    case 'denied':
      return deniedRefusal(untied, language);
    case 'gone':
      return { kind: 'say', message: goneMessage(language) };
  }
}
