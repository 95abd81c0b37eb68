import type { Message } from '../../../message.js';
import { plain } from '../../../slack/blocks.js';
import type { Listed } from '../../../store/roster.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { nameOf } from './parts.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  retired: {
    zh: (who: string) => `${who}已离岗：角色已取消，账号已解除。`,
    en: (who: string) => `${who} has retired: no roles, no account.`,
  },
  retiredBefore: { zh: '已经离岗，名册里没有这个人了。', en: 'They had retired before and are not on the list.' },
  retireWork: { zh: '名下还有工作，先移交。', en: 'They still hold work: hand it over first.' },
  retireLast: {
    zh: '这是最后一名统筹人员，先让别人接。',
    en: 'This is the last coordinator: give the role to somebody else first.',
  },
} as const satisfies Phrases;

export const retiredMessage = (person: Listed, language: Language): Message =>
  plain(inLanguage(words, language).retired(nameOf(person, language)));

export const retiredBeforeMessage = (language: Language): Message => plain(inLanguage(words, language).retiredBefore);

/** Why somebody cannot leave yet. */
export function notRetiredMessage(because: 'holds-work' | 'last-coordinator', language: Language): Message {
  const say = inLanguage(words, language);
  return plain(because === 'holds-work' ? say.retireWork : say.retireLast);
}
