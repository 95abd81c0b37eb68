import { countEn } from '../../../domain/day-words.js';
import type { Message } from '../../../message.js';
import { context, section } from '../../../slack/blocks.js';
import type { Prompt, PromptItem } from '../../../store/prompts.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import type { PromptContext } from '../model.js';
import { itemName } from './morning.js';
import { standWords } from './stands.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  reminder: {
    zh: (count: number) => `今天到期或已超期的，还有${count}项没有回复：`,
    en: (count: number) => `Due today or overdue, and not answered: ${countEn(count, 'item')}`,
  },
  reminderHow: { zh: '在上面这条里点一下即可。', en: 'Press a button in the message above.' },
} as const satisfies Phrases;

/** The afternoon's reminder, in the thread of the morning's message. */
export function reminderMessage({ language }: Prompt, open: readonly PromptItem[], moment: PromptContext): Message {
  const say = inLanguage(words, language);
  const lines = open.map((item) => `${itemName(item, language)} · ${standWords(item, language, moment)}`);
  const text = [say.reminder(open.length), ...lines].join('\n');
  return { text, blocks: [section(text), context(say.reminderHow)] };
}
