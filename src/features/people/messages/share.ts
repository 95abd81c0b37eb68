import { type Outcome, refuse } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { plain } from '../../../slack/blocks.js';
import type { Listed } from '../../../store/roster.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { nameOf } from './parts.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  shared: {
    zh: (who: string, project: string) => `${who}现在共同负责 ${project}：可以上报、查看，早上的催报仍发给责任人。`,
    en: (who: string, project: string) =>
      `${who} now owns ${project} too: may report and see it. The morning's question still goes to the owner.`,
  },
  sharedBefore: {
    zh: (who: string, project: string) => `${who}本来就共同负责 ${project}。`,
    en: (who: string, project: string) => `${who} shares ${project} already.`,
  },
  unshared: {
    zh: (who: string, project: string) => `${who}不再共同负责 ${project}。`,
    en: (who: string, project: string) => `${who} does not share ${project} any more.`,
  },
  unsharedBefore: {
    zh: (who: string, project: string) => `${who}本来就没有共同负责 ${project}。`,
    en: (who: string, project: string) => `${who} does not share ${project}.`,
  },
  shareUnread: {
    zh: {
      wrong: '没有看懂是哪个项目、哪个人。',
      instead: '/people share P-017 张三；取消：/people unshare P-017 张三。',
    },
    en: {
      wrong: 'Which project, and who, is not clear.',
      instead: '/people share P-017 Zhang San; to end it: /people unshare P-017 Zhang San.',
    },
  },
} as const satisfies Phrases;

/** Who owns a project beside its owner, or no longer. */
export function sharedMessage(
  kind: 'changed' | 'same',
  shares: boolean,
  person: Pick<Listed, 'name' | 'nameEn'>,
  { code, name }: { readonly code: string; readonly name: string },
  language: Language,
): Message {
  const say = inLanguage(words, language);
  const texts = shares
    ? { changed: say.shared, same: say.sharedBefore }
    : { changed: say.unshared, same: say.unsharedBefore };
  return plain(texts[kind](nameOf(person, language), `${code} ${escapeText(name)}`));
}

export const unreadShareRefusal = (language: Language): Outcome => refuse(inLanguage(words, language).shareUnread);
