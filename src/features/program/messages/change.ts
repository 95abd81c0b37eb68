import type { Message } from '../../../message.js';
import { actions, button, context, section } from '../../../slack/blocks.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { Changed } from '../model.js';
import { nameOf } from './parts.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  switched: {
    zh: (name: string) => `已启用：${name}。从现在起按它上报、催报、出日报。`,
    en: (name: string) => `Now being run: ${name}. Reports, prompts and digests are its own from now on.`,
  },
  archivedNow: { zh: (name: string) => `已归档：${name}。`, en: (name: string) => `Archived: ${name}.` },
  restoredNow: { zh: (name: string) => `已取出：${name}。`, en: (name: string) => `Taken out: ${name}.` },
  already: {
    zh: (name: string) => `${name} 本来就是这样，没有改动。`,
    en: (name: string) => `${name} is so already; nothing was changed.`,
  },
  switchedHint: {
    zh: (before: string) => `${before} 原样保留，可以随时切回。`,
    en: (before: string) => `${before} is kept as it is; you can go back at any time.`,
  },
  back: { zh: '切回', en: 'Go back' },
} as const satisfies Phrases;

/** What was done to a program, with the way back where it is another one that is run now. */
export function changedMessage({ what, already, program, before }: Changed, language: Language): Message {
  const say = inLanguage(words, language);
  const name = nameOf(program, language);
  const done = { switch: say.switched, archive: say.archivedNow, restore: say.restoredNow }[what];
  const line = already ? say.already(name) : done(name);
  const back =
    what === 'switch' && !already && before !== null
      ? [
          context(say.switchedHint(nameOf(before, language))),
          actions(button(ids.switchTo, { id: before.id }, say.back)),
        ]
      : [];
  return { text: line, blocks: [section(line), ...back] };
}
