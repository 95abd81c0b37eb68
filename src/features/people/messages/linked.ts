import { type Outcome, refuse } from '../../../feature.js';
import { plain } from '../../../slack/blocks.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import type { Linked } from '../model.js';
import { whoWords } from './parts.js';
import { phrases } from './phrases.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  welcome: phrases.welcome,
  wrongCode: {
    zh: (left: number) => ({
      wrong: '口令不对，或已用过、已过期。',
      instead: `核对后再发，一小时内还可以试${left}次；也可以请项目办重新生成。`,
    }),
    en: (left: number) => ({
      wrong: 'This code is wrong, was used, or is too old.',
      instead: `look again and send it anew; ${left} more may be tried within the hour. The coordinators can make a new one.`,
    }),
  },
  tooMany: {
    zh: { wrong: '试错次数太多，已暂停一小时。', instead: '一小时后再试，或请项目办核对。' },
    en: {
      wrong: 'Too many wrong codes: no more are taken for an hour.',
      instead: 'try again in an hour, or ask the coordinators.',
    },
  },
  linkNeeded: {
    zh: { wrong: '没有看到口令。', instead: '/people 关联 加八位口令，例如 /people 关联 ACDE-FGHJ。' },
    en: {
      wrong: 'There is no code in it.',
      instead: '/people link with the eight characters, such as /people link ACDE-FGHJ.',
    },
  },
  personTied: phrases.personTied,
  accountTied: phrases.accountTied,
  gone: phrases.gone,
} as const satisfies Phrases;

export function linkedOutcome(linked: Linked, language: Language): Outcome {
  const say = inLanguage(words, language);
  switch (linked.kind) {
    case 'linked':
      return { kind: 'say', message: plain(say.welcome(whoWords(linked.person, language))) };
    case 'wrong':
      return refuse(say.wrongCode(linked.left));
    case 'too-many':
      return refuse(say.tooMany);
    case 'unread':
      return refuse(say.linkNeeded);
    case 'person-tied':
      return { kind: 'say', message: plain(say.personTied) };
    case 'account-tied':
      return { kind: 'say', message: plain(say.accountTied) };
    case 'gone':
      return { kind: 'say', message: plain(say.gone) };
  }
}
