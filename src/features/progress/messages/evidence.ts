import type { Refusal } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { plain } from '../../../slack/blocks.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';

/** Photos and files that show what was reported. */
export const words = {
  waits: {
    zh: '照片先收着。十分钟内说一句进度，就附在那条上报上。',
    en: 'Kept for now. Say the progress within ten minutes, and it is attached to that report.',
  },
  notYours: {
    zh: (why: string) => ({ wrong: `附件没有打开：${why}`, instead: '确需查看，请问项目责任人或项目办' }),
    en: (why: string) => ({
      wrong: `The attachments were not opened: ${why}`,
      instead: 'ask the project’s owner or the coordinators',
    }),
  },
} as const satisfies Phrases;

/** A photo that came before its report. */
export const waitsMessage = (language: Language): Message => plain(inLanguage(words, language).waits);

export const notYoursRefusal = (why: string, language: Language): Refusal => ({
  ...inLanguage(words, language).notYours(why),
  understood: null,
});
