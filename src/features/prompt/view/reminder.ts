import type { Message } from '../../../message.js';
import { context, section } from '../../../slack/blocks.js';
import type { Prompt, PromptItem } from '../../../store/prompts.js';
import { inLanguage } from '../../../text/language.js';
import type { Scene } from '../act/scene.js';
import { words } from '../words.js';
import { itemName, standWords } from './message.js';

/** The afternoon's reminder, in the thread of the morning's message. */
export function reminderMessage({ language }: Prompt, open: readonly PromptItem[], scene: Scene): Message {
  const say = inLanguage(words, language);
  const lines = open.map((item) => `${itemName(item)} · ${standWords(item, language, scene)}`);
  const text = [say.reminder(open.length), ...lines].join('\n');
  return { text, blocks: [section(text), context(say.reminderHow)] };
}
