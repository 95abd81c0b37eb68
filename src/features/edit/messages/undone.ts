import type { Message } from '../../../message.js';
import { plain } from '../../../slack/blocks.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';

export const words = {
  undone: { zh: '已撤销修改，恢复原样。', en: 'Undone: it is as it was.' },
  undoGone: { zh: '这次修改已经撤销。', en: 'This was undone before.' },
  undoLate: {
    zh: '已过一天，不能撤销；请再改一次。',
    en: 'It was more than a day ago and stays; change it again instead.',
  },
  undoStale: {
    zh: '之后又有改动，不能撤销；请再改一次。',
    en: 'It was changed since, so it stays; change it again instead.',
  },
} as const satisfies Phrases;

/** In the place of what was changed. `gone`: it was undone before. */
export function undoneMessage(kind: 'undone' | 'gone', language: Language): Message {
  const say = inLanguage(words, language);
  return plain(kind === 'undone' ? say.undone : say.undoGone);
}

/** Why a change stays. */
export function notUndone(kind: 'late' | 'stale', language: Language): Message {
  const say = inLanguage(words, language);
  return plain(kind === 'late' ? say.undoLate : say.undoStale);
}
