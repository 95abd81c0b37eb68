import type { Message } from '../../../message.js';
import { plain, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';

const words = {
  answered: { zh: (text: string) => `已答：${text}`, en: (text: string) => `Answered: ${text}` },
  dropped: { zh: '没有记。要报时再发一句。', en: 'Nothing noted. Send a line whenever you like.' },
} as const satisfies Phrases;

/** In the place of a question that was answered by a word. */
export function closedMessage(question: string, answered: string, language: Language): Message {
  const say = inLanguage(words, language).answered(escapeText(clip(answered, 60)));
  return { text: `${question} ${say}`, blocks: [section(`*${question}*\n${say}`)] };
}

/** 算了 */
export const droppedMessage = (language: Language): Message => plain(inLanguage(words, language).dropped);
